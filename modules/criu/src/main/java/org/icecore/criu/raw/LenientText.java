package org.icecore.criu.raw;

import java.util.HexFormat;
import org.icecore.evidence.Utf8;

/// Bytes of the evidence as text: UTF-8, each byte that is none as `\xNN`, so that nothing is lost or guessed.
public final class LenientText {

    private LenientText() {}

    /// The text of all of `bytes`.
    public static String of(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        Utf8.decode(
                bytes,
                0,
                bytes.length,
                text::append,
                other -> text.append("\\x").append(HexFormat.of().toHexDigits((byte) other)));
        return text.toString();
    }
}
