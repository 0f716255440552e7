package org.icecore.workbench.command;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;

/// A node with a selection of its own that is neither rows nor the text of a field: Copy and Select All ask the one around
/// the key focus.
public interface EditTarget {
    /// Copies what is selected to the clipboard.
    void copySelected();

    /// Selects all there is to select.
    void selectAll();

    /// The target that a node is or belongs to.
    static Optional<EditTarget> around(Node node) {
        return Stream.<Node>iterate(node, each -> each != null, Node::getParent)
                .filter(EditTarget.class::isInstance)
                .map(EditTarget.class::cast)
                .findFirst();
    }
}
