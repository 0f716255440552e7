package org.icecore.evidence;

import static org.icecore.evidence.ZipBytes.aZip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

@DisplayName("A member of a zip archive")
class ZipMethodTest {

    private static final byte[] CONTENT = content();

    @TempDir Path folder;

    private static byte[] content() {
        var bytes = new byte[200_000];
        new Random(5).nextBytes(bytes);
        for (int at = 0; at < 150_000; at++) {
            bytes[at] = (byte) "some text, some more text; ".charAt(at % 27);
        }
        return bytes;
    }

    /// Deflate without matches is Deflate64, too: the two differ in long matches alone.
    private static byte[] deflate64(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(9, true);
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        try (deflater;
                var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] lzma(byte[] content, boolean marked) throws IOException {
        var options = new LZMA2Options(1);
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {9, 20, 5, 0});
        int properties = (options.getPb() * 5 + options.getLp()) * 9 + options.getLc();
        bytes.write(properties);
        bytes.write(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(options.getDictSize())
                        .array());
        try (var out = new LZMAOutputStream(bytes, options, marked)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private Archive open(byte[] zip) throws IOException, EvidenceException {
        return Archive.open(
                Files.write(folder.resolve("evidence"), zip),
                Unpacking.standard().in(folder),
                Progress.unwatched());
    }

    private static byte[] content(Archive archive, String name) throws EvidenceException {
        var source = archive.open(archive.find(name).orElseThrow());
        return source.bytes(0, (int) source.size());
    }

    private static List<String> defects(Archive archive) {
        return archive.defects().stream().map(Defect::toString).toList();
    }

    private void assertRead(int method, byte[] packed) throws IOException, EvidenceException {
        var zip = aZip().member("a", method, CONTENT, packed, _ -> {}).deflated("b", CONTENT);
        try (var archive = open(zip.bytes())) {
            assertEquals(List.of(), defects(archive));
            assertArrayEquals(CONTENT, content(archive, "a"));
            assertArrayEquals(CONTENT, content(archive, "b"));
        }
        var wrong = packed.clone();
        wrong[wrong.length * 2 / 3] ^= 1;
        zip = aZip().member("a", method, CONTENT, wrong, _ -> {}).deflated("b", CONTENT);
        try (var archive = open(zip.bytes())) {
            assertTrue(!archive.defects().isEmpty());
            assertArrayEquals(CONTENT, content(archive, "b"));
        }
    }

    @Nested
    @DisplayName("is read that is packed by")
    class Read {

        @Test
        void deflate64() throws Exception {
            assertRead(9, ZipMethodTest.deflate64(CONTENT));
        }

        @Test
        void bzip2() throws Exception {
            assertRead(12, StreamCompressionTest.bzip2(CONTENT));
        }

        @Test
        void lzma() throws Exception {
            assertRead(14, ZipMethodTest.lzma(CONTENT, false));
        }

        @Test
        void lzmaThatMarksItsEnd() throws Exception {
            assertRead(14, ZipMethodTest.lzma(CONTENT, true));
        }

        @Test
        void zstd() throws Exception {
            assertRead(93, Zstd.compress(CONTENT, 3));
        }

        @Test
        void xz() throws Exception {
            assertRead(95, StreamCompressionTest.xz(CONTENT));
        }
    }

    @Test
    void thatWantsAHugeDictionaryIsRefused() throws Exception {
        var packed = lzma(CONTENT, false);
        Arrays.fill(packed, 5, 9, (byte) 0x7f);
        try (var archive = open(aZip().member("a", 14, CONTENT, packed, _ -> {}).bytes())) {
            assertTrue(
                    defects(archive).getFirst().contains("more memory than is given"),
                    () -> defects(archive).toString());
        }
    }

    @Test
    void ofAMethodThatIsNotUnpackedNamesIt() throws Exception {
        try (var archive =
                open(
                        aZip().member("a", 98, CONTENT, CONTENT, _ -> {})
                                .member("b", 98, CONTENT, CONTENT, _ -> {})
                                .member("c", 77, CONTENT, CONTENT, _ -> {})
                                .bytes())) {
            assertEquals(1, archive.defects().size());
            assertTrue(
                    defects(archive)
                            .getFirst()
                            .endsWith(
                                    "\"a\" is packed by method 98 (PPMd), which Icecore does not unpack; unpack the zip"
                                            + " archive by the program that packed it; so it is with 2 other members"),
                    () -> defects(archive).toString());
            var e =
                    assertThrows(
                            EvidenceException.class,
                            () -> archive.open(archive.find("c").orElseThrow()));
            assertTrue(e.defect().contains("method 77, which is not known"), e.defect());
        }
    }

    @Test
    void thatIsEncryptedIsNamedSo() throws Exception {
        try (var archive =
                open(
                        aZip().member(
                                        "a",
                                        0,
                                        CONTENT,
                                        CONTENT,
                                        entry -> entry.putShort(ZipBytes.FLAGS, (short) 0x801))
                                .member(
                                        "b",
                                        99,
                                        CONTENT,
                                        CONTENT,
                                        entry -> entry.putShort(ZipBytes.FLAGS, (short) 0x801))
                                .stored("c", CONTENT)
                                .bytes())) {
            assertEquals(1, archive.defects().size());
            assertTrue(
                    defects(archive)
                            .getFirst()
                            .endsWith(
                                    "\"a\" is encrypted with a password; unpack the zip archive with it first; so it is"
                                            + " with 1 other member"),
                    () -> defects(archive).toString());
            assertArrayEquals(CONTENT, content(archive, "c"));
            var e =
                    assertThrows(
                            EvidenceException.class,
                            () -> archive.open(archive.find("b").orElseThrow()));
            assertTrue(e.defect().contains("by AES"), e.defect());
        }
    }

    @Nested
    @DisplayName("whose list is damaged is found by the header in front of its content,")
    class Damaged {

        private byte[] zip() {
            return aZip().stored("a", CONTENT).deflated("b", CONTENT).stored("c", CONTENT).bytes();
        }

        private int entry(byte[] zip, int number) {
            int found = 0;
            for (int at = 0; at < zip.length - 4; at++) {
                if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                    if (found++ == number) {
                        return at;
                    }
                }
            }
            throw new AssertionError("no such entry");
        }

        private void assertAll(byte[] zip, String defect) throws Exception {
            try (var archive = open(zip)) {
                assertEquals(
                        List.of("a", "b", "c"),
                        archive.members().stream().map(Member::name).sorted().toList());
                for (var name : List.of("a", "b", "c")) {
                    assertArrayEquals(CONTENT, content(archive, name));
                }
                assertTrue(
                        defects(archive).stream().anyMatch(one -> one.contains(defect)),
                        () -> defects(archive).toString());
            }
        }

        @Test
        void ifAnEntryIsNone() throws Exception {
            var zip = zip();
            zip[entry(zip, 1)] = 'Q';
            assertAll(
                    zip,
                    "the list of members is damaged; 2 are listed too, by the headers in front of their contents");
        }

        @Test
        void ifAnEntryLeadsNowhere() throws Exception {
            var zip = zip();
            zip[entry(zip, 1) + ZipBytes.LOCAL] ^= 5;
            assertAll(
                    zip,
                    "the list of members is damaged; 1 is listed too, by the headers in front of their contents");
        }

        @Test
        void ifTheWholeListIsSaidToBeWhereItCannotBe() throws Exception {
            var zip = zip();
            zip[zip.length - 4] = 0x7f;
            assertAll(zip, "where it cannot be; 3 members listed by the headers");
        }
    }
}
