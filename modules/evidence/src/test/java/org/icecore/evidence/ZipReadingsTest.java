package org.icecore.evidence;

import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A zip archive")
class ZipReadingsTest {

    private static final byte[] TEXT =
            "text of a member, text of a member".getBytes(StandardCharsets.UTF_8);
    private static final int CHECKSUM = 16;
    private static final int LOCAL_CHECKSUM = 14;
    private static final int LOCAL_SIZE = 22;

    @TempDir Path folder;

    private Archive open(byte[] zip) throws IOException, EvidenceException {
        var file = Files.write(folder.resolve("evidence"), zip);
        return Archive.open(file, Unpacking.standard().in(folder), Progress.unwatched());
    }

    private static byte[] content(Archive archive) throws EvidenceException {
        var source = archive.open(archive.find("a").orElseThrow());
        return source.bytes(0, (int) source.size());
    }

    private static byte[] zip(Consumer<ByteBuffer> change) {
        return aZip().member("a", ZipEntry.DEFLATED, TEXT, ZipBytes.deflate(TEXT), change).bytes();
    }

    private static ByteBuffer changed(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Nested
    @DisplayName("whose list of members contradicts the header of a member")
    class Contradicting {

        private void readsTheWhole(byte[] zip, String verdict) throws Exception {
            try (var archive = open(zip)) {
                assertArrayEquals(TEXT, content(archive));
                assertEquals(1, archive.defects().size(), () -> archive.defects().toString());
                var defect = archive.defects().getFirst();
                assertTrue(
                        defect.text().startsWith("the header of \"a\" says 34 bytes in "),
                        defect::text);
                assertTrue(defect.text().endsWith(verdict), defect::text);
                assertEquals(new ByteRange(0, 31), defect.at().range());
            }
        }

        private void takesTheHeader(Consumer<ByteBuffer> change) throws Exception {
            readsTheWhole(zip(change), "; read as the header says: so the checksum holds");
        }

        @Test
        void isReadAsTheHeaderSaysWhereTheListHasTooFewBytes() throws Exception {
            takesTheHeader(entry -> entry.putInt(ZipBytes.SIZE, 10));
        }

        @Test
        void isReadAsTheHeaderSaysWhereTheListHasTooManyBytes() throws Exception {
            takesTheHeader(entry -> entry.putInt(ZipBytes.SIZE, -2));
        }

        @Test
        void isReadAsTheHeaderSaysWhereTheListHasTooFewPackedBytes() throws Exception {
            takesTheHeader(entry -> entry.putInt(ZipBytes.PACKED, 5));
        }

        @Test
        void isReadAsTheHeaderSaysWhereTheListLeadsBeyondTheMembers() throws Exception {
            takesTheHeader(entry -> entry.putInt(ZipBytes.PACKED, Integer.MAX_VALUE));
        }

        @Test
        void isReadAsTheHeaderSaysWhereTheListHasAnotherChecksum() throws Exception {
            takesTheHeader(entry -> entry.putInt(CHECKSUM, 1));
        }

        @Test
        void isReadAsTheHeaderSaysWhereTheListHasAnotherMethod() throws Exception {
            takesTheHeader(entry -> entry.putShort(ZipBytes.METHOD, (short) 99));
        }

        @Test
        void isReadAsTheHeaderSaysWhereContentIsStored() throws Exception {
            readsTheWhole(
                    aZip().member("a", 0, TEXT, TEXT, entry -> entry.putInt(ZipBytes.SIZE, 10))
                            .bytes(),
                    "; read as the header says: so the checksum holds");
        }

        @Test
        void isReadAsTheListSaysWhereTheHeaderLies() throws Exception {
            var zip = zip(_ -> {});
            changed(zip).putInt(LOCAL_SIZE, 10);
            try (var archive = open(zip)) {
                assertArrayEquals(TEXT, content(archive));
                assertEquals(1, archive.defects().size());
                assertTrue(
                        archive.defects()
                                .getFirst()
                                .text()
                                .endsWith("; read as the list says: so the checksum holds"));
            }
        }

        @Test
        void saysWhereTheChecksumHoldsUnderNeither() throws Exception {
            var zip = zip(entry -> entry.putInt(ZipBytes.SIZE, 10));
            changed(zip).putInt(LOCAL_CHECKSUM, 1);
            try (var archive = open(zip)) {
                assertArrayEquals(Arrays.copyOf(TEXT, 10), content(archive));
                var text = archive.defects().getFirst().text();
                assertTrue(
                        text.endsWith("; the checksum holds under neither; read as the list says"),
                        text);
            }
        }

        @Test
        void takesAHeaderThatLeavesTheSizesToBeReadLaterForNoWord() throws Exception {
            var zip = zip(_ -> {});
            changed(zip)
                    .putShort(6, (short) 8)
                    .putInt(LOCAL_CHECKSUM, 0)
                    .putInt(18, 0)
                    .putInt(LOCAL_SIZE, 0);
            try (var archive = open(zip)) {
                assertArrayEquals(TEXT, content(archive));
                assertEquals(List.of(), archive.defects());
            }
        }
    }

    @Nested
    @DisplayName("with bytes in front")
    class BehindOtherBytes {

        private static final byte[] PROGRAM =
                "#!/bin/sh\nunpack\n".repeat(100).getBytes(StandardCharsets.UTF_8);

        private void isOpened(byte[] zip) throws Exception {
            try (var archive = open(CompressionTest.join(PROGRAM, zip))) {
                assertEquals(Archive.Packing.ZIP, archive.packing());
                assertArrayEquals(TEXT, content(archive));
                assertEquals(
                        List.of(
                                "evidence+0x0..0x6a4: 1700 bytes in front of the zip archive, as in one that unpacks itself; they are not listed"),
                        archive.defects().stream().map(Defect::toString).toList());
                assertEquals(Defect.Kind.ODD, archive.defects().getFirst().kind());
            }
        }

        @Test
        void isOpenedWhereItsPlacesAreCountedFromItsOwnStart() throws Exception {
            isOpened(zip(_ -> {}));
        }

        @Test
        void isOpenedWhereItsPlacesAreCountedFromTheStartOfTheFile() throws Exception {
            var zip = zip(entry -> entry.putInt(ZipBytes.LOCAL, PROGRAM.length));
            int end = zip.length - 22;
            var bytes = changed(zip);
            isOpened(bytes.putInt(end + 16, bytes.getInt(end + 16) + PROGRAM.length).array());
        }

        @Test
        void locatesItsMembersInTheFile() throws Exception {
            var zip = aZip().stored("a", TEXT).bytes();
            try (var archive = open(CompressionTest.join(PROGRAM, zip))) {
                var header = archive.find("a").orElseThrow().header();
                assertEquals(PROGRAM.length + 31 + TEXT.length, header.start());
            }
        }

        @Test
        void isNoneWhereOnlyItsEndIsThere() throws Exception {
            var zip = zip(_ -> {});
            var end = Arrays.copyOfRange(zip, zip.length - 22, zip.length);
            var refused =
                    org.junit.jupiter.api.Assertions.assertThrows(
                            EvidenceException.class,
                            () -> open(CompressionTest.join(PROGRAM, end)));
            assertTrue(refused.defect().startsWith("not an archive; it begins with 23 21"));
        }
    }
}
