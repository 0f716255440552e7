package org.icecore.views.hex.model;

import java.util.Locale;

/// A number of bytes, unsigned, as it is written: `6.2 MiB`; below 1024, `14 bytes`.
public record ByteCount(long bytes) {

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    /// The size of `span`, in words: the whole space is `16.0 EiB`.
    public static String of(AddressSpan span) {
        return span.length() == 0 ? "16.0 EiB" : new ByteCount(span.length()).toString();
    }

    @Override
    public String toString() {
        if (Long.compareUnsigned(bytes, 1024) < 0) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double value = bytes >= 0 ? bytes : (bytes >>> 1) * 2.0;
        int unit = -1;
        do {
            value /= 1024;
            unit++;
        } while (unit < UNITS.length - 1 && value >= 1023.95);
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
