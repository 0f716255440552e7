package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// UTF-8 of the evidence, some of which may be none.
public final class Utf8 {

    private Utf8() {}

    /// Hands out the text in `[from, to)` and each byte that is no UTF-8, in the order in which they lie there.
    ///
    /// @param text is given runs of characters, which it must not keep; some may be empty
    /// @param other is given the value of a byte, 0 to 255
    public static void decode(
            byte[] bytes, int from, int to, Consumer<CharSequence> text, IntConsumer other) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes, from, to - from);
        var out = CharBuffer.allocate(to - from);
        while (in.hasRemaining()) {
            var result = decoder.decode(in, out, true);
            text.accept(out.flip());
            out.clear();
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    other.accept(Byte.toUnsignedInt(in.get()));
                }
            }
            decoder.reset();
        }
    }
}
