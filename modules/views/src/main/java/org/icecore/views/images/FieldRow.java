package org.icecore.views.images;

import java.util.Optional;
import org.icecore.analysis.table.Counted;

/// A row of the tree of fields.
///
/// @param line what it says; empty while it is being read
/// @param open whether its parts are shown below it
record FieldRow(FieldPath path, Optional<FieldLine> line, boolean open) {

    /// Whether there is anything to open.
    boolean hasParts() {
        return line.filter(read -> read.parts() > 0).isPresent();
    }

    /// The row as a screen reader says it.
    String spoken() {
        return line.map(this::spoken).orElse("being read");
    }

    private String spoken(FieldLine read) {
        var words = new StringBuilder(read.name());
        if (!read.shown().isEmpty()) {
            words.append(", ").append(read.shown());
        }
        words.append(", ").append(read.typeInWords());
        words.append(", bytes 0x%x to 0x%x".formatted(read.range().start(), read.range().end()));
        words.append(", level ").append(path.depth() + 1);
        if (read.parts() > 0) {
            words.append(open ? ", expanded, " : ", collapsed, ")
                    .append(Counted.of(read.parts(), "part"));
        }
        return words.toString();
    }
}
