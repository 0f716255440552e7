package org.icecore.report;

import java.util.Optional;

/// A named value, and where in the evidence it stands.
///
/// @param location text form of an `org.icecore.evidence.Location`, where the value can be re-checked
public record Fact(String name, Text value, Optional<String> location) {

    /// A fact that no single place of the evidence states.
    public static Fact of(String name, String value) {
        return of(name, Text.of(value));
    }

    /// A fact that no single place of the evidence states.
    public static Fact of(String name, Text value) {
        return new Fact(name, value, Optional.empty());
    }

    /// A fact whose value is quoted letter for letter, such as a digest or a path.
    public static Fact quoted(String name, String value) {
        return of(name, Text.monospaced(value));
    }

    /// The same fact, stated by `place` of the evidence.
    public Fact at(String place) {
        return new Fact(name, value, Optional.of(place));
    }
}
