package org.icecore.views.hex.model;

import java.util.Set;

/// How one content is laid out in rows.
///
/// @param bytesPerRow 8, 16 or 32
/// @param foldFrom bytes from which on zero pages and bytes not captured fold into one row
/// @param titles whether each region begins with a row that names it
public record HexLayout(int bytesPerRow, long foldFrom, boolean titles) {

    /// Sixteen bytes per row, folds from one page of 4 KiB, titles.
    public static HexLayout standard() {
        return new HexLayout(16, 4096, true);
    }

    public HexLayout withBytesPerRow(int count) {
        return new HexLayout(count, foldFrom, titles);
    }

    /// The rows of `content`, all folds closed.
    public RowTable rows(HexContent content) {
        return rows(RunTable.of(content), Set.of());
    }

    /// The rows of `runs`; the folds that begin at an address of `open` are open.
    RowTable rows(RunTable runs, Set<Long> open) {
        var rows = new RowTable.Builder(bytesPerRow);
        int i = 0;
        while (i < runs.count()) {
            if (i > 0 && runs.region(i) != runs.region(i - 1)) {
                long gap = runs.last(i - 1) + 1;
                if (gap != runs.first(i)) {
                    rows.add(HexRow.Kind.GAP, gap, runs.first(i) - 1);
                }
            }
            if (titles && (i == 0 || runs.region(i) != runs.region(i - 1))) {
                rows.add(HexRow.Kind.TITLE, runs.first(i), runs.regionOf(i).span().last());
            }
            boolean foldable =
                    runs.state(i) != ByteState.CAPTURED
                            && Long.compareUnsigned(runs.last(i) - runs.first(i), foldFrom - 1)
                                    >= 0;
            if (foldable) {
                rows.fold(runs.first(i), runs.last(i), open.contains(runs.first(i)));
            } else if (i > 0 && runs.region(i) == runs.region(i - 1)) {
                rows.bytes(runs.first(i), runs.last(i));
            } else {
                rows.add(HexRow.Kind.BYTES, runs.first(i), runs.last(i));
            }
            i++;
        }
        return rows.build((kind, span) -> caption(runs, kind, span));
    }

    private static String caption(RunTable runs, HexRow.Kind kind, AddressSpan span) {
        return switch (kind) {
            case TITLE -> {
                var region = runs.regionOf(runs.at(span.first()));
                yield region.label() + ", " + ByteCount.of(region.span());
            }
            case GAP -> "not mapped, " + ByteCount.of(span);
            case FOLDED, UNFOLDED -> folded(runs, span);
            case BYTES -> "";
        };
    }

    private static String folded(RunTable runs, AddressSpan span) {
        int run = runs.at(span.first());
        return switch (runs.state(run)) {
            case ZERO -> "%s zero pages".formatted(ByteCount.of(span));
            case NOT_CAPTURED, NOT_MAPPED, CAPTURED ->
                    "%s not captured: %s".formatted(ByteCount.of(span), runs.origin(run));
        };
    }
}
