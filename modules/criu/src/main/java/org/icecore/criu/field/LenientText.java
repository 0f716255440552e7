package org.icecore.criu.field;

import org.icecore.evidence.Utf8;

/// UTF-8 that keeps what is none.
final class LenientText {

    private static final char ESCAPE = '\udc00';

    private LenientText() {}

    /// The text in `[from, to)`; each byte that is no UTF-8 becomes U+DC00 plus its value, so that none is lost.
    static String of(byte[] bytes, int from, int to) {
        var text = new StringBuilder(to - from);
        Utf8.decode(bytes, from, to, text::append, other -> text.append((char) (ESCAPE + other)));
        return text.toString();
    }
}
