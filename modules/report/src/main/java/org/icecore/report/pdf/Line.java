package org.icecore.report.pdf;

import java.util.List;

/// What stands on one baseline.
///
/// @param width in points, without the space at its end
record Line(List<Run> runs, double width) {

    Line {
        runs = List.copyOf(runs);
    }

    static Line of(Run run) {
        return new Line(List.of(run), run.width());
    }
}
