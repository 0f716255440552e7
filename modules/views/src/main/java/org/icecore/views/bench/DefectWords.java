package org.icecore.views.bench;

import java.util.stream.Collectors;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Defect;

/// How the window speaks of damaged evidence.
public final class DefectWords {
    /// The view that lists each defect with its place.
    public static final String WHERE = "error-log";

    private static final int MOST_LINES = 12;

    private DefectWords() {}

    /// `archive is truncated, 3 defects`; empty if nothing is wrong.
    public static String brief(Checkpoint checkpoint) {
        var count = checkpoint.defects().size();
        if (count == 0) {
            return "";
        }
        var counted = Counted.of(count, "defect");
        return switch (checkpoint.archive().loss()) {
            case NONE -> counted;
            case CUT -> "archive is truncated, " + counted;
            case DAMAGED -> "archive is damaged, " + counted;
        };
    }

    /// `truncated, 3 defects`, for a narrow column.
    public static String shortest(Checkpoint checkpoint) {
        return brief(checkpoint).replace("archive is ", "");
    }

    /// The defects with their places, one a line; the first of many.
    public static String lines(Checkpoint checkpoint) {
        var lines =
                checkpoint.defects().stream()
                        .limit(MOST_LINES)
                        .map(Defect::toString)
                        .collect(Collectors.joining("\n"));
        var more = checkpoint.defects().size() - MOST_LINES;
        return more > 0 ? lines + "\nand %,d more".formatted(more) : lines;
    }
}
