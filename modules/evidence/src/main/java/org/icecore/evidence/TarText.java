package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A name out of a tar header: UTF-8 where the bytes are that, otherwise one character for each byte.
record TarText(String value, boolean utf8) {

    static final TarText EMPTY = new TarText("", true);

    /// The bytes of `[start, end)` up to the first NUL.
    static TarText untilNul(byte[] bytes, int start, int end) {
        int stop = start;
        while (stop < end && bytes[stop] != 0) {
            stop++;
        }
        return of(bytes, start, stop);
    }

    static TarText of(byte[] bytes, int start, int end) {
        if (isAscii(bytes, start, end)) {
            return start == end
                    ? EMPTY
                    : new TarText(
                            new String(bytes, start, end - start, StandardCharsets.US_ASCII), true);
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, start, end - start));
            return new TarText(text.toString(), true);
        } catch (CharacterCodingException _) {
            return new TarText(
                    new String(bytes, start, end - start, StandardCharsets.ISO_8859_1), false);
        }
    }

    private static boolean isAscii(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return value.isEmpty();
    }
}
