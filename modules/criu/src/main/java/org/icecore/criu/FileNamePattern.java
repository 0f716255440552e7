package org.icecore.criu;

import java.util.OptionalLong;

/// How CRIU forms the file name of one kind of image: a prefix, mostly a number, a suffix.
///
/// @param prefix what stands before the number, or the whole name where there is none
/// @param number how the number is written
/// @param suffix what stands after the number; empty where there is none
public record FileNamePattern(String prefix, Number number, String suffix) {

    /// How the number in a file name is written, after the conversions that CRIU prints it with.
    public enum Number {
        /// The name has no number.
        NONE("", 10, 0),
        /// `%u` and `%d`: decimal, 32 bits.
        DECIMAL_32("%u", 10, 0xffff_ffffL),
        /// `%lu` and `%ld`: decimal, 64 bits unsigned.
        DECIMAL_64("%lu", 10, -1),
        /// `%x`: lower-case hexadecimal, 32 bits.
        HEX_32("%x", 16, 0xffff_ffffL);

        private final String conversion;
        private final int radix;
        private final long greatest;

        Number(String conversion, int radix, long greatest) {
            this.conversion = conversion;
            this.radix = radix;
            this.greatest = greatest;
        }

        /// 10 or 16.
        public int radix() {
            return radix;
        }

        private OptionalLong parse(String digits) {
            if (digits.isEmpty()
                    || digits.length() > 20
                    || (digits.length() > 1 && digits.charAt(0) == '0')) {
                return OptionalLong.empty();
            }
            for (char c : digits.toCharArray()) {
                boolean digit = c >= '0' && c <= '9' || radix == 16 && c >= 'a' && c <= 'f';
                if (!digit) {
                    return OptionalLong.empty();
                }
            }
            try {
                long value = Long.parseUnsignedLong(digits, radix);
                return Long.compareUnsigned(value, greatest) <= 0
                        ? OptionalLong.of(value)
                        : OptionalLong.empty();
            } catch (NumberFormatException beyond64Bits) {
                return OptionalLong.empty();
            }
        }
    }

    /// The pattern of a name that is always the same.
    static FileNamePattern fixed(String name) {
        return new FileNamePattern(name, Number.NONE, "");
    }

    /// The pattern that a printf format with at most one conversion stands for, as in `core-%u.img`.
    static FileNamePattern of(String format) {
        for (Number number : new Number[] {Number.DECIMAL_32, Number.DECIMAL_64, Number.HEX_32}) {
            int at = format.indexOf(number.conversion);
            if (at >= 0) {
                return new FileNamePattern(
                        format.substring(0, at),
                        number,
                        format.substring(at + number.conversion.length()));
            }
        }
        return fixed(format);
    }

    /// Whether `fileName` has this form, numbers written exactly as CRIU would (no sign, no leading zeros, in range).
    public boolean matches(String fileName) {
        return number == Number.NONE ? fileName.equals(prefix) : id(fileName).isPresent();
    }

    /// The number in `fileName`, as an unsigned 64-bit value; empty if the name has another form or no number.
    public OptionalLong id(String fileName) {
        if (number == Number.NONE
                || fileName.length() <= prefix.length() + suffix.length()
                || !fileName.startsWith(prefix)
                || !fileName.endsWith(suffix)) {
            return OptionalLong.empty();
        }
        return number.parse(
                fileName.substring(prefix.length(), fileName.length() - suffix.length()));
    }

    /// The name with `id` in the place of the number; `id` is without effect where there is none.
    public String format(long id) {
        return number == Number.NONE
                ? prefix
                : prefix + Long.toUnsignedString(id, number.radix) + suffix;
    }

    @Override
    public String toString() {
        return prefix + number.conversion + suffix;
    }
}
