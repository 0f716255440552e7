package org.icecore.report;

import java.util.Optional;

/// Running text.
///
/// @param location text form of an `org.icecore.evidence.Location`, where the statement can be re-checked
public record Paragraph(Text text, Optional<String> location) implements Block {

    /// A paragraph that no single place of the evidence states.
    public static Paragraph of(String text) {
        return of(Text.of(text));
    }

    /// A paragraph that no single place of the evidence states.
    public static Paragraph of(Text text) {
        return new Paragraph(text, Optional.empty());
    }

    /// The same paragraph, stated by `place` of the evidence.
    public Paragraph at(String place) {
        return new Paragraph(text, Optional.of(place));
    }
}
