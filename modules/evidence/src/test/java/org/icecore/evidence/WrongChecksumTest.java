package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@DisplayName("Compressed content whose checksum does not fit")
class WrongChecksumTest {

    private static final byte[] CONTENT = content();

    private static byte[] content() {
        var bytes = new byte[600_000];
        new Random(7).nextBytes(bytes);
        Arrays.fill(bytes, 200_000, 300_000, (byte) 'x');
        return bytes;
    }

    private static byte[] zstd(byte[] content) {
        try (var context = new ZstdCompressCtx()) {
            return context.setChecksum(true).compress(content);
        }
    }

    private record Unpacked(byte[] content, List<String> defects) {}

    private static Unpacked unpack(byte[] packed) throws EvidenceException {
        try (var copy =
                WorkingCopy.of(
                        ByteSource.of("packed", packed),
                        "x",
                        Unpacking.standard(),
                        Progress.unwatched())) {
            return new Unpacked(
                    copy.content().bytes(0, (int) copy.content().size()),
                    copy.defects().stream().map(Defect::toString).toList());
        }
    }

    @Test
    void ofAZstdFrameIsToldAndTheContentKept() throws Exception {
        var packed = zstd(CONTENT);
        packed[packed.length - 2] ^= 1;
        var unpacked = unpack(packed);
        assertArrayEquals(CONTENT, unpacked.content());
        assertEquals(
                List.of(
                        "packed+0x%x..0x%x: zstd checksum of the frame at 0x0 does not fit the content that was unpacked"
                                .formatted(packed.length - 4, packed.length)),
                unpacked.defects());
    }

    @Test
    void ofOneZstdFrameKeepsTheFramesBehindIt() throws Exception {
        var first = zstd(Arrays.copyOf(CONTENT, 400_000));
        var second = zstd(Arrays.copyOfRange(CONTENT, 400_000, CONTENT.length));
        first[first.length - 1] ^= 1;
        var unpacked = unpack(CompressionTest.join(first, second));
        assertArrayEquals(CONTENT, unpacked.content());
        assertEquals(1, unpacked.defects().size());
    }

    /// Blocks of random bytes are stored as they are, so that the bit comes out where it was put.
    @Test
    void sinceABitOfAZstdBlockIsFlippedKeepsAllOthers() throws Exception {
        var packed = zstd(CONTENT);
        packed[1000] ^= 4;
        var unpacked = unpack(packed);
        assertEquals(CONTENT.length, unpacked.content().length);
        int different = 0;
        for (int i = 0; i < CONTENT.length; i++) {
            different += CONTENT[i] == unpacked.content()[i] ? 0 : 1;
        }
        assertEquals(1, different);
        assertEquals(1, unpacked.defects().size());
    }

    @Test
    void isNotTheCaseWhereAZstdBlockIsBrokenAndTheBlocksInFrontOfItAreKept() throws Exception {
        var packed = zstd(CONTENT);
        int second = firstBlockEnd(packed);
        // Type 3 of a block is reserved.
        packed[second] |= 6;
        var unpacked = unpack(packed);
        assertArrayEquals(Arrays.copyOf(CONTENT, 128 << 10), unpacked.content());
        assertEquals(
                List.of(
                        "packed+0x%1$x..0x%2$x: zstd stream is broken at 0x%1$x, a block: Data corruption detected; the content up to there is shown"
                                .formatted(second, packed.length)),
                unpacked.defects());
    }

    private static int firstBlockEnd(byte[] packed) throws EvidenceException {
        var source = ByteSource.of("packed", packed);
        var numbers = ZstdPiece.Numbers.of(source);
        return (int) ZstdPiece.first(numbers, 0).following(numbers).end();
    }

    @Test
    void ofAGzipMemberKeepsTheMembersBehindIt() throws Exception {
        var first = CompressionTest.gzip(Arrays.copyOf(CONTENT, 400_000));
        first[first.length - 8] ^= 1;
        var second = CompressionTest.gzip(Arrays.copyOfRange(CONTENT, 400_000, CONTENT.length));
        var unpacked = unpack(CompressionTest.join(first, second));
        assertArrayEquals(CONTENT, unpacked.content());
        assertEquals(
                List.of(
                        "packed+0x%x..0x%x: gzip checksum or length does not fit the content that was unpacked"
                                .formatted(first.length - 8, first.length)),
                unpacked.defects());
    }

    @Test
    void ofAnXzBlockKeepsTheBlocksBehindIt() throws Exception {
        var bytes = new ByteArrayOutputStream();
        int check;
        try (var xz = new XZOutputStream(bytes, new LZMA2Options(1))) {
            xz.write(CONTENT, 0, 400_000);
            xz.endBlock();
            check = bytes.size() - 8;
            xz.write(CONTENT, 400_000, CONTENT.length - 400_000);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        var packed = bytes.toByteArray();
        packed[check] ^= 1;
        var unpacked = unpack(packed);
        assertArrayEquals(CONTENT, unpacked.content());
        assertEquals(1, unpacked.defects().size());
        assertEquals(
                "packed+0x0..0x%1$x: xz checksum before 0x%1$x does not fit the content that was unpacked (Integrity check (CRC64) does not match); no other of the stream that begins at 0x0 is looked at"
                        .formatted(check + 8),
                unpacked.defects().getFirst());
    }
}
