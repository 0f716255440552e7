package org.icecore.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.regex.Pattern;

/// A time in a pax record: seconds since 1970 in decimal, with or without a fraction, before 1970 with a minus.
final class PaxTime {

    private static final Pattern TIME = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{0,40})?");

    private PaxTime() {}

    /// @throws NumberFormatException or [java.time.DateTimeException] or [ArithmeticException] if it is no such time
    static Instant parse(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        var seconds = new BigDecimal(text);
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        var nanos = seconds.subtract(whole).movePointRight(9);
        return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue());
    }
}
