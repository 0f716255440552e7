package org.icecore.checkpoint.container;

import java.util.Optional;
import org.icecore.evidence.Location;

/// A field of CRIU's messages that this release does not know, or a known one whose value or form it does not know, in all
/// the places of one image where it occurs.
///
/// @param message the message that holds it, e.g. `MmEntry`
/// @param number the field's number
/// @param name the field's name, if the schema has one: then its value is unknown, or it is written in another way
/// @param form how it is written: `varint`, `fixed64`, `length-delimited`, `group`, `fixed32`
/// @param count how often it occurs
/// @param bytes of all occurrences, with tags
/// @param first value of the first occurrence: a number, or the first bytes in hexadecimal
/// @param at the first occurrence, with its tag
public record UnknownField(
        String message,
        int number,
        Optional<String> name,
        String form,
        long count,
        long bytes,
        String first,
        Location at) {

    /// `MmEntry.99`, or `FileEntry.type (1)` where the schema has a name.
    public String title() {
        return name.map(word -> "%s.%s (%d)".formatted(message, word, number))
                .orElse("%s.%d".formatted(message, number));
    }

    /// One more occurrence.
    public UnknownField and(long length) {
        return new UnknownField(message, number, name, form, count + 1, bytes + length, first, at);
    }
}
