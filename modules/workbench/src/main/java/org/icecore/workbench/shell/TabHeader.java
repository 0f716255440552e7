package org.icecore.workbench.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.part.PartRef;

/// The tab of a part: icon, title, and a button that closes it.
final class TabHeader extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final PartRef ref;
    private final Label title = new Label();
    private boolean selected;

    TabHeader(
            PartRef ref,
            ObservableValue<String> text,
            ObservableValue<String> description,
            Node icon,
            Icons icons,
            Runnable onClose) {
        this.ref = ref;
        getStyleClass().add("part-tab");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        title.textProperty().bind(text);
        // Names of evidence differ at their ends.
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        accessibleTextProperty().bind(text);
        var close = new Button();
        close.setGraphic(icons.of("workbench.close"));
        close.getStyleClass().add("tab-close");
        close.setAccessibleText("Close");
        close.setFocusTraversable(false);
        close.setOnAction(_ -> onClose.run());
        getChildren().addAll(icon, title, close);
        description.subscribe(
                words -> {
                    if (words.isEmpty()) {
                        title.setTooltip(null);
                    } else {
                        title.setTooltip(new Tooltip(words));
                    }
                });
    }

    PartRef ref() {
        return ref;
    }

    String title() {
        return title.getText();
    }

    void select(boolean wanted) {
        selected = wanted;
        pseudoClassStateChanged(SELECTED, wanted);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) selected
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
