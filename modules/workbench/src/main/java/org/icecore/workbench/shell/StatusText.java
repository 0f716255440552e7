package org.icecore.workbench.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.icecore.workbench.part.Part;

/// The text at the left of the status bar: that of the active part, or else that of the application.
public final class StatusText {
    private StatusText() {}

    /// The text as an observable.
    public static ObservableValue<String> of(PartsModel model, ObservableValue<String> otherwise) {
        var text = new ReadOnlyStringWrapper("");
        text.bind(
                model.activePart()
                        .flatMap(
                                active ->
                                        active.flatMap(model::part)
                                                .<ObservableValue<String>>map(Part::status)
                                                .orElseGet(() -> new ReadOnlyStringWrapper("")))
                        .flatMap(
                                status ->
                                        status.isEmpty()
                                                ? otherwise
                                                : new ReadOnlyStringWrapper(status)));
        return text.getReadOnlyProperty();
    }
}
