package org.icecore.views.text;

import java.util.regex.Pattern;

/// Where an examiner wants to go in a text: a line, and perhaps a column.
sealed interface LinePlace {
    /// A place in the text.
    ///
    /// @param line from 0
    /// @param column from 0; may lie behind the end of the line
    record At(int line, int column) implements LinePlace {}

    /// No place.
    ///
    /// @param why in words for the examiner
    record Nowhere(String why) implements LinePlace {}

    /// Reads `120` or `120:8`, both counted from 1 as editors do. A line behind the last is the last.
    ///
    /// @param lines number of lines of the text, at least one
    static LinePlace parse(String text, int lines) {
        var found =
                Pattern.compile("(\\d{1,9})(?::(\\d{1,9}))?")
                        .matcher(text.replace(",", "").strip());
        if (!found.matches()) {
            return new Nowhere("Type the number of a line, 1 to %,d.".formatted(lines));
        }
        var line = Integer.parseInt(found.group(1));
        var column = found.group(2) == null ? 1 : Integer.parseInt(found.group(2));
        return line == 0
                ? new Nowhere("Lines are counted from 1.")
                : new At(Math.min(line, lines) - 1, Math.max(column, 1) - 1);
    }
}
