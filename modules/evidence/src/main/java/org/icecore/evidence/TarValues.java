package org.icecore.evidence;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads numbers of tar headers and of their pax records; what is none becomes a defect.
///
/// @param source the archive, in which defects are located
record TarValues(ByteSource source, DefectList defects) {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}");

    /// A field of the header at `position`.
    ///
    /// @param otherwise what it counts as where it is no number
    long number(TarHeader header, TarField field, long position, long otherwise) {
        var number = header.number(field);
        if (number.isEmpty()) {
            defects.add(
                    source.locate(ByteRange.of(position + field.start, field.length)),
                    field.name().toLowerCase(Locale.ROOT)
                            + " is not a number; shown as "
                            + otherwise);
        }
        return number.orElse(otherwise);
    }

    /// A record that belongs to the header at `position`.
    OptionalLong decimal(TarText text, long position, String key) {
        if (DECIMAL.matcher(text.value()).matches()) {
            return OptionalLong.of(Long.parseLong(text.value()));
        }
        complain(position, "pax record %s is not a number of at most 18 digits".formatted(key));
        return OptionalLong.empty();
    }

    /// Something is wrong with the header at `position` as a whole.
    void complain(long position, String defect) {
        defects.add(source.locate(ByteRange.of(position, TarHeader.BLOCK)), defect);
    }
}
