package org.icecore.app.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number of bytes as people write it: `512M`, `64 GiB`, `1000`. A unit is a power of 1024.
final class ByteSize implements ITypeConverter<Long> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,19}) ?(?:([kmgt])(?:i?b)?|b)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "kmgt";

    @Override
    public Long convert(String text) {
        var form = FORM.matcher(text.strip());
        if (form.matches()) {
            try {
                var unit = form.group(2);
                int power = unit == null ? 0 : UNITS.indexOf(unit.toLowerCase(Locale.ROOT)) + 1;
                return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << 10 * power);
            } catch (ArithmeticException | NumberFormatException _) {
                // Larger than any file; told below.
            }
        }
        throw new TypeConversionException(
                "'%s' is not a number of bytes such as 512M, 64G or 1000000".formatted(text));
    }
}
