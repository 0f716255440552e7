package org.icecore.views.hex.model;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a stretch of rows looks like from afar.
public enum Density {
    /// Nothing mapped, or no bytes.
    NONE,
    NOT_CAPTURED,
    ZERO,
    /// Mostly printable text.
    TEXT,
    /// Few bytes that are not 0.
    SPARSE,
    /// Anything else.
    DENSE;

    private static final int SAMPLES = 8;

    /// The densities of `cells` equal parts of `rows`, from samples; empty if `stopped` on the way. Any thread.
    public static Optional<Density[]> of(
            HexContent content, RowTable rows, int cells, BooleanSupplier stopped) {
        var densities = new Density[cells];
        for (int i = 0; i < cells; i++) {
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            densities[i] =
                    cell(content, rows, rowOfCell(rows, i, cells), rowOfCell(rows, i + 1, cells));
        }
        return Optional.of(densities);
    }

    /// The first row of cell `index`; of the cell after the last, the number of rows.
    public static long rowOfCell(RowTable rows, int index, int cells) {
        return (long)
                Math.min(rows.rowCount(), Math.floor((double) rows.rowCount() / cells * index));
    }

    private static Density cell(HexContent content, RowTable rows, long from, long to) {
        var tally = new int[values().length];
        long count = Math.max(1, to - from);
        int samples = (int) Math.min(SAMPLES, count);
        for (int s = 0; s < samples; s++) {
            long number = from + (long) ((double) count / samples * s);
            if (number < rows.rowCount()) {
                tally[row(content, rows.row(number)).ordinal()]++;
            }
        }
        int best = 0;
        for (int i = 1; i < tally.length; i++) {
            best = tally[i] >= tally[best] && tally[i] > 0 ? i : best;
        }
        return values()[best];
    }

    private static Density row(HexContent content, HexRow row) {
        return switch (row.kind()) {
            case TITLE, GAP, UNFOLDED -> NONE;
            case FOLDED -> of(content.read(row.span().first(), 1));
            case BYTES -> of(content.read(row.span().first(), (int) row.span().length()));
        };
    }

    private static Density of(HexBytes bytes) {
        int known = 0;
        int zeros = 0;
        int printable = 0;
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.known(i)) {
                int value = bytes.value(i);
                known++;
                zeros += value == 0 ? 1 : 0;
                printable += value >= 0x20 && value < 0x7f ? 1 : 0;
            }
        }
        if (known == 0) {
            return bytes.length() > 0 && bytes.state(0) == ByteState.NOT_CAPTURED
                    ? NOT_CAPTURED
                    : NONE;
        }
        if (zeros == known) {
            return ZERO;
        }
        int filled = known - zeros;
        if (printable * 4 >= filled * 3 && filled * 2 >= known) {
            return TEXT;
        }
        return filled * 4 <= known ? SPARSE : DENSE;
    }
}
