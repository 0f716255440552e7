package org.icecore.workbench.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumnBase;
import org.icecore.workbench.preference.Preferences;

/// Remembers order and widths of columns under the id of their table: `pid:48,comm:120`.
final class ColumnMemory {
    private static final double NARROWEST = 16;
    private static final double WIDEST = 4_000;

    private final String key;
    private final Preferences preferences;

    ColumnMemory(String tableId, Preferences preferences) {
        this.key = "table." + tableId;
        this.preferences = preferences;
    }

    /// Puts columns as they were, and remembers from now on. New columns keep their place; gone ones are forgotten.
    <C extends TableColumnBase<?, ?>> void attach(ObservableList<C> columns) {
        var remembered = read();
        if (!remembered.isEmpty()) {
            var ids = new ArrayList<>(remembered.keySet());
            columns.forEach(
                    column -> {
                        var entry = remembered.get(column.getId());
                        if (entry != null) {
                            column.setPrefWidth(entry.width());
                        }
                    });
            var inOrder = new ArrayList<>(columns);
            var known =
                    columns.stream()
                            .filter(column -> ids.contains(column.getId()))
                            .sorted(
                                    Comparator.comparingInt(
                                            column -> remembered.get(column.getId()).place()))
                            .iterator();
            inOrder.replaceAll(column -> ids.contains(column.getId()) ? known.next() : column);
            columns.setAll(inOrder);
        }
        columns.addListener((Observable _) -> write(columns));
        columns.forEach(
                column -> column.widthProperty().addListener((Observable _) -> write(columns)));
    }

    private void write(List<? extends TableColumnBase<?, ?>> columns) {
        preferences.put(
                key,
                columns.stream()
                        .map(column -> column.getId() + ":" + Math.round(column.getWidth()))
                        .collect(Collectors.joining(",")));
    }

    private Map<String, Entry> read() {
        var entries = new TreeMap<String, Entry>();
        for (var part : preferences.text(key).orElse("").split(",")) {
            var colon = part.lastIndexOf(':');
            if (colon > 0 && part.substring(colon + 1).matches("\\d{1,5}")) {
                var width =
                        Math.clamp(Integer.parseInt(part.substring(colon + 1)), NARROWEST, WIDEST);
                entries.put(part.substring(0, colon), new Entry(entries.size(), width));
            }
        }
        return entries;
    }

    private record Entry(int place, double width) {}
}
