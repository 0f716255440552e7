package org.icecore.workbench.shell;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.part.PartRef;

/// Parts behind one another: a strip of tabs above the content of the one in front.
final class PartStack extends BorderPane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final TabStrip strip;
    private final StackPane content = new StackPane();
    private Optional<PartRef> front = Optional.empty();

    PartStack(Icons icons) {
        strip = new TabStrip(icons);
        getStyleClass().add("part-stack");
        content.getStyleClass().add("part-content");
        content.setMinSize(0, 0);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.PARENT);
        setTop(strip);
        setCenter(content);
    }

    TabStrip strip() {
        return strip;
    }

    Optional<PartRef> front() {
        return front;
    }

    /// Shows a part in front; the node may be moved here from another stack.
    void show(Optional<PartRef> ref, Node node) {
        front = ref;
        strip.select(ref);
        if (content.getChildren().size() != 1 || content.getChildren().getFirst() != node) {
            content.getChildren().setAll(node);
        }
    }

    void active(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    /// The stack that a node lies in.
    static Optional<PartStack> around(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at instanceof PartStack stack) {
                return Optional.of(stack);
            }
        }
        return Optional.empty();
    }
}
