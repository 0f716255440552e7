package org.icecore.workbench.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumnBase;
import org.icecore.workbench.preference.Preferences;

/// Remembers columns under the id of their table: their order, which are hidden, and their widths once the examiner chose
/// them. `pid:48,comm:120,-state:64` has a hidden column; `pid:,comm:` leaves the widths to the table.
final class ColumnMemory {
    private static final double NARROWEST = 16;
    private static final double WIDEST = 4_000;
    private static final String HIDDEN = "-";

    private final String key;
    private final Preferences preferences;

    ColumnMemory(String tableId, Preferences preferences) {
        this.key = "table." + tableId;
        this.preferences = preferences;
    }

    /// Puts columns as they were; true if their widths were chosen by the examiner. New columns keep their place; gone ones
    /// are forgotten.
    <C extends TableColumnBase<?, ?>> boolean restore(ObservableList<C> columns) {
        var remembered = read();
        remembered.keySet().retainAll(columns.stream().map(TableColumnBase::getId).toList());
        if (remembered.isEmpty()) {
            return false;
        }
        columns.stream()
                .filter(column -> remembered.containsKey(column.getId()))
                .forEach(
                        column -> {
                            var entry = remembered.get(column.getId());
                            entry.width().ifPresent(column::setPrefWidth);
                            column.setVisible(entry.shown());
                        });
        var inOrder = new ArrayList<>(columns);
        var known =
                columns.stream()
                        .filter(column -> remembered.containsKey(column.getId()))
                        .sorted(
                                Comparator.comparingInt(
                                        column -> remembered.get(column.getId()).place()))
                        .iterator();
        inOrder.replaceAll(
                column -> remembered.containsKey(column.getId()) ? known.next() : column);
        columns.setAll(inOrder);
        return remembered.values().stream().anyMatch(entry -> entry.width().isPresent());
    }

    /// @param chosen whether the widths are the examiner's
    void write(List<? extends TableColumnBase<?, ?>> columns, boolean chosen) {
        preferences.put(
                key,
                columns.stream()
                        .map(
                                column ->
                                        (column.isVisible() ? "" : HIDDEN)
                                                + column.getId()
                                                + ":"
                                                + (chosen ? Math.round(column.getWidth()) : ""))
                        .collect(Collectors.joining(",")));
    }

    private Map<String, Entry> read() {
        var entries = new TreeMap<String, Entry>();
        for (var part : preferences.text(key).orElse("").split(",")) {
            var shown = !part.startsWith(HIDDEN);
            var name = shown ? part : part.substring(HIDDEN.length());
            var colon = name.lastIndexOf(':');
            if (colon > 0 && name.substring(colon + 1).matches("\\d{0,5}")) {
                var width = name.substring(colon + 1);
                entries.put(
                        name.substring(0, colon),
                        new Entry(
                                entries.size(),
                                width.isEmpty()
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(
                                                Math.clamp(
                                                        Integer.parseInt(width),
                                                        NARROWEST,
                                                        WIDEST)),
                                shown));
            }
        }
        return entries;
    }

    private record Entry(int place, OptionalDouble width, boolean shown) {}
}
