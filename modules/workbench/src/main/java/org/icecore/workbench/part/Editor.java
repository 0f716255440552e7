package org.icecore.workbench.part;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// A part that shows the primary content, one for each opened thing. The word is kept although ours are read-only.
public non-sealed interface Editor extends Part {
    /// The text on its tab.
    ObservableValue<String> title();

    /// The text shown when the pointer rests on the tab; empty if the title says it all.
    default ObservableValue<String> description() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /// The name of its icon.
    default Optional<String> icon() {
        return Optional.empty();
    }
}
