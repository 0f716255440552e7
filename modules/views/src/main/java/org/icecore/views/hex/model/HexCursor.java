package org.icecore.views.hex.model;

import java.util.Optional;

/// Caret and selection of a hex view. Immutable: every motion gives another cursor.
///
/// @param anchor where the selection began; the caret where there is none
/// @param caret the byte the caret is on, or the first byte of the fold it is on
/// @param column the column that upward and downward motions keep to
/// @param selecting whether anchor and caret span a selection
public record HexCursor(long anchor, long caret, int column, boolean selecting) {

    /// A way to move the caret.
    public enum Motion {
        LEFT,
        RIGHT,
        UP,
        DOWN,
        ROW_START,
        ROW_END,
        PAGE_UP,
        PAGE_DOWN,
        START,
        END
    }

    /// A caret at `address` without a selection.
    public static HexCursor at(RowTable rows, long address) {
        long caret = rows.unit(address).first();
        return new HexCursor(caret, caret, column(rows, address), false);
    }

    /// A selection of `span`, the caret at its last byte.
    public static HexCursor over(RowTable rows, AddressSpan span) {
        return new HexCursor(span.first(), span.last(), column(rows, span.last()), true);
    }

    /// The caret put at `address`; the selection grows or shrinks to it if `extend`.
    public HexCursor to(RowTable rows, long address, boolean extend) {
        return place(rows.unit(address).first(), column(rows, address), extend);
    }

    /// What is selected. Folds at its ends are selected whole.
    public Optional<AddressSpan> selection(RowTable rows) {
        if (!selecting) {
            return Optional.empty();
        }
        var one = rows.unit(anchor);
        var other = rows.unit(caret);
        return Optional.of(
                new AddressSpan(
                        AddressSpan.min(one.first(), other.first()),
                        AddressSpan.max(one.last(), other.last())));
    }

    /// The cursor after `motion`; `page` is the number of rows in sight.
    public HexCursor move(RowTable rows, Motion motion, int page, boolean extend) {
        if (rows.isEmpty()) {
            return this;
        }
        long here = rows.rowOf(caret);
        var row = rows.row(here);
        return switch (motion) {
            case LEFT ->
                    row.kind() == HexRow.Kind.BYTES && caret != row.span().first()
                            ? to(rows, caret - 1, extend)
                            : sideways(rows, rows.caretRow(here - 1, true), here, extend);
            case RIGHT ->
                    row.kind() == HexRow.Kind.BYTES && caret != row.span().last()
                            ? to(rows, caret + 1, extend)
                            : sideways(rows, rows.caretRow(here + 1, false), here, extend);
            case UP -> vertical(rows, rows.caretRow(here - 1, true), extend);
            case DOWN -> vertical(rows, rows.caretRow(here + 1, false), extend);
            case PAGE_UP -> vertical(rows, rows.caretRow(Math.max(0, here - page), true), extend);
            case PAGE_DOWN ->
                    vertical(
                            rows,
                            rows.caretRow(here > Long.MAX_VALUE - page ? here : here + page, false),
                            extend);
            case ROW_START -> to(rows, row.span().first(), extend);
            case ROW_END ->
                    to(rows, row.kind() == HexRow.Kind.BYTES ? row.span().last() : caret, extend);
            case START -> to(rows, rows.row(rows.caretRow(0, false)).span().first(), extend);
            case END ->
                    to(
                            rows,
                            rows.row(rows.caretRow(rows.rowCount() - 1, true)).span().last(),
                            extend);
        };
    }

    private HexCursor sideways(RowTable rows, long target, long here, boolean extend) {
        if (target < 0 || target == here) {
            return place(caret, column, extend);
        }
        var span = rows.row(target).span();
        return to(rows, target < here ? span.last() : span.first(), extend);
    }

    private HexCursor vertical(RowTable rows, long target, boolean extend) {
        if (target < 0) {
            return this;
        }
        var row = rows.row(target);
        long address =
                row.kind() == HexRow.Kind.BYTES
                        ? row.span().nearest(row.base() + Math.min(column, rows.bytesPerRow() - 1))
                        : row.span().first();
        return place(address, column, extend);
    }

    private HexCursor place(long address, int goal, boolean extend) {
        return extend
                ? new HexCursor(anchor, address, goal, true)
                : new HexCursor(address, address, goal, false);
    }

    private static int column(RowTable rows, long address) {
        return (int) (address & (rows.bytesPerRow() - 1));
    }
}
