package org.icecore.views.desk;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line above an editor in which the examiner types something. Hidden until opened; Escape hides it again.
public final class InlineBar extends HBox {
    private final TextField field = new TextField();
    private final Label message = new Label();
    private final Button close = new Button("Close");
    private Consumer<Boolean> onEnter = _ -> {};
    private Runnable onClose = () -> {};

    /// @param name what a screen reader calls the field
    /// @param prompt an example of what can be typed
    public InlineBar(String name, String prompt, Node... options) {
        dress(this);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        field.getStyleClass().add("filter-field");
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setPrefColumnCount(24);
        field.setMinWidth(96);
        message.getStyleClass().add("muted");
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        setHgrow(field, Priority.SOMETIMES);
        setHgrow(message, Priority.ALWAYS);
        close.getStyleClass().add("command-button");
        close.setAccessibleText("Close " + name);
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> close());
        getChildren().addAll(label, field);
        getChildren().addAll(options);
        getChildren().addAll(message, close);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        onEnter.accept(!event.isShiftDown());
                        event.consume();
                    }
                });
    }

    /// Gives a bar the looks of these bars.
    public static void dress(Region bar) {
        bar.getStyleClass().addAll("filter-bar", "inline-bar");
        bar.getStylesheets()
                .add(
                        Objects.requireNonNull(InlineBar.class.getResource("desk.css"), "desk.css")
                                .toExternalForm());
    }

    /// What Enter does, told whether it is plain; Shift with it gives false.
    public void onEnter(Consumer<Boolean> deed) {
        onEnter = deed;
    }

    /// What is done when the bar was hidden, such as giving the key focus back.
    public void onClose(Runnable deed) {
        onClose = deed;
    }

    /// Shows the bar with the key focus and its text selected.
    public void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    /// Hides the bar.
    public void close() {
        setVisible(false);
        onClose.run();
    }

    /// The field in which is typed.
    public TextField field() {
        return field;
    }

    /// Says something behind the field: what was found, or what is wrong with what was typed.
    public void say(String words) {
        message.setText(words);
    }

    /// What was said last.
    public String said() {
        return message.getText();
    }
}
