package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;

/// The open editors, their order, and the one in front.
final class OpenEditors {
    private final List<EditorFactory> factories = new ArrayList<>();
    private final Map<Object, Editor> editors = new LinkedHashMap<>();
    private final ObservableList<Object> keys = FXCollections.observableArrayList();
    private final ObservableList<Object> shownKeys = FXCollections.unmodifiableObservableList(keys);
    private final ReadOnlyObjectWrapper<Optional<Object>> front =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    void install(List<EditorFactory> contributed) {
        factories.addAll(contributed);
    }

    ObservableList<Object> keys() {
        return shownKeys;
    }

    ReadOnlyObjectProperty<Optional<Object>> front() {
        return front.getReadOnlyProperty();
    }

    Optional<Editor> find(Object key) {
        return Optional.ofNullable(editors.get(key));
    }

    /// Opens the editor of a key, or finds it open; puts it in front. A new one stands right of the one in front.
    Optional<Editor> open(Object key) {
        if (!editors.containsKey(key)) {
            var opened =
                    factories.stream().flatMap(factory -> factory.open(key).stream()).findFirst();
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            editors.put(key, opened.get());
            keys.add(front.get().map(keys::indexOf).orElse(-1) + 1, key);
        }
        front.set(Optional.of(key));
        return find(key);
    }

    /// Closes an editor; the right neighbour comes to the front, else the left one.
    void close(Object key) {
        var index = keys.indexOf(key);
        if (index < 0) {
            return;
        }
        if (front.get().filter(key::equals).isPresent()) {
            var next = index + 1 < keys.size() ? index + 1 : index - 1;
            front.set(next < 0 ? Optional.empty() : Optional.of(keys.get(next)));
        }
        keys.remove(index);
        Optional.ofNullable(editors.remove(key)).ifPresent(Editor::dispose);
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
}
