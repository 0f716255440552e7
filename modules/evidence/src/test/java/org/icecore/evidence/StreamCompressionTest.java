package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class StreamCompressionTest {

    private static final byte[] CONTENT = content();

    private static byte[] content() {
        var bytes = new byte[300_000];
        new Random(2).nextBytes(bytes);
        Arrays.fill(bytes, 50_000, 250_000, (byte) 'y');
        return bytes;
    }

    private static byte[] lines(int length) {
        var text = new StringBuilder();
        var random = new Random(8);
        while (text.length() < length) {
            text.append("line ").append(random.nextInt(1000)).append(" of a log\n");
        }
        return Arrays.copyOf(text.toString().getBytes(), length);
    }

    static byte[] xz(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var xz = new XZOutputStream(bytes, new LZMA2Options(1))) {
            xz.write(content);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static byte[] bzip2(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var bzip2 = new BZip2CompressorOutputStream(bytes, 1)) {
            bzip2.write(content);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] half(int part) {
        return Arrays.copyOfRange(CONTENT, part * 150_000, (part + 1) * 150_000);
    }

    private static byte[] unpack(byte[] packed, long limit) throws IOException, EvidenceException {
        var source = ByteSource.of("packed", packed);
        try (var stream = Compression.of(source).open(source, limit)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] unpack(byte[] packed) throws IOException, EvidenceException {
        return unpack(packed, Long.MAX_VALUE);
    }

    private static String defect(byte[] packed) {
        var e = assertThrows(IOException.class, () -> unpack(packed, 1_000_000));
        assertInstanceOf(EvidenceException.class, e.getCause());
        return e.getMessage();
    }

    /// Every bit flip ends in the content, in a located defect, or is no longer of this format.
    private static void assertSurvivesFlips(byte[] whole) throws EvidenceException {
        var random = new Random(3);
        for (int round = 0; round < 300; round++) {
            var broken = whole.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                unpack(broken, 1_000_000);
            } catch (IOException e) {
                assertInstanceOf(EvidenceException.class, e.getCause());
            }
        }
    }

    private static void assertEveryCutIsFound(byte[] whole, int from) {
        for (int length = from; length < whole.length; length++) {
            var found = defect(Arrays.copyOf(whole, length));
            assertTrue(
                    found.startsWith("packed+0x%1$x..0x%1$x: ".formatted(length))
                            && found.contains("truncated"),
                    found);
        }
    }

    /// What a working copy gives of a stream that is broken, and what it says of the break.
    private static String partOf(byte[] packed, byte[] content, int atLeast) throws Exception {
        var source = ByteSource.of("packed", packed);
        try (var copy = WorkingCopy.of(source, "x", Unpacking.standard(), Progress.unwatched())) {
            int length = (int) copy.content().size();
            assertTrue(length >= atLeast, "gives " + length);
            assertArrayEquals(Arrays.copyOf(content, atLeast), copy.content().bytes(0, atLeast));
            var text = copy.defects().getFirst().text();
            assertTrue(text.contains("0x%x bytes were unpacked of it".formatted(length)), text);
            return text;
        }
    }

    @Nested
    class Xz {

        @Test
        void thatIsSmallAndBrokenGivesWhatLiesInFrontOfTheBreak() throws Exception {
            var content = Arrays.copyOf(CONTENT, 20_000);
            var packed = xz(content);
            var text = partOf(Arrays.copyOf(packed, 10_000), content, 9_000);
            assertTrue(
                    text.startsWith(
                            "xz stream is truncated: it ends after 0x2710 bytes without its end mark"),
                    text);
        }

        @Test
        void ofOnePieceThatIsCutGivesWhatDoesNotHangOnTheRest() throws Exception {
            var content = lines(100_000);
            var packed = xz(content);
            for (int cut : new int[] {packed.length - 100, packed.length / 2, 2_000}) {
                var source = ByteSource.of("packed", Arrays.copyOf(packed, cut));
                try (var copy =
                        WorkingCopy.of(source, "x", Unpacking.standard(), Progress.unwatched())) {
                    int length = (int) copy.content().size();
                    assertTrue(
                            length > (long) content.length * cut / packed.length / 2,
                            "gives %d of %d bytes".formatted(length, cut));
                    assertArrayEquals(
                            Arrays.copyOf(content, length), copy.content().bytes(0, length));
                }
            }
        }

        @Test
        void ofSeveralStreamsGivesWhatLiesInFrontOfTheBreakInTheLast() throws Exception {
            var random = new byte[100_000];
            new Random(6).nextBytes(random);
            var packed = CompressionTest.join(xz(CONTENT), xz(random));
            partOf(
                    Arrays.copyOf(packed, packed.length - 5_000),
                    CompressionTest.join(CONTENT, random),
                    390_000);
        }

        @Test
        void isToldByItsFirstBytes() throws Exception {
            assertEquals(Compression.XZ, Compression.of(ByteSource.of("a.gz", xz(CONTENT))));
        }

        @Test
        void ofSeveralStreamsWithPaddingBetweenIsOneStream() throws Exception {
            assertArrayEquals(
                    CONTENT,
                    unpack(
                            CompressionTest.join(
                                    xz(half(0)), new byte[8], xz(half(1)), new byte[4])));
        }

        @Test
        void isReadUpToBytesThatAreNotXz() throws Exception {
            var packed = CompressionTest.join(xz(CONTENT), "garbage".getBytes());
            var source = ByteSource.of("packed", packed);
            try (var copy =
                    WorkingCopy.of(source, "x", Unpacking.standard(), Progress.unwatched())) {
                assertArrayEquals(CONTENT, copy.content().bytes(0, CONTENT.length));
                assertEquals(
                        "packed+0x%x..0x%x: 7 bytes behind the end of the compressed stream, not unpacked"
                                .formatted(packed.length - 7, packed.length),
                        copy.defects().getFirst().toString());
            }
        }

        @Test
        void thatIsCutAnywhereFailsAtItsEnd() {
            assertEveryCutIsFound(xz("some text, some text".getBytes()), 6);
        }

        @Test
        void thatIsBrokenSaysWhere() throws Exception {
            var broken = xz(CONTENT);
            broken[broken.length / 2] ^= 1;
            assertTrue(defect(broken).startsWith("packed+0x"), () -> "no place");
            assertSurvivesFlips(xz(CONTENT));
        }

        @Test
        void thatWantsAHugeDictionaryIsRefused() {
            var packed = xz("text".getBytes());
            // The dictionary's size is the last of the filter flags in the block header at 12.
            packed[16] = 34;
            var checksum = new CRC32();
            checksum.update(packed, 12, 8);
            ByteBuffer.wrap(packed)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(20, (int) checksum.getValue());
            assertTrue(defect(packed).contains("memory"), () -> defect(packed));
        }

        @Test
        void neverYieldsMoreThanTheLimit() {
            var found = defect(xz(new byte[10_000_000]));
            assertTrue(
                    found.endsWith("unpacks to more than the 1000000 bytes allowed"), () -> found);
        }
    }

    @Nested
    class Bzip2 {

        @Test
        void thatIsBrokenGivesTheBlocksInFrontOfTheBreak() throws Exception {
            var random = new byte[300_000];
            new Random(4).nextBytes(random);
            var packed = bzip2(random);
            packed[packed.length - 50_000] ^= 0x40;
            var text = partOf(packed, random, 199_000);
            assertTrue(text.startsWith("bzip2 stream is "), text);
        }

        @Test
        void whoseChecksumIsWrongGivesTheWholeBlock() throws Exception {
            var content = Arrays.copyOf(CONTENT, 20_000);
            var packed = bzip2(content);
            packed[10] ^= 1;
            partOf(packed, content, 20_000);
        }

        @Test
        void isToldByItsFirstBytes() throws Exception {
            assertEquals(Compression.BZIP2, Compression.of(ByteSource.of("a.gz", bzip2(CONTENT))));
            assertEquals(Compression.BZIP2, Compression.of(ByteSource.of("a", bzip2(new byte[0]))));
            assertEquals(
                    Compression.NONE, Compression.of(ByteSource.of("a", "BZh9 text".getBytes())));
        }

        @Test
        void ofSeveralStreamsIsOneStream() throws Exception {
            assertArrayEquals(
                    CONTENT,
                    unpack(
                            CompressionTest.join(
                                    bzip2(half(0)), bzip2(new byte[0]), bzip2(half(1)))));
        }

        @Test
        void isReadUpToBytesThatAreNotBzip2() throws Exception {
            assertArrayEquals(
                    CONTENT, unpack(CompressionTest.join(bzip2(CONTENT), "garbage".getBytes())));
        }

        @Test
        void thatIsCutAnywhereFailsAtItsEnd() {
            assertEveryCutIsFound(bzip2("some text, some text".getBytes()), 10);
        }

        /// The tables of its second block hold rows of ones, which a cut leaves without an end.
        @Test
        void thatIsCutInTheTablesOfABlockEnds() {
            var packed = bzip2(lines(120_000));
            int second = bzip2(lines(99_000)).length;
            for (int length = second; length < second + 300; length += 4) {
                var cut = Arrays.copyOf(packed, length);
                var found = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> defect(cut));
                assertTrue(found.contains("truncated"), found);
            }
        }

        @Test
        void thatIsBrokenSaysWhere() throws Exception {
            var broken = bzip2(CONTENT);
            broken[broken.length / 2] ^= 1;
            assertTrue(defect(broken).startsWith("packed+0x"), () -> "no place");
            assertSurvivesFlips(bzip2(CONTENT));
        }

        @Test
        void neverYieldsMoreThanTheLimit() {
            var found = defect(bzip2(new byte[10_000_000]));
            assertTrue(
                    found.endsWith("unpacks to more than the 1000000 bytes allowed"), () -> found);
        }
    }
}
