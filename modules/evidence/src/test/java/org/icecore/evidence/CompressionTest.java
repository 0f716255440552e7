package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompressionTest {

    private static final byte[] CONTENT = content();

    private static byte[] content() {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 100_000, 200_000, (byte) 'x');
        return bytes;
    }

    static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
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

    private static String defect(byte[] packed, long limit) {
        var e = assertThrows(IOException.class, () -> unpack(packed, limit));
        assertInstanceOf(EvidenceException.class, e.getCause());
        return e.getMessage();
    }

    private static byte[] half(int part) {
        return Arrays.copyOfRange(CONTENT, part * 150_000, (part + 1) * 150_000);
    }

    @Test
    void isToldByTheFirstBytes() throws Exception {
        assertEquals(Compression.GZIP, Compression.of(ByteSource.of("a.zst", gzip(CONTENT))));
        assertEquals(
                Compression.ZSTD, Compression.of(ByteSource.of("a.gz", Zstd.compress(CONTENT))));
        assertEquals(Compression.NONE, Compression.of(ByteSource.of("a.gz", CONTENT)));
        assertEquals(Compression.NONE, Compression.of(ByteSource.of("empty", new byte[0])));
    }

    @Test
    void ofNothingHandsOutTheBytes() throws Exception {
        assertArrayEquals(CONTENT, unpack(CONTENT));
        assertEquals(
                "packed+0x0..0x493e0: unpacks to more than the 299999 bytes allowed",
                defect(CONTENT, 299_999));
    }

    @Test
    void handsOutWhatStandsBeforeTheBreak() throws Exception {
        var broken = gzip(CONTENT);
        broken[broken.length - 8] ^= 1;
        var source = ByteSource.of("packed", broken);
        try (var stream = Compression.GZIP.open(source, Long.MAX_VALUE)) {
            assertArrayEquals(CONTENT, stream.readNBytes(CONTENT.length));
            assertThrows(IOException.class, stream::read);
            assertThrows(IOException.class, stream::read);
        }
    }

    @Nested
    class Gzip {

        @Test
        void ofSeveralMembersIsOneStream() throws Exception {
            assertArrayEquals(
                    CONTENT, unpack(join(gzip(half(0)), gzip(new byte[0]), gzip(half(1)))));
        }

        @Test
        void mayHaveEveryOptionalField() throws Exception {
            var plain = gzip(CONTENT);
            var fields = new byte[] {4, 0, 'e', 'x', 't', 'r', 'n', 'a', 'm', 'e', 0, 'c', 0, 9, 9};
            var head = Arrays.copyOf(plain, 10);
            head[3] = 0x1e;
            assertArrayEquals(
                    CONTENT,
                    unpack(join(head, fields, Arrays.copyOfRange(plain, 10, plain.length))));
        }

        @Test
        void thatIsCutFailsAtItsEnd() {
            var cut = Arrays.copyOf(gzip(CONTENT), 1000);
            assertEquals(
                    "packed+0x3e8..0x3e8: gzip stream is truncated: it ends after 0x3e8 bytes without its end mark",
                    defect(cut, Long.MAX_VALUE));
        }

        @Test
        void thatIsCutAnywhereFails() {
            var whole = gzip("some text".getBytes());
            for (int length = 3; length < whole.length; length++) {
                defect(Arrays.copyOf(whole, length), Long.MAX_VALUE);
            }
        }

        @Test
        void whoseBlocksAreBrokenSaysWhere() {
            var broken = gzip(CONTENT);
            broken[10] |= 6;
            assertEquals(
                    "packed+0xb..0x%x: gzip stream is broken at 0xb: invalid block type"
                            .formatted(broken.length),
                    defect(broken, Long.MAX_VALUE));
        }

        @Test
        void whoseChecksumIsWrongFailsAtTheChecksum() {
            var broken = gzip(CONTENT);
            broken[broken.length - 8] ^= 1;
            assertEquals(
                    "packed+0x%x..0x%x: gzip checksum or length does not fit the content that was unpacked"
                            .formatted(broken.length - 8, broken.length),
                    defect(broken, Long.MAX_VALUE));
        }

        @Test
        void isReadUpToBytesThatAreNotGzip() throws Exception {
            assertArrayEquals(CONTENT, unpack(join(gzip(CONTENT), "garbage".getBytes())));
        }

        @Test
        void neverYieldsMoreThanTheLimit() {
            var bomb = gzip(new byte[10_000_000]);
            assertEquals(
                    "packed+0x0..0x%x: unpacks to more than the 1000000 bytes allowed"
                            .formatted(bomb.length),
                    defect(bomb, 1_000_000));
        }
    }

    @Nested
    class ZStandard {

        private final byte[] skippable = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};

        @Test
        void ofSeveralFramesIsOneStream() throws Exception {
            assertArrayEquals(
                    CONTENT,
                    unpack(
                            join(
                                    skippable,
                                    Zstd.compress(half(0)),
                                    skippable,
                                    Zstd.compress(new byte[0]),
                                    Zstd.compress(half(1)),
                                    skippable)));
        }

        @Test
        void thatIsCutAnywhereFails() {
            var whole = Zstd.compress("some text, some text, some text".getBytes());
            for (int length = 4; length < whole.length; length++) {
                var cut = Arrays.copyOf(whole, length);
                assertEquals(
                        "packed+0x%1$x..0x%1$x: zstd stream is truncated: it ends after 0x%1$x bytes in the middle of a frame"
                                .formatted(length),
                        defect(cut, Long.MAX_VALUE));
            }
        }

        @Test
        void thatIsBrokenSaysWhere() {
            var broken = join(Zstd.compress(half(0)), Zstd.compress(half(1)));
            int second = Zstd.compress(half(0)).length;
            broken[second + 4] = (byte) 0xff;
            assertEquals(
                    "packed+0x%1$x..0x%2$x: zstd stream is broken at 0x%1$x, a frame header: Unsupported frame parameter"
                            .formatted(second, broken.length),
                    defect(broken, Long.MAX_VALUE));
        }

        @Test
        void thatWantsAHugeWindowIsRefused() {
            // Frame header: no checksum, no content size, window descriptor for 2 GiB.
            var frame =
                    new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (21 << 3), 1, 0, 0};
            assertEquals(
                    "packed+0x0..0x9: zstd stream is broken at 0x0, a frame header: Frame requires too much memory for decoding",
                    defect(frame, Long.MAX_VALUE));
        }

        @Test
        void isReadUpToBytesThatAreNotZstd() throws Exception {
            assertArrayEquals(CONTENT, unpack(join(Zstd.compress(CONTENT), "garbage".getBytes())));
            assertArrayEquals(CONTENT, unpack(join(Zstd.compress(CONTENT), new byte[1])));
        }

        @Test
        void neverYieldsMoreThanTheLimit() {
            defect(Zstd.compress(new byte[10_000_000]), 1_000_000);
        }
    }
}
