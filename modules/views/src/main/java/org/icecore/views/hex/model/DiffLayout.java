package org.icecore.views.hex.model;

import java.util.Optional;
import java.util.Set;

/// How two contents are laid out in common rows, aligned by address.
///
/// @param bytesPerRow 8, 16 or 32
/// @param foldFrom bytes from which on runs without captured bytes on either side fold into one row
/// @param context rows to show around each change, the others folded; empty to show all
public record DiffLayout(int bytesPerRow, long foldFrom, Optional<Integer> context) {

    /// Sixteen bytes per row, all rows.
    public static DiffLayout standard() {
        return new DiffLayout(16, 4096, Optional.empty());
    }

    public DiffLayout withBytesPerRow(int count) {
        return new DiffLayout(count, foldFrom, context);
    }

    public DiffLayout withContext(Optional<Integer> rows) {
        return new DiffLayout(bytesPerRow, foldFrom, rows);
    }

    /// The rows of `before` and `after`, all folds closed.
    public RowTable rows(HexContent before, HexContent after, HexChanges changes) {
        return rows(RunTable.of(before), RunTable.of(after), changes, Set.of());
    }

    RowTable rows(RunTable before, RunTable after, HexChanges changes, Set<Long> open) {
        var rows = new RowTable.Builder(bytesPerRow);
        var windows = context.map(rowsAround -> ChangeWindows.of(changes, bytesPerRow, rowsAround));
        var sweep = new DiffSweep(before, after, this, windows, open, rows);
        sweep.run();
        return rows.build(
                (kind, span) -> DiffCaptions.of(before, after, context.isPresent(), kind, span));
    }
}
