package org.icecore.workbench.table;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The line above a table in which the examiner types a filter. Escape clears it, then hides it.
final class FilterField extends HBox {
    private final TextField field = new TextField();
    private final Label count = new Label();

    FilterField(Runnable onLeave) {
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText("Filter");
        field.setAccessibleText("Filter");
        field.getStyleClass().add("filter-field");
        count.getStyleClass().add("muted");
        setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, count);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        if (field.getText().isEmpty()) {
                            setVisible(false);
                            onLeave.run();
                        } else {
                            field.clear();
                        }
                        event.consume();
                    } else if (event.getCode() == KeyCode.ENTER
                            || event.getCode() == KeyCode.DOWN) {
                        onLeave.run();
                        event.consume();
                    }
                });
    }

    StringProperty text() {
        return field.textProperty();
    }

    /// Shows the field with the key focus.
    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    String counted() {
        return count.getText();
    }

    void show(int shown, int all) {
        count.setText(shown == all ? "" : "%,d of %,d".formatted(shown, all));
    }
}
