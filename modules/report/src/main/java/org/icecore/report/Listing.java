package org.icecore.report;

import java.util.List;
import java.util.Optional;

/// Lines quoted letter for letter: a log, a command line, an excerpt of a file.
///
/// @param lines without their line ends
/// @param omitted how many further lines the report leaves out; writers say so
/// @param location text form of an `org.icecore.evidence.Location`, where the lines can be re-checked
public record Listing(
        Optional<String> caption, List<String> lines, long omitted, Optional<String> location)
        implements Block {

    public Listing {
        lines = List.copyOf(lines);
        if (omitted < 0) {
            throw new IllegalArgumentException("not a number of lines: " + omitted);
        }
    }

    /// All lines of something.
    public static Listing of(String caption, List<String> lines) {
        return new Listing(Optional.of(caption), lines, 0, Optional.empty());
    }

    /// The same lines, stated by `place` of the evidence.
    public Listing at(String place) {
        return new Listing(caption, lines, omitted, Optional.of(place));
    }
}
