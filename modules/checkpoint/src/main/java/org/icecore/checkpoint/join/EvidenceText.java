package org.icecore.checkpoint.join;

import com.google.protobuf.ByteString;
import org.icecore.criu.raw.LenientText;

/// Bytes of the evidence as text: UTF-8, each byte that is none as `\xNN`, so that nothing is lost or guessed.
final class EvidenceText {

    private EvidenceText() {}

    static String of(ByteString bytes) {
        return bytes.isValidUtf8() ? bytes.toStringUtf8() : of(bytes.toByteArray());
    }

    static String of(byte[] bytes) {
        return LenientText.of(bytes);
    }
}
