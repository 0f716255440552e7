package org.icecore.workbench.part;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.icecore.workbench.command.Handler;

/// A view or an editor. Made once it is shown; used on the UI thread only.
public sealed interface Part permits View, Editor {
    /// The content. The same node on each call.
    Node node();

    /// Moves the key focus to where work starts in this part.
    default void focus() {
        node().requestFocus();
    }

    /// Handlers that are in charge of their commands while this part is active.
    default Map<String, Handler> handlers() {
        return Map.of();
    }

    /// Ids of the commands that stand as buttons at the right of the part's tabs, `-` for a gap.
    default List<String> toolBar() {
        return List.of();
    }

    /// The text at the left of the status bar while this part is active; empty leaves the place to the selection.
    default ObservableValue<String> status() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /// Told once when the part is closed for good.
    default void dispose() {}
}
