package org.icecore.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Byte arrays, put together.
final class Bytes {

    private Bytes() {}

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A number of that many bytes, little-endian.
    static byte[] number(int length, long value) {
        var buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return java.util.Arrays.copyOf(buffer.putLong(value).array(), length);
    }
}
