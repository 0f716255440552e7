package org.icecore.analysis.table;

import java.util.Comparator;

/// The order of cells; kept apart so that the family stays a list of values.
final class CellOrder {

    static final Comparator<Cell> BY_VALUE = CellOrder::compare;

    private CellOrder() {}

    private static int compare(Cell a, Cell b) {
        var byKind = Integer.compare(rank(a), rank(b));
        if (byKind != 0) {
            return byKind;
        }
        return switch (a) {
            case Cell.Text(var value) when b instanceof Cell.Text(var other) ->
                    NaturalOrder.ORDER.compare(value, other);
            case Cell.Number(var value) when b instanceof Cell.Number(var other) ->
                    Long.compare(value, other);
            case Cell.Address(var value) when b instanceof Cell.Address(var other) ->
                    Long.compareUnsigned(value, other);
            case Cell.Range(var value) when b instanceof Cell.Range(var other) ->
                    value.compareTo(other);
            case Cell.Bytes(var value) when b instanceof Cell.Bytes(var other) ->
                    Long.compareUnsigned(value, other);
            case Cell.Duration(var value) when b instanceof Cell.Duration(var other) ->
                    Long.compare(value, other);
            case Cell.Timestamp(var value) when b instanceof Cell.Timestamp(var other) ->
                    value.compareTo(other);
            case Cell.Flag(var value) when b instanceof Cell.Flag(var other) ->
                    Boolean.compare(value, other);
            case Cell.Checksum _ -> CellText.text(a).compareTo(CellText.text(b));
            default -> NaturalOrder.ORDER.compare(CellText.text(a), CellText.text(b));
        };
    }

    /// Where a column mixes kinds, which only absences should make it do, each kind stays together.
    private static int rank(Cell cell) {
        return switch (cell) {
            case Cell.Number _ -> 0;
            case Cell.Address _ -> 1;
            case Cell.Range _ -> 2;
            case Cell.Bytes _ -> 3;
            case Cell.Duration _ -> 4;
            case Cell.Timestamp _ -> 5;
            case Cell.Flag _ -> 6;
            case Cell.Text _ -> 7;
            case Cell.Names _ -> 8;
            case Cell.Numbers _ -> 9;
            case Cell.Named _ -> 10;
            case Cell.Checksum _ -> 11;
            case Cell.Absent _ -> 12;
        };
    }
}
