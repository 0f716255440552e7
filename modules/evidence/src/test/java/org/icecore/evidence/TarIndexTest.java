package org.icecore.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TarIndexTest {

    private static String text(TarIndex index, String name) throws EvidenceException {
        var source = index.open(index.find(name).orElseThrow());
        return new String(source.bytes(0, (int) source.size()), UTF_8);
    }

    private static Member only(TarIndex index) {
        assertEquals(List.of(), index.defects());
        assertEquals(1, index.members().size());
        return index.members().getFirst();
    }

    @Nested
    class AMember {

        @Test
        void isWhatItsHeaderSays() throws Exception {
            assertEquals(
                    new Member(
                            "a.txt",
                            "",
                            5,
                            new Member.Attributes(
                                    Member.Type.FILE,
                                    0644,
                                    1000,
                                    100,
                                    Instant.ofEpochSecond(1744830464)),
                            new ByteRange(0, 512),
                            new ByteRange(512, 517)),
                    only(aTar().file("a.txt", "hello").end().index()));
        }

        @Test
        void hasTheTypeOfItsFlag() throws Exception {
            var index =
                    aTar().file("f", "")
                            .entry("hard", '1', "f")
                            .entry("soft", '2', "../f")
                            .entry("c", '3', "")
                            .entry("b", '4', "")
                            .entry("d/", '5', "")
                            .entry("p", '6', "")
                            .entry("old/", '\0', "")
                            .entry("label", 'V', "")
                            .end()
                            .index();
            assertEquals(
                    List.of(
                            Member.Type.FILE,
                            Member.Type.HARD_LINK,
                            Member.Type.SYMBOLIC_LINK,
                            Member.Type.CHARACTER_DEVICE,
                            Member.Type.BLOCK_DEVICE,
                            Member.Type.DIRECTORY,
                            Member.Type.FIFO,
                            Member.Type.DIRECTORY,
                            Member.Type.OTHER),
                    index.members().stream().map(Member::type).toList());
            assertEquals("../f", index.find("soft").orElseThrow().linkTarget());
        }

        @Test
        void ofALinkHasNoContentWhateverItsSizeSays() throws Exception {
            var index = aTar().header("link", '1', 4096, _ -> {}).file("next", "x").end().index();
            assertEquals(
                    List.of("link", "next"), index.members().stream().map(Member::name).toList());
            assertEquals(0, index.members().getFirst().size());
        }

        @Test
        void isFoundWithOrWithoutDotAndSlash() throws Exception {
            var index =
                    aTar().entry("./checkpoint/", '5', "")
                            .file("./checkpoint/a", "1")
                            .end()
                            .index();
            assertTrue(index.find("checkpoint").isPresent());
            assertTrue(index.find("checkpoint/").isPresent());
            assertEquals("1", text(index, "checkpoint/a"));
            assertEquals(Optional.empty(), index.find("checkpoint/b"));
        }

        @Test
        void thatIsNoFileCannotBeOpened() throws Exception {
            var index = aTar().entry("d/", '5', "").end().index();
            var e =
                    assertThrows(
                            EvidenceException.class, () -> index.open(index.members().getFirst()));
            assertEquals(
                    "outer.tar+0x0..0x200: \"d/\" is not a file and has no content",
                    e.getMessage());
        }

        @Test
        void isLocatedInTheSourceThatHoldsTheArchive() throws Exception {
            var nested = aTar().file("b", "inner").end();
            var index = aTar().file("a", nested.bytes()).end().index();
            var inner = TarIndex.of(index.open(index.members().getFirst()), Progress.unwatched());
            var content = inner.open(inner.find("b").orElseThrow());
            assertEquals("outer.tar+0x401..0x403", content.locate(new ByteRange(1, 3)).toString());
        }
    }

    @Nested
    class AName {

        @Test
        void isJoinedFromPrefixAndName() throws Exception {
            var index =
                    aTar().header(
                                    "name",
                                    '0',
                                    0,
                                    block -> TarBytes.put(block, TarField.PREFIX, "some/dir"))
                            .end()
                            .index();
            assertEquals("some/dir/name", only(index).name());
        }

        @Test
        void inAGnuHeaderHasNoPrefix() throws Exception {
            var index =
                    aTar().header(
                                    "name",
                                    '0',
                                    0,
                                    block -> {
                                        TarBytes.put(block, TarField.MAGIC, "ustar  \0");
                                        TarBytes.put(block, TarField.PREFIX, "15000000000");
                                    })
                            .end()
                            .index();
            assertEquals("name", only(index).name());
        }

        @Test
        void mayComeFromGnuLongHeaders() throws Exception {
            var index =
                    aTar().extended('L', "n".repeat(300) + "\0")
                            .extended('K', "t".repeat(300) + "\0")
                            .entry("short", '2', "short")
                            .end()
                            .index();
            assertEquals("n".repeat(300), only(index).name());
            assertEquals("t".repeat(300), only(index).linkTarget());
            assertEquals(new ByteRange(0, 5 * 512), only(index).header());
        }

        @Test
        void thatIsNotUtf8IsShownByteByByte() throws Exception {
            var index = aTar().header("caf\u00e9", '0', 0, _ -> {}).end().index();
            assertEquals("café", index.members().getFirst().name());
            assertEquals(
                    "outer.tar+0x0..0x200: name is not UTF-8; shown byte by byte as ISO 8859-1",
                    index.defects().getFirst().toString());
        }
    }

    @Nested
    class PaxHeaders {

        @Test
        void overrideTheHeader() throws Exception {
            var member =
                    only(
                            aTar().pax(
                                            "path=grün/ü",
                                            "uid=4294967295",
                                            "gid=70000",
                                            "mtime=-1.25",
                                            "size=3",
                                            "comment=x",
                                            "LIBARCHIVE.x=y")
                                    .header("short", '0', 0, _ -> {})
                                    .raw("abc".getBytes(UTF_8))
                                    .pad()
                                    .end()
                                    .index());
            assertEquals("grün/ü", member.name());
            assertEquals(4294967295L, member.uid());
            assertEquals(70000, member.gid());
            assertEquals(Instant.ofEpochSecond(-2, 750_000_000), member.modified());
            assertEquals(3, member.size());
            assertEquals(new ByteRange(1536, 1539), member.payload());
        }

        @Test
        void forAllMembersHoldUntilOneSaysOtherwise() throws Exception {
            var index =
                    aTar().extended('g', TarBytes.records("uid=7"))
                            .file("a", "")
                            .pax("uid=8")
                            .file("b", "")
                            .file("c", "")
                            .end()
                            .index();
            assertEquals(List.of(7L, 8L, 7L), index.members().stream().map(Member::uid).toList());
        }

        @Test
        void forAllMembersNeitherRenameNorResizeThem() throws Exception {
            var index =
                    aTar().extended('g', TarBytes.records("path=evil", "size=3", "uid=7"))
                            .file("a", "four")
                            .file("b", "")
                            .extended('g', TarBytes.records("linkpath=x"))
                            .file("c", "")
                            .end()
                            .index();
            assertEquals(
                    List.of("a", "b", "c"), index.members().stream().map(Member::name).toList());
            assertEquals(List.of(4L, 0L, 0L), index.members().stream().map(Member::size).toList());
            assertEquals(7, index.members().getFirst().uid());
            assertEquals(
                    List.of(
                            "a header for all members to come holds what can be of one alone, and is not heeded: path \"evil\", size \"3\"",
                            "a header for all members to come holds what can be of one alone, and is not heeded: linkpath \"x\""),
                    index.defects().stream().map(Defect::text).toList());
            var first = index.defects().getFirst();
            assertEquals(Defect.Kind.ODD, first.kind());
            assertEquals(new ByteRange(0, 512), first.at().range());
        }

        @Test
        void overrideAnUnreadableSizeToo() throws Exception {
            var index =
                    aTar().pax("size=0")
                            .header(
                                    "a",
                                    '0',
                                    0,
                                    block -> TarBytes.put(block, TarField.SIZE, "99999999999\0"))
                            .file("b", "")
                            .end()
                            .index();
            assertEquals(List.of("a", "b"), index.members().stream().map(Member::name).toList());
            assertEquals(List.of(), index.defects());
        }
    }

    @Nested
    class Numbers {

        @Test
        void beyondOctalAreInBase256() throws Exception {
            var index =
                    aTar().header(
                                    "huge",
                                    '0',
                                    0,
                                    block -> {
                                        TarBytes.put(
                                                block,
                                                TarField.UID.start,
                                                new byte[] {
                                                    (byte) 0x80, 0, 0, 0, 0x12, 0x34, 0x56, 0x78
                                                });
                                        TarBytes.put(
                                                block,
                                                TarField.MODIFIED.start,
                                                new byte[] {
                                                    -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -2
                                                });
                                    })
                            .end()
                            .index();
            assertEquals(0x12345678, only(index).uid());
            assertEquals(Instant.ofEpochSecond(-2), only(index).modified());
        }

        @Test
        void thatAreNoneAreShownAsMinusOneAndReported() throws Exception {
            var index =
                    aTar().header(
                                    "a",
                                    '0',
                                    0,
                                    block -> TarBytes.put(block, TarField.UID, "12z4567\0"))
                            .end()
                            .index();
            assertEquals(-1, index.members().getFirst().uid());
            assertEquals(
                    "outer.tar+0x6c..0x74: uid is not a number; shown as -1",
                    index.defects().getFirst().toString());
        }

        @Test
        void ofATimeNobodyCanHaveAreReported() throws Exception {
            var index = aTar().pax("mtime=999999999999999999").file("a", "").end().index();
            assertEquals(Instant.EPOCH, index.members().getFirst().modified());
            assertEquals(1, index.defects().size());
        }
    }
}
