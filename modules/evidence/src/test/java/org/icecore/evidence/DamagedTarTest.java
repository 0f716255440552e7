package org.icecore.evidence;

import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTarTest {

    private static List<String> names(TarIndex index) {
        return index.members().stream().map(Member::name).toList();
    }

    private static String defects(TarIndex index) {
        return String.join("\n", index.defects().stream().map(Defect::toString).toList());
    }

    private static TarIndex index(byte[] bytes) throws EvidenceException {
        return TarIndex.of(ByteSource.of("outer.tar", bytes), Progress.unwatched());
    }

    @Nested
    class Truncation {

        private final TarBytes tar = aTar().file("a", "first").file("b", "second").end();

        @Test
        void inTheContentLeavesTheMembersBefore() throws Exception {
            var index = index(tar.first(1539));
            assertEquals(List.of("a", "b"), names(index));
            assertEquals(
                    "outer.tar+0x400..0x603: content of \"b\" is to end at 0x606, the archive ends at 0x603; it is truncated",
                    defects(index));
            assertEquals(5, index.open(index.members().get(0)).size());
            assertThrows(EvidenceException.class, () -> index.open(index.members().get(1)));
        }

        @Test
        void isKnownByItsKindAndNotByItsWords() throws Exception {
            for (var length : List.of(1539, 1100, 1024)) {
                assertEquals(Loss.CUT, Loss.of(index(tar.first(length)).defects()), "at " + length);
            }
            var twice = aTar().file("truncated", "1").file("truncated", "2").end().index();
            assertEquals(1, twice.defects().size());
            assertEquals(Loss.NONE, Loss.of(twice.defects()));
        }

        @Test
        void inAHeaderLeavesTheMembersBefore() throws Exception {
            var index = index(tar.first(1100));
            assertEquals(List.of("a"), names(index));
            assertEquals(
                    "outer.tar+0x400..0x44c: the archive ends in the middle of a header; it is truncated",
                    defects(index));
        }

        @Test
        void betweenMembersIsSeenByTheMissingEndMark() throws Exception {
            var index = index(tar.first(1024));
            assertEquals(List.of("a"), names(index));
            assertEquals(
                    "outer.tar+0x400..0x400: the archive ends without its end mark; it may be truncated",
                    defects(index));
        }

        @Test
        void inTheEndMarkIsReported() throws Exception {
            assertEquals(
                    "outer.tar+0x800..0xa00: a lone block of zeros ends the archive",
                    defects(index(tar.first(2560))));
        }

        @Test
        void anywhereNeverFailsAndNeverInvents() throws Exception {
            for (int length = 512; length < tar.bytes().length; length++) {
                var index = index(tar.first(length));
                assertTrue(List.of("a", "b").subList(0, names(index).size()).equals(names(index)));
                assertTrue(!index.defects().isEmpty(), "cut after " + length);
            }
        }
    }

    @Nested
    class ADamagedHeader {

        @Test
        void whoseSizeLeadsOnIsListedAsWritten() throws Exception {
            var bytes = aTar().file("a", "first").file("b", "second").end().bytes();
            bytes[TarField.NAME.start] = 'A';
            var index = index(bytes);
            assertEquals(List.of("A", "b"), names(index));
            assertEquals(
                    "outer.tar+0x0..0x200: header's checksum is 3167, its bytes add up to 3135; listed as written",
                    defects(index));
        }

        @Test
        void whoseSizeLeadsNowhereIsSteppedOver() throws Exception {
            var bytes = aTar().file("a", "").file("b", "second").file("c", "third").end().bytes();
            bytes[512 + TarField.SIZE.start] = '3';
            var index = index(bytes);
            assertEquals(List.of("a", "c"), names(index));
            assertTrue(
                    defects(index).contains("stepped over to the next whole header"),
                    () -> defects(index));
            assertTrue(defects(index).startsWith("outer.tar+0x200..0x600: "), () -> defects(index));
        }

        @Test
        void behindWhichNothingIsWholeEndsTheList() throws Exception {
            var bytes = aTar().file("a", "").file("b", "second").bytes();
            bytes[512] = 'x';
            bytes[512 + TarField.SIZE.start] = '3';
            assertTrue(
                    defects(index(bytes)).endsWith("no whole header follows"),
                    () -> "no such defect");
        }
    }

    /// As `devshm-checkpoint.tar` is in front of `config.dump`.
    @Nested
    class DamagedHeadersAroundAnArchiveWithin {

        private static final byte[] INNER =
                aTar().file("shm/a", "1").file("last", "inner").end().raw(new byte[512]).bytes();
        private static final int SECOND = 512;
        private static final int THIRD = SECOND + 512 + INNER.length;

        private final byte[] bytes =
                aTar().file("first", "")
                        .file("inner.tar", INNER)
                        .file("config", "second")
                        .file("last", "outer")
                        .end()
                        .bytes();

        @Test
        void whoseSizesLeadOnAreListedAsWritten() throws Exception {
            bytes[SECOND + TarField.LINK_TARGET.start] ^= 1;
            bytes[THIRD + TarField.LINK_TARGET.start] ^= 1;
            var index = index(bytes);
            assertEquals(List.of("first", "inner.tar", "config", "last"), names(index));
            assertEquals(2, index.defects().size(), () -> defects(index));
        }

        @Test
        void doNotHideWhatStandsBehindThatArchive() throws Exception {
            bytes[SECOND + TarField.SIZE.start] = '7';
            bytes[THIRD + TarField.SIZE.start] = '7';
            var index = index(bytes);
            assertEquals(List.of("first", "last"), names(index));
            assertEquals(5, index.find("last").orElseThrow().size());
            assertEquals(
                    "outer",
                    new String(
                            index.open(index.find("last").orElseThrow()).bytes(0, 5),
                            StandardCharsets.UTF_8));
            assertTrue(
                    defects(index)
                            .contains(
                                    "outer.tar+0x400..0x1200: an archive of 2 members, which is the content of the member whose header is damaged; its members are not listed"),
                    () -> defects(index));
        }

        @Test
        void doNotPassTheMembersOfThatArchiveForThoseOfTheOther() throws Exception {
            bytes[SECOND + TarField.SIZE.start] = '7';
            var index = index(bytes);
            assertEquals(List.of("first", "config", "last"), names(index));
        }

        @Test
        void haveNoSayInWhatAnEmptyMemberIsFollowedBy() throws Exception {
            var two = aTar().file("empty", "").file("a", "1").end().file("b", "2").end().bytes();
            two[TarField.MAGIC.start] ^= 1;
            two[TarField.NAME.start] ^= 1;
            assertEquals(List.of("a", "b"), names(index(two)));
        }
    }

    @Nested
    class ADamagedFirstHeader {

        @Test
        void isListedAsWrittenIfNoMoreThanItsMagicIsDamaged() throws Exception {
            var bytes = aTar().file("a", "first").file("b", "second").end().bytes();
            bytes[TarField.MAGIC.start] ^= 1;
            assertTrue(Archive.isArchive(ByteSource.of("outer.tar", bytes)));
            assertEquals(List.of("a", "b"), names(index(bytes)));
        }

        @Test
        void isSteppedOverIfAnotherFollows() throws Exception {
            var bytes = aTar().file("a", "").file("b", "second").end().bytes();
            Arrays.fill(bytes, 0, 512, (byte) 0x5a);
            var index = index(bytes);
            assertEquals(List.of("b"), names(index));
            assertEquals(Loss.DAMAGED, Loss.of(index.defects()));
        }
    }

    @Nested
    class AHostileSize {

        /// Base 256: 2^63 - 1, 2^63 (one more than there is), -1.
        private static byte[] size(int first, int fill, int at4) {
            var size = new byte[12];
            Arrays.fill(size, (byte) fill);
            size[0] = (byte) first;
            if (at4 >= 0) {
                size[1] = size[2] = size[3] = 0;
                size[4] = (byte) at4;
            }
            return size;
        }

        private TarIndex with(byte[] size) throws EvidenceException {
            return aTar().header(
                            "bomb", '0', 0, block -> TarBytes.put(block, TarField.SIZE.start, size))
                    .file("next", "")
                    .end()
                    .index();
        }

        @Test
        void ofTheLargestNumberDoesNotOverflow() throws Exception {
            var index = with(size(0x80, 0xff, 0x7f));
            assertEquals(List.of("bomb", "next"), names(index));
            assertEquals(Long.MAX_VALUE, index.members().getFirst().size());
            assertEquals(
                    "outer.tar+0x0..0x200: content of \"bomb\" is to end at 0x7fffffffffffffff, the archive ends at 0x800: its size lies, and the members from 0x200 on were found behind its header",
                    defects(index));
            assertThrows(EvidenceException.class, () -> index.open(index.members().getFirst()));
        }

        @Test
        void beyondTheLargestNumberIsSteppedOver() throws Exception {
            var index = with(size(0x80, 0x00, 0x80));
            assertEquals(List.of("next"), names(index));
            assertTrue(defects(index).contains("header holds no size that a member can have"));
        }

        @Test
        void belowZeroIsSteppedOver() throws Exception {
            var index = with(size(0xff, 0xff, -1));
            assertEquals(List.of("next"), names(index));
            assertTrue(defects(index).contains("header holds no size that a member can have"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "size=-1",
                    "size=9223372036854775808",
                    "size=0x10",
                    "size=99999999999999999999999999"
                })
        void inAPaxRecordIsSteppedOver(String record) throws Exception {
            var index = aTar().pax(record).file("bomb", "").file("next", "").end().index();
            assertEquals(List.of("next"), names(index));
        }
    }

    /// A size beyond the end is a cut, unless a whole archive with its end mark stands behind the header.
    @Nested
    class ASizeBeyondTheEnd {

        private static final byte[] INNER =
                aTar().file("etc/hosts", "inner").file("etc/motd", "x".repeat(2000)).end().bytes();

        private static byte[] padded(byte[] tar, int record) {
            return Arrays.copyOf(tar, (tar.length + record - 1) / record * record);
        }

        @Test
        void losesNothingBehindIt() throws Exception {
            var index =
                    aTar().file("first", "1")
                            .header("lie", '0', 1L << 30, _ -> {})
                            .raw("its true content".getBytes(StandardCharsets.UTF_8))
                            .pad()
                            .file("second", "22")
                            .header("another", '0', 1L << 32, _ -> {})
                            .file("third", "333")
                            .end()
                            .index();
            assertEquals(List.of("first", "lie", "second", "another", "third"), names(index));
            assertEquals(Loss.DAMAGED, Loss.of(index.defects()));
            assertEquals(3, index.open(index.find("third").orElseThrow()).size());
            var lie = index.find("lie").orElseThrow();
            assertThrows(EvidenceException.class, () -> index.open(lie));
        }

        @Test
        void isACutWhereTheMembersBehindBreakOffToo() throws Exception {
            var index =
                    aTar().header("volume", '0', 1L << 30, _ -> {})
                            .file("a", "1")
                            .file("b", "2")
                            .index();
            assertEquals(List.of("volume"), names(index));
            assertEquals(Loss.CUT, Loss.of(index.defects()));
        }

        @Test
        void isACutWhereTheLastMemberBehindLacksItsPadding() throws Exception {
            var whole =
                    aTar().header("volume", '0', 1L << 30, _ -> {})
                            .raw("its true content".getBytes(StandardCharsets.UTF_8))
                            .pad()
                            .file("a", "1");
            var index = index(whole.first(whole.bytes().length - 511));
            assertEquals(List.of("volume"), names(index));
            assertEquals(Loss.CUT, Loss.of(index.defects()));
        }

        @ParameterizedTest
        @ValueSource(ints = {512, 10240, 1 << 20})
        void isACutWhereverAMemberIsCutThatIsAnArchive(int record) throws Exception {
            var whole = aTar().file("a", "1").file("rootfs-diff.tar", padded(INNER, record)).end();
            int length = whole.bytes().length;
            for (int cut = 1536; cut < length - 1024; cut += cut < 8192 ? 64 : 4096) {
                var index = index(whole.first(cut));
                assertEquals(List.of("a", "rootfs-diff.tar"), names(index), "cut after " + cut);
                assertEquals(Loss.CUT, Loss.of(index.defects()), "cut after " + cut);
            }
        }

        @Test
        void isACutWhereverAnArchiveIsCutTwoDeep() throws Exception {
            var image =
                    aTar().file("layer-1.tar", padded(INNER, 10240))
                            .file("layer-2.tar", padded(INNER, 10240))
                            .file("manifest.json", "[]".repeat(5000))
                            .end()
                            .bytes();
            var whole = aTar().file("image.tar", padded(image, 10240)).end();
            for (int cut = 1024; cut < 1024 + image.length; cut += 128) {
                var index = index(whole.first(cut));
                assertEquals(List.of("image.tar"), names(index), "cut after " + cut);
            }
        }

        @Test
        void costsNoMoreHoweverOftenItOccurs() {
            var tar = aTar();
            for (int i = 0; i < 50_000; i++) {
                tar.header("lie" + i, '0', 1L << 32, _ -> {}).raw(new byte[512]);
            }
            var whole = tar.file("last", "").end().bytes();
            var cut = tar.file("not whole", "").bytes();
            for (var bytes : List.of(whole, cut)) {
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> index(bytes));
            }
        }
    }

    @Nested
    class HostileMetadata {

        @ParameterizedTest
        @ValueSource(chars = {'x', 'g', 'L', 'K'})
        void thatClaimsGigabytesOfAShortFileIsALieIfAWholeArchiveFollows(char type)
                throws Exception {
            var index =
                    aTar().file("a", "")
                            .header("meta", type, 1L << 30, _ -> {})
                            .file("b", "")
                            .end()
                            .index();
            assertEquals(List.of("a", "b"), names(index));
            assertTrue(
                    defects(index).contains("extended header claims 1073741824 bytes"),
                    () -> defects(index));
            assertTrue(
                    defects(index).contains("the members from 0x400 on were found behind it"),
                    () -> defects(index));
        }

        @ParameterizedTest
        @ValueSource(chars = {'x', 'g', 'L', 'K'})
        void thatClaimsGigabytesOfAShortFileIsTruncationIfNoArchiveFollows(char type)
                throws Exception {
            var index =
                    aTar().file("a", "")
                            .header("meta", type, 1L << 30, _ -> {})
                            .raw(new byte[3000])
                            .index();
            assertEquals(List.of("a"), names(index));
            assertEquals(Loss.CUT, Loss.of(index.defects()));
        }

        @Test
        void longerThanAMebibyteIsNotRead() throws Exception {
            var index =
                    aTar().extended('L', "n".repeat((1 << 20) + 1)).file("short", "").end().index();
            assertEquals(List.of("short"), names(index));
            assertTrue(defects(index).contains("it is not read, the member keeps its short name"));
        }

        @Test
        void ofManyHeadersForOneMemberIsSteppedOver() throws Exception {
            var tar = aTar();
            for (int i = 0; i < 300; i++) {
                tar.pax("path=a" + i);
            }
            var index = tar.file("b", "").end().index();
            assertTrue(
                    defects(index).contains("more than 100 extended headers for one member"),
                    () -> defects(index));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "99999999999999999999 path=a\n",
                    "2147483647 path=a\n",
                    "0 path=a\n",
                    "5 pat\n",
                    " path=a\n",
                    "path=a\n",
                    "12 path=abcd"
                })
        void thatIsNoPaxRecordIsReported(String body) throws Exception {
            var index = aTar().extended('x', body).file("b", "").end().index();
            assertEquals(List.of("b"), names(index));
            assertEquals(1, index.defects().size(), () -> defects(index));
        }

        @Test
        void withoutAMemberIsReported() throws Exception {
            var index = aTar().file("a", "").pax("path=b").end().index();
            assertEquals(List.of("a"), names(index));
            assertEquals(
                    "outer.tar+0x200..0x600: an extended header without a member", defects(index));
        }
    }

    @Nested
    class HostileNames {

        @Test
        void areListedAndReportedAndNotResolved() throws Exception {
            var index =
                    aTar().file("../../etc/passwd", "")
                            .file("/etc/shadow", "")
                            .file("a/../b", "")
                            .end()
                            .index();
            assertEquals(List.of("../../etc/passwd", "/etc/shadow", "a/../b"), names(index));
            assertEquals(
                    """
                    outer.tar+0x0..0x200: name steps up by ..: "../../etc/passwd"
                    outer.tar+0x200..0x400: absolute name "/etc/shadow"
                    outer.tar+0x400..0x600: name steps up by ..: "a/../b\"""",
                    defects(index));
        }

        @Test
        void thatOccurTwiceMeanTheLast() throws Exception {
            var index = aTar().file("a", "old").file("./a", "new!").end().index();
            assertEquals(4, index.find("a").orElseThrow().size());
            assertEquals(
                    "outer.tar+0x400..0x600: a second member named \"./a\"; the first is at outer.tar+0x0..0x200",
                    defects(index));
        }

        @Test
        void withControlCharactersDoNotReachTheMessage() throws Exception {
            var index = aTar().file("/a\u001b[2J\n", "").end().index();
            assertEquals(
                    "outer.tar+0x0..0x200: absolute name \"/a\\u001b[2J\\u000a\"", defects(index));
        }
    }

    @Nested
    class TheEnd {

        @Test
        void hidesNoBytes() throws Exception {
            var bytes = aTar().file("a", "").end().raw(new byte[600]).raw(new byte[] {1}).bytes();
            assertEquals(
                    "outer.tar+0x800..0x859: 89 bytes behind the end mark, which are no archive and are not listed",
                    defects(index(bytes)));
        }

        @Test
        void hidesNoMembers() throws Exception {
            var index = aTar().file("a", "").end().file("hidden", "").end().index();
            assertEquals(List.of("a", "hidden"), names(index));
            assertEquals(
                    "outer.tar+0x600..0x800: another archive of 1 member stands behind the end mark, 512 bytes at 0x600; its members are listed too, as tar does with --ignore-zeros",
                    defects(index));
            assertEquals(Loss.NONE, Loss.of(index.defects()));
        }

        @Test
        void inFrontOfTheFirstMemberIsReadOver() throws Exception {
            var index = aTar().end().file("a", "").file("b", "2").end().index();
            assertEquals(List.of("a", "b"), names(index));
            var lone = aTar().raw(new byte[512]).file("a", "").end().index();
            assertEquals(List.of("a"), names(lone));
            assertTrue(defects(lone).contains("a lone block of zeros"), () -> defects(lone));
        }

        @Test
        void keepsAnotherArchiveFromReplacingWhatAnEngineReads() throws Exception {
            var index =
                    aTar().file("a", "as restored")
                            .end()
                            .file("new", "")
                            .file("./a", "another")
                            .end()
                            .file("third", "")
                            .end()
                            .index();
            assertEquals(List.of("a", "third"), names(index));
            assertEquals(11, index.find("a").orElseThrow().size());
            assertTrue(
                    defects(index)
                            .contains(
                                    "another archive of 2 members stands behind the end mark, 1536 bytes at 0x800; it is not listed, for it holds another \"./a\"; cut it off to open it"),
                    () -> defects(index));
            assertEquals(Loss.DAMAGED, Loss.of(index.defects()));
        }

        @Test
        void mayBeFilledUpWithZeros() throws Exception {
            assertEquals("", defects(aTar().file("a", "").end().raw(new byte[10240]).index()));
        }
    }

    @Nested
    class TimeAndMemory {

        /// A tar of one header over and over, a terabyte long, and nothing behind it.
        private record Endless(byte[] header, long size) implements ByteSource {

            @Override
            public Location locate(ByteRange range) {
                return new Location("endless", range);
            }

            @Override
            public void read(long position, MemorySegment target) {
                for (long i = 0; i < target.byteSize(); i += 512) {
                    long count = Math.min(512, target.byteSize() - i);
                    MemorySegment.copy(MemorySegment.ofArray(header), 0, target, i, count);
                }
            }
        }

        @Test
        void areBoundedHoweverManyMembersThereAre() {
            var endless = new Endless(TarBytes.block("d/", '5', 0, _ -> {}), 1L << 40);
            var index =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(60),
                            () -> TarIndex.of(endless, Progress.unwatched()));
            assertEquals(1_000_000, index.members().size());
            assertEquals(
                    "endless+0x1e848000..0x10000000000: more than 1000000 members or 128 MiB of names; the rest is not listed",
                    defects(index));
        }

        @Test
        void doNotGrowWithTheContent() {
            var endless =
                    new Endless(
                            TarBytes.block("terabyte", '0', 1L << 33, _ -> {}),
                            128 * ((1L << 33) + 512));
            var index =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(10),
                            () -> TarIndex.of(endless, Progress.unwatched()));
            assertEquals(128, index.members().size());
        }

        @Test
        void areTheExaminersToEnd() {
            var endless = new Endless(TarBytes.block("d/", '5', 0, _ -> {}), 1L << 40);
            assertThrows(
                    CancellationException.class,
                    () ->
                            TarIndex.of(
                                    endless,
                                    (done, _) -> {
                                        if (done > 0) {
                                            throw new CancellationException();
                                        }
                                    }));
        }
    }
}
