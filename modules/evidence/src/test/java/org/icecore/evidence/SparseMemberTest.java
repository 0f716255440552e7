package org.icecore.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.icecore.evidence.TarBytes.aTar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A file of ten bytes with `ab` at 2 and `cde` at 6, in each of the formats that GNU tar has had.
class SparseMemberTest {

    private static final String WHOLE = "\0\0ab\0\0cde\0";

    private static void assertWhole(TarBytes tar) throws EvidenceException {
        var index = tar.file("next", "x").end().index();
        assertEquals(List.of(), index.defects());
        assertEquals(2, index.members().size());
        var member = index.find("sparse").orElseThrow();
        assertEquals(10, member.size());
        assertEquals(0, member.payload().length());
        var source = index.open(member);
        assertEquals(WHOLE, new String(source.bytes(0, 10), ISO_8859_1));
        for (int start = 0; start < 10; start++) {
            for (int length = 0; length <= 10 - start; length++) {
                var part = new String(source.bytes(start, length), ISO_8859_1);
                assertEquals(WHOLE.substring(start, start + length), part);
            }
        }
    }

    private static TarBytes old(int runsInHeader, String... extensionRuns) {
        return aTar().header(
                        "sparse",
                        'S',
                        5,
                        block -> {
                            TarBytes.put(block, TarField.MAGIC, "ustar  \0");
                            TarBytes.put(block, TarField.SPARSE_REAL_SIZE, octal(10));
                            var runs = List.of(octal(2) + octal(2), octal(6) + octal(3));
                            for (int i = 0; i < runsInHeader; i++) {
                                TarBytes.put(
                                        block,
                                        TarField.SPARSE_RUNS.start + 24 * i,
                                        runs.get(i).getBytes(ISO_8859_1));
                            }
                            block[TarField.SPARSE_CONTINUES.start] =
                                    (byte) (extensionRuns.length > 0 ? 1 : 0);
                        });
    }

    private static String octal(long value) {
        return "%011o\0".formatted(value);
    }

    @Nested
    class IsRead {

        @Test
        void inTheOldFormat() throws Exception {
            assertWhole(old(2).raw("abcde".getBytes(ISO_8859_1)).pad());
        }

        @Test
        void inTheOldFormatWithAnExtension() throws Exception {
            var extension = new byte[512];
            TarBytes.put(extension, 0, (octal(6) + octal(3)).getBytes(ISO_8859_1));
            assertWhole(old(1, "one").raw(extension).raw("abcde".getBytes(ISO_8859_1)).pad());
        }

        @Test
        void inPaxFormat00() throws Exception {
            assertWhole(
                    aTar().pax(
                                    "GNU.sparse.size=10",
                                    "GNU.sparse.numblocks=2",
                                    "GNU.sparse.offset=2",
                                    "GNU.sparse.numbytes=2",
                                    "GNU.sparse.offset=6",
                                    "GNU.sparse.numbytes=3")
                            .file("sparse", "abcde"));
        }

        @Test
        void inPaxFormat01() throws Exception {
            assertWhole(
                    aTar().pax(
                                    "GNU.sparse.size=10",
                                    "GNU.sparse.name=sparse",
                                    "GNU.sparse.map=2,2,6,3")
                            .file("GNUSparseFile.1/sparse", "abcde"));
        }

        @Test
        void inPaxFormat10() throws Exception {
            var map = "2\n2\n2\n6\n3\n";
            assertWhole(
                    aTar().pax(
                                    "GNU.sparse.major=1",
                                    "GNU.sparse.minor=0",
                                    "GNU.sparse.name=sparse",
                                    "GNU.sparse.realsize=10")
                            .file(
                                    "GNUSparseFile.1/sparse",
                                    map + "\0".repeat(512 - map.length()) + "abcde"));
        }
    }

    @Nested
    class IsLocated {

        private final ByteSource source;

        IsLocated() throws EvidenceException {
            var index = old(2).raw("abcde".getBytes(ISO_8859_1)).pad().end().index();
            source = index.open(index.members().getFirst());
        }

        @Test
        void whereItsDataIsStored() {
            assertEquals("outer.tar+0x201..0x203", source.locate(new ByteRange(3, 7)).toString());
            assertEquals("outer.tar+0x200..0x205", source.locate(new ByteRange(0, 10)).toString());
        }

        @Test
        void inItsHeadersWhereItIsAHole() {
            assertEquals("outer.tar+0x0..0x200", source.locate(new ByteRange(0, 2)).toString());
            assertEquals("outer.tar+0x0..0x200", source.locate(new ByteRange(9, 10)).toString());
            assertEquals("outer.tar+0x0..0x200", source.locate(new ByteRange(4, 4)).toString());
        }
    }

    @Nested
    class IsListedButNotRead {

        private void assertRefused(String defect, String... records) throws EvidenceException {
            var index = aTar().pax(records).file("sparse", "abcde").file("next", "").end().index();
            assertEquals(
                    List.of("sparse", "next"), index.members().stream().map(Member::name).toList());
            assertEquals(Member.Type.OTHER, index.members().getFirst().type());
            assertTrue(
                    index.defects().getFirst().text().contains(defect),
                    () -> index.defects().toString());
        }

        @Test
        void ifItsRunsOverlap() throws Exception {
            assertRefused(
                    "run 3+2 is out of order", "GNU.sparse.size=10", "GNU.sparse.map=2,2,3,2");
        }

        @Test
        void ifItsRunsReachBeyondIt() throws Exception {
            assertRefused(
                    "beyond the file of 10 bytes", "GNU.sparse.size=10", "GNU.sparse.map=8,3");
        }

        @Test
        void ifItsRunsHoldMoreThanIsStored() throws Exception {
            assertRefused(
                    "its runs hold more bytes", "GNU.sparse.size=10000", "GNU.sparse.map=0,6");
        }

        @Test
        void ifItsMapIsNoMap() throws Exception {
            assertRefused(
                    "a number of its map is not one", "GNU.sparse.size=10", "GNU.sparse.map=1,-2");
        }

        @Test
        void ifItsMapDoesNotEnd() throws Exception {
            assertRefused(
                    "its map does not end",
                    "GNU.sparse.major=1",
                    "GNU.sparse.realsize=10",
                    "GNU.sparse.name=sparse");
        }
    }
}
