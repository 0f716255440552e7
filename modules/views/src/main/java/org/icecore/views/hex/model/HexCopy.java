package org.icecore.views.hex.model;

import java.util.List;

/// What a copy of selected bytes came to.
///
/// @param text what goes to the clipboard
/// @param bytes number of bytes with a value in it
/// @param leftOut what the selection spans and the text does not give, each in words; empty if nothing
public record HexCopy(String text, long bytes, List<String> leftOut) {

    /// No copy holds more bytes than this.
    static final long LIMIT = 4L << 20;

    /// Longer runs that are not captured are told, not spelt out.
    static final long LONGEST_UNKNOWN = 4096;

    public HexCopy {
        leftOut = List.copyOf(leftOut);
    }

    /// The shape of a copy.
    public enum Format {
        /// `fc 48 83 ??`
        HEX,
        /// Lines of address, bytes and text.
        DUMP,
        /// Printable ASCII, tabs and line ends; a dot for other bytes, U+FFFD for a byte not captured.
        TEXT,
        /// A `uint8_t` array; bytes not captured end one array, and the next begins after a comment.
        C_ARRAY,
        /// A `byte[]` of Java, interrupted like that of C.
        JAVA_ARRAY,
        /// A `bytes` object of Python, interrupted like the array of C.
        PYTHON,
        /// The address of the first byte.
        ADDRESS
    }

    /// Copies `span` of `content`. Bytes not captured are `??` or told as left out, never made up.
    public static HexCopy of(HexContent content, AddressSpan span, Format format) {
        return new CopyWriter(content, format).copy(span);
    }
}
