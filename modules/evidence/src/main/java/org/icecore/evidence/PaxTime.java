package org.icecore.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// A time in a pax record: seconds since 1970 in decimal, with or without a fraction, before 1970 with a minus.
final class PaxTime {

    private PaxTime() {}

    /// @throws NumberFormatException or [java.time.DateTimeException] or [ArithmeticException] if it is no such time
    static Instant parse(String text) {
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{0,40})?")) {
            throw new NumberFormatException(text);
        }
        var seconds = new BigDecimal(text);
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        var nanos = seconds.subtract(whole).movePointRight(9);
        return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue());
    }
}
