package org.icecore.views.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableColumnBase;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.TableSetup;

/// Columns of the workbench for columns of results.
final class GridColumns {
    private static final String ABSENT = "ink-muted";

    private GridColumns() {}

    /// A table or tree of the workbench that shows the columns of `table` as `look` wants them.
    static <R> TableSetup<R> setup(ResultTable<R> table, GridLook<R> look, TableServices services) {
        var columns = new ArrayList<Column<R, ?>>();
        for (var id : look.columns()) {
            columns.add(
                    of(
                            table.column(id)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "no column %s in table %s"
                                                                    .formatted(id, table.id()))),
                            look));
        }
        return TableSetup.of(
                        look.id(),
                        look.title(),
                        columns,
                        services.menus(),
                        services.icons(),
                        services.preferences())
                .withContextMenu(look.contextMenu());
    }

    /// Explains the terms of the kernel where they stand.
    static void headers(
            ResultTable<?> table, GridLook<?> look, List<? extends TableColumnBase<?, ?>> columns) {
        columns.forEach(
                column ->
                        table.column(Optional.ofNullable(column.getId()).orElse(""))
                                .filter(known -> !known.tooltip().isEmpty())
                                .ifPresent(
                                        known ->
                                                Headers.explain(
                                                        column,
                                                        look.titles()
                                                                .getOrDefault(
                                                                        known.id(), known.title()),
                                                        known.title() + ": " + known.tooltip())));
    }

    static <R> Column<R, Cell> of(org.icecore.analysis.table.Column<R> source, GridLook<R> look) {
        var width = look.widths().getOrDefault(source.id(), width(source.kind()));
        Function<R, Optional<String>> ink =
                look.inks().getOrDefault(source.id(), _ -> Optional.empty());
        var column =
                Column.<R, Cell>of(
                                source.id(),
                                look.titles().getOrDefault(source.id(), source.title()),
                                width,
                                source::cell,
                                source.kind().rightAligned()
                                        ? GridColumns::number
                                        : GridColumns::text,
                                Cell.order())
                        .withTooltip(
                                look.tooltips()
                                        .getOrDefault(
                                                source.id(), row -> tooltip(source.cell(row))))
                        .withInk(
                                row ->
                                        muted(source.cell(row))
                                                ? Optional.of(ABSENT)
                                                : ink.apply(row));
        if (source.kind().fixedPitch()) {
            column = column.monospaced();
        }
        if (source.kind().rightAligned()) {
            column = column.rightAligned();
        }
        // A word with an icon, such as a signal: the icon alone says little.
        var named =
                source.id().equals(look.iconColumn())
                        && !source.id().equals(look.columns().getFirst());
        if (named || whole(source.kind())) {
            column = column.uncut();
        }
        if (look.onDemand().contains(source.id())) {
            column = column.askedFor();
        }
        return source.id().equals(look.iconColumn()) ? column.withIcon(look.icon()) : column;
    }

    /// What is not there, and what is not so: a "no" is said, for a blank could be an unknown, but the eye finds what is.
    private static boolean muted(Cell cell) {
        return !cell.present() || cell.equals(new Cell.Flag(false));
    }

    /// As columns of numbers show it: what was not captured is told by its sign, since words would be wider than any number.
    static String number(Cell cell) {
        return cell instanceof Cell.Absent(var absence, _) && absence == Absence.NOT_CAPTURED
                ? "??"
                : text(cell);
    }

    /// As narrow columns show it: what cannot be there is a dash, what was not captured and what is not so is said in words.
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Absent(var absence, _) ->
                    switch (absence) {
                        case NOT_APPLICABLE -> "-";
                        case NOT_CAPTURED, MALFORMED -> absence.label();
                    };
            case Cell.Bytes(var value) when value == 0 -> "0";
            default -> CellText.brief(cell);
        };
    }

    /// What the text leaves out; empty if nothing.
    static String tooltip(Cell cell) {
        return switch (cell) {
            case Cell.Bytes _, Cell.Duration _, Cell.Timestamp _, Cell.Range _, Cell.Checksum _ ->
                    CellText.detail(cell);
            case Cell.Absent(var absence, var reason) -> sentence(absence.label(), reason);
            case Cell.Text(var value) -> value.length() > 24 ? value : "";
            case Cell.Names(var values, _) -> values.size() > 1 ? String.join("\n", values) : "";
            case Cell.Numbers numbers -> tooltip(numbers.names());
            case Cell.Named(var entries) ->
                    entries.size() > 1 ? String.join("\n", CellText.lines(entries)) : "";
            case Cell.Number _, Cell.Address _, Cell.Flag _ -> "";
        };
    }

    private static String sentence(String label, String reason) {
        return Capital.of(label) + ": " + reason;
    }

    private static boolean whole(ColumnKind kind) {
        return switch (kind) {
            case NUMBER, ADDRESS, RANGE, BYTES, DURATION_MICROS, TIMESTAMP, FLAG -> true;
            case TEXT, CODE, FLAGS, DIGEST -> false;
        };
    }

    private static int width(ColumnKind kind) {
        return switch (kind) {
            case TEXT -> 110;
            case CODE -> 220;
            case NUMBER -> 64;
            case ADDRESS -> 132;
            case RANGE -> 260;
            case BYTES -> 84;
            case DURATION_MICROS -> 84;
            case TIMESTAMP -> 168;
            case FLAG -> 56;
            case FLAGS -> 180;
            case DIGEST -> 150;
        };
    }
}
