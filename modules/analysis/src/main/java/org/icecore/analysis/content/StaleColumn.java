package org.icecore.analysis.content;

import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;

/// Whether an image is a remnant of an earlier dump, which takes a process tree to tell.
public final class StaleColumn {

    /// Why it cannot be told.
    public static final String UNKNOWN =
            "without a whole process tree nobody can tell what earlier dumps left";

    private StaleColumn() {}

    static <R> Column<R> of(Checkpoint checkpoint, Function<R, CheckpointMember> member) {
        boolean told = checkpoint.tasks().isWhole() || checkpoint.imageDirectory().isEmpty();
        return Column.of(
                "stale",
                "Stale",
                ColumnKind.FLAG,
                "Belongs to a process that the process tree does not list: a remnant of an earlier dump",
                row -> cell(member.apply(row), told));
    }

    private static Cell cell(CheckpointMember member, boolean told) {
        return told || !member.inDump() || member.image().isEmpty()
                ? new Cell.Flag(member.stale())
                : Cell.notCaptured(UNKNOWN);
    }
}
