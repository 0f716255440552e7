package org.icecore.criu.raw;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes of the evidence as text: UTF-8, each byte that is none as `\xNN`, so that nothing is lost or guessed.
public final class LenientText {

    private LenientText() {}

    /// The text of all of `bytes`.
    public static String of(byte[] bytes) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var text = new StringBuilder(bytes.length);
        while (in.hasRemaining()) {
            var result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (result.isError()) {
                for (var i = 0; i < result.length(); i++) {
                    text.append("\\x");
                    HexFormat.of().toHexDigits(text, in.get());
                }
            }
            decoder.reset();
        }
        return text.toString();
    }
}
