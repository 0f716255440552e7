package org.icecore.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// What the command line is told from outside, so that it asks the machine nothing by itself.
///
/// @param clock tells when a report was made
/// @param version of the program
/// @param width columns that a line of text may have, at least 40
/// @param watched whether somebody sees the messages as they are written, so that progress may be shown
/// @param traced whether a fault of the program is to be told with its trace
/// @param folder in which a report is written that nobody gave a name
/// @param sample the folder of the sample investigation, if it is at hand
public record Surroundings(
        Clock clock,
        String version,
        int width,
        boolean watched,
        boolean traced,
        Path folder,
        Optional<Path> sample) {

    /// Columns of a line where nothing says how wide it is.
    public static final int USUAL_WIDTH = 120;

    private static final int LEAST_WIDTH = 40;

    public Surroundings {
        width = Math.max(LEAST_WIDTH, width);
    }
}
