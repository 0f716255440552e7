package org.icecore.views.hex.model;

import java.util.Optional;
import java.util.Set;

/// One pass over the runs of both sides in the order of their addresses, which makes the rows of a comparison.
///
/// Adjacent pieces that compare alike grow into one block before it is decided whether the block folds.
final class DiffSweep {

    /// Fewer equal rows than this are not worth a fold.
    private static final int SHORTEST_FOLD = 3;

    private final RunTable before;
    private final RunTable after;
    private final DiffLayout layout;
    private final Optional<ChangeWindows> windows;
    private final Set<Long> open;
    private final RowTable.Builder rows;

    private int beforeAt;
    private int afterAt;
    private boolean pending;
    private long pendingFirst;
    private long pendingLast;
    private Pairing pendingPairing = new Pairing(ByteState.NOT_MAPPED, ByteState.NOT_MAPPED);

    DiffSweep(
            RunTable before,
            RunTable after,
            DiffLayout layout,
            Optional<ChangeWindows> windows,
            Set<Long> open,
            RowTable.Builder rows) {
        this.before = before;
        this.after = after;
        this.layout = layout;
        this.windows = windows;
        this.open = open;
        this.rows = rows;
    }

    void run() {
        long at = 0;
        boolean top = false;
        boolean begun = false;
        while (!top && (beforeAt < before.count() || afterAt < after.count())) {
            long end =
                    AddressSpan.min(pieceEnd(before, beforeAt, at), pieceEnd(after, afterAt, at));
            var pairing = new Pairing(state(before, beforeAt, at), state(after, afterAt, at));
            if (!pairing.unmapped()) {
                piece(at, end, pairing);
                begun = true;
            } else if (begun) {
                flush();
                rows.add(HexRow.Kind.GAP, at, end);
            }
            top = end == -1L;
            at = end + 1;
            beforeAt = advance(before, beforeAt, at, top);
            afterAt = advance(after, afterAt, at, top);
        }
        flush();
    }

    private static int advance(RunTable table, int index, long at, boolean top) {
        return index < table.count() && !top && Long.compareUnsigned(table.last(index), at) < 0
                ? index + 1
                : index;
    }

    private static long pieceEnd(RunTable table, int index, long at) {
        if (index >= table.count()) {
            return -1L;
        }
        return Long.compareUnsigned(table.first(index), at) <= 0
                ? table.last(index)
                : table.first(index) - 1;
    }

    private static ByteState state(RunTable table, int index, long at) {
        return index < table.count() && Long.compareUnsigned(table.first(index), at) <= 0
                ? table.state(index)
                : ByteState.NOT_MAPPED;
    }

    private static boolean regionBegins(RunTable table, int index, long at) {
        return index < table.count()
                && table.first(index) == at
                && table.regionOf(index).span().first() == at;
    }

    private void piece(long first, long last, Pairing pairing) {
        boolean begins =
                regionBegins(before, beforeAt, first) || regionBegins(after, afterAt, first);
        if (begins) {
            flush();
            rows.add(HexRow.Kind.TITLE, first, last);
        }
        if (pairing.foldsAlone(windows.isPresent())
                && Long.compareUnsigned(last - first, layout.foldFrom() - 1) >= 0) {
            flush();
            rows.fold(first, last, open.contains(first));
        } else if (pending && pendingLast + 1 == first && pairing.comparesLike(pendingPairing)) {
            pendingLast = last;
        } else {
            flush();
            pending = true;
            pendingFirst = first;
            pendingLast = last;
            pendingPairing = pairing;
        }
    }

    private void flush() {
        if (pending) {
            pending = false;
            if (windows.isPresent()) {
                cut(windows.get());
            } else {
                rows.bytes(pendingFirst, pendingLast);
            }
        }
    }

    /// Shows what lies in a window and folds the rest.
    private void cut(ChangeWindows around) {
        long at = pendingFirst;
        for (int i = around.from(at); i < around.count(); i++) {
            var window = around.get(i);
            if (Long.compareUnsigned(window.first(), pendingLast) > 0) {
                break;
            }
            if (Long.compareUnsigned(window.first(), at) > 0) {
                quiet(at, window.first() - 1);
                at = window.first();
            }
            long end = AddressSpan.min(window.last(), pendingLast);
            rows.bytes(at, end);
            if (end == pendingLast) {
                return;
            }
            at = end + 1;
        }
        quiet(at, pendingLast);
    }

    private void quiet(long first, long last) {
        if (Long.compareUnsigned(last - first, (long) layout.bytesPerRow() * SHORTEST_FOLD - 1)
                >= 0) {
            rows.fold(first, last, open.contains(first));
        } else {
            rows.bytes(first, last);
        }
    }
}
