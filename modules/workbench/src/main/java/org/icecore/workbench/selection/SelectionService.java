package org.icecore.workbench.selection;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The one selection of the workbench. Used on the UI thread only.
public final class SelectionService {
    private final ReadOnlyObjectWrapper<Selection> current =
            new ReadOnlyObjectWrapper<>(Selection.NONE);

    /// A service where nothing is selected.
    public SelectionService() {}

    /// The current selection; never null.
    public ReadOnlyObjectProperty<Selection> current() {
        return current.getReadOnlyProperty();
    }

    /// The selected value while it is of that type.
    public <T> ObservableValue<Optional<T>> of(Class<T> type) {
        return current.map(selection -> selection.as(type));
    }

    /// Selects a value in the name of a part. Selecting an equal value again is no change, so that two parts
    /// that follow each other come to rest.
    public void select(String source, Object value) {
        if (!current.get().value().equals(Optional.of(value))) {
            current.set(new Selection(Optional.of(value), source));
        }
    }

    /// Selects nothing in the name of a part.
    public void clear(String source) {
        if (current.get().value().isPresent()) {
            current.set(new Selection(Optional.empty(), source));
        }
    }
}
