package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.EditorTab;

/// The open editors, their order, and the one in front. One that was restored is a tab until it comes to the front.
public final class OpenEditors {
    private final List<EditorFactory> factories = new ArrayList<>();
    private final Map<Object, Slot> slots = new LinkedHashMap<>();
    private final ObservableList<Object> keys = FXCollections.observableArrayList();
    private final ObservableList<Object> shownKeys = FXCollections.unmodifiableObservableList(keys);
    private final ReadOnlyObjectWrapper<Optional<Object>> front =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A tab, and its editor once it is made.
    private record Slot(EditorTab tab, ReadOnlyObjectWrapper<Optional<Editor>> editor) {
        static Slot of(EditorTab tab, Optional<Editor> editor) {
            return new Slot(tab, new ReadOnlyObjectWrapper<>(editor));
        }
    }

    void install(List<EditorFactory> contributed) {
        factories.addAll(contributed);
    }

    ObservableList<Object> keys() {
        return shownKeys;
    }

    ReadOnlyObjectProperty<Optional<Object>> front() {
        return front.getReadOnlyProperty();
    }

    /// The editor of a key, if it is open and made.
    Optional<Editor> find(Object key) {
        return Optional.ofNullable(slots.get(key)).flatMap(slot -> slot.editor().get());
    }

    /// What the tab of an open editor shows.
    public EditorTab tab(Object key) {
        var slot = slots.get(key);
        return slot.editor()
                .get()
                .map(editor -> new EditorTab(key, editor.title().getValue(), editor.icon()))
                .orElse(slot.tab());
    }

    /// The title on the tab of an open editor.
    public ObservableValue<String> title(Object key) {
        var slot = slots.get(key);
        return slot.editor()
                .flatMap(
                        editor ->
                                editor.map(Editor::title)
                                        .orElseGet(() -> constant(slot.tab().title())));
    }

    /// What shows when the pointer rests on the tab of an open editor.
    public ObservableValue<String> description(Object key) {
        return slots.get(key)
                .editor()
                .flatMap(editor -> editor.map(Editor::description).orElseGet(() -> constant("")));
    }

    /// Opens the editor of a key, or finds it open; puts it in front. A new one stands right of the one in front.
    ///
    /// A restored tab whose editor can no longer be made is taken away.
    Optional<Editor> open(Object key) {
        if (find(key).isEmpty()) {
            var made =
                    factories.stream().flatMap(factory -> factory.open(key).stream()).findFirst();
            if (made.isEmpty()) {
                slots.remove(key);
                keys.remove(key);
                return Optional.empty();
            }
            if (slots.containsKey(key)) {
                slots.get(key).editor().set(made);
            } else {
                slots.put(key, Slot.of(new EditorTab(key, "", Optional.empty()), made));
                keys.add(front.get().map(keys::indexOf).orElse(-1) + 1, key);
            }
        }
        front.set(Optional.of(key));
        return find(key);
    }

    /// Adds tabs behind those that are open. One that is open already is put into the order of the others.
    void restore(List<EditorTab> tabs) {
        var wanted = tabs.stream().map(EditorTab::key).distinct().toList();
        var order = new ArrayList<>(keys.stream().filter(key -> !wanted.contains(key)).toList());
        order.addAll(wanted);
        tabs.forEach(tab -> slots.putIfAbsent(tab.key(), Slot.of(tab, Optional.empty())));
        if (!order.equals(keys)) {
            keys.setAll(order);
        }
    }

    /// Closes an editor; the right neighbour comes to the front, else the left one.
    void close(Object key) {
        if (!slots.containsKey(key)) {
            return;
        }
        if (front.get().filter(key::equals).isPresent()) {
            showNeighbour(key);
        }
        keys.remove(key);
        slots.remove(key).editor().get().ifPresent(Editor::dispose);
    }

    private void showNeighbour(Object key) {
        while (true) {
            var index = keys.indexOf(key);
            var next = index + 1 < keys.size() ? index + 1 : index - 1;
            if (next < 0) {
                front.set(Optional.empty());
                return;
            }
            if (open(keys.get(next)).isPresent()) {
                return;
            }
        }
    }

    /// Closes all editors without making those that are tabs only.
    void closeAll() {
        front.set(Optional.empty());
        var closing = List.copyOf(slots.values());
        slots.clear();
        keys.clear();
        closing.forEach(slot -> slot.editor().get().ifPresent(Editor::dispose));
    }

    /// Puts a tab before the tab of that index.
    void move(Object key, int index) {
        var from = keys.indexOf(key);
        var to = from < index ? index - 1 : index;
        if (from < 0 || from == to) {
            return;
        }
        var order = new ArrayList<>(keys);
        order.remove(from);
        order.add(Math.clamp(to, 0, order.size()), key);
        keys.setAll(order);
    }

    /// Puts tabs into this order, on the places that they have.
    void arrange(List<?> wanted) {
        var next = wanted.stream().distinct().filter(keys::contains).iterator();
        var order = new ArrayList<Object>();
        for (var key : keys) {
            order.add(wanted.contains(key) ? next.next() : key);
        }
        if (!order.equals(keys)) {
            keys.setAll(order);
        }
    }

    private static ObservableValue<String> constant(String text) {
        return new ReadOnlyStringWrapper(text).getReadOnlyProperty();
    }
}
