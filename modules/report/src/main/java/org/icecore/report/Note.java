package org.icecore.report;

import java.util.Optional;

/// A statement about the report itself: what it covers, what it does not, and what to beware of.
///
/// @param location text form of an `org.icecore.evidence.Location`, where the statement can be re-checked
public record Note(Kind kind, Text text, Optional<String> location) implements Block {

    /// How much weight a note has.
    public enum Kind {
        /// Good to know.
        NOTE("Note"),
        /// What was and what was not examined.
        COVERAGE("Coverage"),
        /// Something that limits what may be concluded.
        CAUTION("Caution");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The word before the text.
        public String label() {
            return label;
        }
    }

    /// A note that no single place of the evidence states.
    public static Note of(Kind kind, String text) {
        return new Note(kind, Text.of(text), Optional.empty());
    }

    /// The same note, stated by `place` of the evidence.
    public Note at(String place) {
        return new Note(kind, text, Optional.of(place));
    }
}
