package org.icecore.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zip archives byte by byte, right ones and wrong ones.
final class ZipBytes {

    static final int METHOD = 10;
    static final int FLAGS = 8;
    static final int PACKED = 20;
    static final int SIZE = 24;
    static final int LOCAL = 42;
    static final int ATTRIBUTES = 38;

    private final ByteArrayOutputStream members = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    static ZipBytes aZip() {
        return new ZipBytes();
    }

    static byte[] deflate(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new Deflater(9, true)) {
            deflater.setInput(content);
            deflater.finish();
            var chunk = new byte[1 << 16];
            while (!deflater.finished()) {
                bytes.write(chunk, 0, deflater.deflate(chunk));
            }
        }
        return bytes.toByteArray();
    }

    ZipBytes stored(String name, byte[] content) {
        return member(name, 0, content, content, _ -> {});
    }

    ZipBytes deflated(String name, byte[] content) {
        return member(name, 8, content, deflate(content), _ -> {});
    }

    /// A member whose entry in the central directory `change` may falsify.
    ZipBytes member(
            String name, int method, byte[] content, byte[] packed, Consumer<ByteBuffer> change) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        var checksum = new CRC32();
        checksum.update(content);
        int local = members.size();
        members.writeBytes(
                record(30)
                        .putInt(0, 0x04034b50)
                        .putShort(4, (short) 20)
                        .putShort(6, (short) 0x800)
                        .putShort(8, (short) method)
                        .putInt(14, (int) checksum.getValue())
                        .putInt(18, packed.length)
                        .putInt(22, content.length)
                        .putShort(26, (short) bytes.length)
                        .array());
        members.writeBytes(bytes);
        members.writeBytes(packed);
        var entry =
                record(46)
                        .putInt(0, 0x02014b50)
                        .putShort(4, (short) 0x0314)
                        .putShort(6, (short) 20)
                        .putShort(FLAGS, (short) 0x800)
                        .putShort(METHOD, (short) method)
                        .putShort(12, (short) (12 << 11 | 30 << 5 | 2))
                        .putShort(14, (short) (46 << 9 | 11 << 5 | 22))
                        .putInt(16, (int) checksum.getValue())
                        .putInt(PACKED, packed.length)
                        .putInt(SIZE, content.length)
                        .putShort(28, (short) bytes.length)
                        .putInt(ATTRIBUTES, 0100644 << 16)
                        .putInt(LOCAL, local);
        change.accept(entry);
        directory.writeBytes(entry.array());
        directory.writeBytes(bytes);
        count++;
        return this;
    }

    byte[] bytes() {
        var end =
                record(22)
                        .putInt(0, 0x06054b50)
                        .putShort(8, (short) count)
                        .putShort(10, (short) count)
                        .putInt(12, directory.size())
                        .putInt(16, members.size());
        return CompressionTest.join(members.toByteArray(), directory.toByteArray(), end.array());
    }

    private static ByteBuffer record(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
