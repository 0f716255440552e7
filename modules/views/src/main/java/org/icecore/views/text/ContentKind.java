package org.icecore.views.text;

import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// What a member holds, judged by its first bytes and never by its name.
public enum ContentKind {
    /// Characters; a few bytes may be no UTF-8.
    TEXT,
    /// Anything else.
    BINARY;

    private static final int LOOKED_AT = 8192;
    /// One byte in so many may be a control character or no UTF-8 in what still counts as text.
    private static final int ODD_ONE_IN = 20;

    /// Judges a source. An empty one is text.
    ///
    /// @throws EvidenceException if its beginning cannot be read
    public static ContentKind of(ByteSource source) throws EvidenceException {
        return of(source.bytes(0, (int) Math.min(LOOKED_AT, source.size())));
    }

    static ContentKind of(byte[] bytes) {
        int odd = 0;
        for (byte value : bytes) {
            if (value == 0) {
                return BINARY;
            }
            boolean control =
                    value >= 0 && value < ' ' && "\t\n\r\f\u001b".indexOf(value) < 0
                            || value == 0x7f;
            odd += control ? 1 : 0;
        }
        odd += EscapedText.of(bytes).escaped();
        return odd * ODD_ONE_IN <= bytes.length ? TEXT : BINARY;
    }
}
