package org.icecore.report;

import java.util.HexFormat;

/// Some bytes of a [HexExcerpt], one after the other: there, or not there for a reason. Absent bytes are never zeros.
public sealed interface HexRun {

    /// Number of bytes.
    int length();

    /// Bytes that the checkpoint holds.
    ///
    /// @param hex two lower-case digits for each byte
    record Captured(String hex) implements HexRun {

        public Captured {
            if (hex.length() % 2 != 0
                    || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                throw new IllegalArgumentException("not bytes in lower-case hexadecimal: " + hex);
            }
        }

        /// The given bytes, copied.
        public static Captured of(byte[] bytes) {
            return new Captured(HexFormat.of().formatHex(bytes));
        }

        @Override
        public int length() {
            return hex.length() / 2;
        }

        /// The byte at `index`, 0 to 255.
        public int byteAt(int index) {
            return HexFormat.fromHexDigits(hex, index * 2, index * 2 + 2);
        }
    }

    /// Bytes that the checkpoint does not hold.
    ///
    /// @param reason why they are not there, such as `clean page of /usr/lib/libc.so.6`
    record NotCaptured(int length, String reason) implements HexRun {

        public NotCaptured {
            if (length < 0) {
                throw new IllegalArgumentException("not a number of bytes: " + length);
            }
        }
    }
}
