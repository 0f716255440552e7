package org.icecore.evidence;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/// One header block of a tar archive, as its 512 bytes say it.
record TarHeader(byte[] block) {

    static final int BLOCK = 512;

    /// Whether all bytes are zero, as in the two blocks that end an archive.
    boolean isZero() {
        for (byte value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the checksum is that of the bytes; old archives add them up as signed numbers.
    boolean checksumMatches() {
        var written = number(TarField.CHECKSUM);
        return written.isPresent()
                && (written.getAsLong() == sum(0xff) || written.getAsLong() == sum(-1));
    }

    /// The sum of all bytes, the checksum's own counted as spaces.
    long sum(int mask) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= TarField.CHECKSUM.start && i < TarField.CHECKSUM.end();
            sum += own ? ' ' : block[i] & mask;
        }
        return sum;
    }

    /// The checksum as written.
    String checksum() {
        var written = number(TarField.CHECKSUM);
        return written.isPresent() ? Long.toString(written.getAsLong()) : "not a number";
    }

    char type() {
        return (char) (block[TarField.TYPE.start] & 0xff);
    }

    /// Whether the block carries the `ustar` of POSIX or GNU; the oldest archives carry none.
    boolean hasMagic() {
        return raw(TarField.MAGIC).startsWith("ustar");
    }

    /// Whether it is beyond doubt a header, and undamaged.
    boolean isWhole() {
        return hasMagic() && checksumMatches();
    }

    /// Whether the checksum is that of the bytes once the magic of POSIX or of GNU tar stands in its place.
    boolean isWholeButForItsMagic() {
        return hasSumWith("ustar\00000") || hasSumWith("ustar  \0");
    }

    private boolean hasSumWith(String magic) {
        var mended = block.clone();
        var bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, mended, TarField.MAGIC.start, bytes.length);
        return new TarHeader(mended).checksumMatches();
    }

    /// Whether it is a header of Schilling's star, which keeps times where others have the end of the prefix.
    boolean isStar() {
        return raw(TarField.MAGIC).startsWith("ustar\0")
                && raw(TarField.STAR_TRAILER).equals("tar\0");
    }

    TarText name() {
        var name = text(TarField.NAME);
        if (!raw(TarField.MAGIC).startsWith("ustar\0")) {
            return name;
        }
        var prefix = text(isStar() ? TarField.STAR_PREFIX : TarField.PREFIX);
        return prefix.isEmpty()
                ? name
                : new TarText(prefix.value() + "/" + name.value(), prefix.utf8() && name.utf8());
    }

    TarText text(TarField field) {
        return TarText.untilNul(block, field.start, field.end());
    }

    OptionalLong number(TarField field) {
        return number(block, field.start, field.length);
    }

    /// A number in octal digits, or in base 256 where the first bit is set (GNU tar manual, "Extensions to the ustar
    /// format"); empty if it is neither or needs more than 63 bits. A blank field is 0, as all readers take it.
    static OptionalLong number(byte[] bytes, int start, int length) {
        if ((bytes[start] & 0x80) != 0) {
            var digits = Arrays.copyOfRange(bytes, start, start + length);
            boolean negative = (digits[0] & 0x40) != 0;
            digits[0] = (byte) (negative ? digits[0] | 0x80 : digits[0] & 0x7f);
            var value = new BigInteger(digits);
            return value.bitLength() > 63
                    ? OptionalLong.empty()
                    : OptionalLong.of(value.longValue());
        }
        int at = start;
        int end = start + length;
        while (at < end && (bytes[at] == ' ' || bytes[at] == 0)) {
            at++;
        }
        long value = 0;
        for (; at < end && bytes[at] != ' ' && bytes[at] != 0; at++) {
            if (bytes[at] < '0' || bytes[at] > '7' || value >>> 60 != 0) {
                return OptionalLong.empty();
            }
            value = value << 3 | bytes[at] - '0';
        }
        return OptionalLong.of(value);
    }

    private String raw(TarField field) {
        return new String(block, field.start, field.length, StandardCharsets.ISO_8859_1);
    }
}
