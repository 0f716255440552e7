package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Observed;
import org.icecore.evidence.Location;
import org.icecore.views.properties.PropertySheet.Look;
import org.icecore.views.properties.PropertySheet.Property;

/// Collects the properties of a group.
final class GroupBuilder {
    private final String title;
    private final boolean open;
    private final List<Property> properties = new ArrayList<>();

    private GroupBuilder(String title, boolean open) {
        this.title = title;
        this.open = open;
    }

    /// A group that is shown at once.
    static GroupBuilder open(String title) {
        return new GroupBuilder(title, true);
    }

    /// A group that is shown on demand.
    static GroupBuilder closed(String title) {
        return new GroupBuilder(title, false);
    }

    GroupBuilder plain(String name, Object value) {
        return add(name, String.valueOf(value), Look.PLAIN, "");
    }

    GroupBuilder code(String name, String value) {
        return add(name, value, Look.CODE, "");
    }

    GroupBuilder optional(String name, Optional<?> value) {
        value.ifPresent(present -> plain(name, present));
        return this;
    }

    GroupBuilder address(String name, long value) {
        return code(name, CellText.address(value));
    }

    GroupBuilder size(String name, long bytes) {
        return add(name, CellText.sizeAndBytes(bytes), Look.PLAIN, "");
    }

    GroupBuilder absent(String name, String reason) {
        return add(name, reason, Look.ABSENT, "");
    }

    /// Where all of the group can be re-checked.
    GroupBuilder location(Location at) {
        return code("Location", at.toString());
    }

    /// The value, or why there is none.
    <T> GroupBuilder observed(String name, Observed<T> observed, Function<? super T, String> text) {
        return switch (observed) {
            case Observed.Present<T>(var value, _) -> code(name, text.apply(value));
            case Observed.NotCaptured<T>(var reason) -> absent(name, "not captured: " + reason);
            case Observed.Malformed<T>(var at, var defect) ->
                    absent(name, "malformed: %s: %s".formatted(at, defect));
        };
    }

    /// A cell as other media show it.
    GroupBuilder cell(String name, Cell cell, boolean fixedPitch, String meaning) {
        return switch (cell) {
            case Cell.Absent(var absence, var reason) ->
                    add(name, absence.label() + ": " + reason, Look.ABSENT, meaning);
            case Cell.Bytes(var bytes) -> size(name, bytes);
            case Cell.Names(var names, _) ->
                    add(
                            name,
                            names.isEmpty() ? "none" : String.join("\n", names),
                            Look.PLAIN,
                            meaning);
            case Cell.Numbers numbers -> cell(name, numbers.names(), fixedPitch, meaning);
            case Cell.Named(var entries) ->
                    add(
                            name,
                            entries.isEmpty() ? "none" : String.join("\n", CellText.lines(entries)),
                            Look.PLAIN,
                            meaning);
            case Cell.Text _,
                    Cell.Number _,
                    Cell.Address _,
                    Cell.Range _,
                    Cell.Duration _,
                    Cell.Timestamp _,
                    Cell.Flag _,
                    Cell.Checksum _ ->
                    add(name, CellText.text(cell), fixedPitch ? Look.CODE : Look.PLAIN, meaning);
        };
    }

    /// All cells of a row of a table, but for those that cannot be there and those named.
    <R> GroupBuilder row(ResultTable<R> table, R row, String... leftOut) {
        for (Column<R> column : table.columns()) {
            var cell = column.cell(row);
            var impossible =
                    cell instanceof Cell.Absent(var absence, _)
                            && absence == Absence.NOT_APPLICABLE;
            if (!impossible && !List.of(leftOut).contains(column.id())) {
                cell(column.title(), cell, column.kind().fixedPitch(), column.tooltip());
            }
        }
        table.location(row).ifPresent(this::location);
        return this;
    }

    PropertySheet.Group build() {
        return new PropertySheet.Group(title, open, properties);
    }

    private GroupBuilder add(String name, String value, Look look, String detail) {
        properties.add(
                new Property(
                        name,
                        value.isEmpty() ? "empty" : value,
                        value.isEmpty() ? Look.ABSENT : look,
                        detail));
        return this;
    }
}
