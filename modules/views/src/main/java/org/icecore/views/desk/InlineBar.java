package org.icecore.views.desk;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// A line above an editor in which the examiner types something. Hidden until opened; Escape hides it again.
public final class InlineBar extends FlowPane {
    private static final double ROOM_AT_THE_SIDES = 20;

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
        setHgap(8);
        setVgap(4);
        field.getStyleClass().add("filter-field");
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setPrefColumnCount(24);
        message.getStyleClass().add("muted");
        var label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        close.getStyleClass().add("command-button");
        close.setAccessibleText("Close " + name);
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> close());
        getChildren().addAll(label, field);
        getChildren().addAll(options);
        getChildren().addAll(close, message);
        fit(this, field, message);
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

    /// Lets parts of a bar shrink to its width, so that a narrow bar wraps and nothing of it is cut off.
    public static void fit(Region bar, Region... shrinking) {
        for (var part : shrinking) {
            part.setMinWidth(0);
            part.maxWidthProperty().bind(bar.widthProperty().subtract(ROOM_AT_THE_SIDES));
        }
    }

    /// Adds buttons that go to the next match and to the one before, as Enter and Shift+Enter do.
    public InlineBar withSteps() {
        var at = getChildren().indexOf(close);
        getChildren().add(at, step("Previous", false, "Shift+Enter", DeskCommands.FIND_PREVIOUS));
        getChildren().add(at + 1, step("Next", true, "Enter", DeskCommands.FIND_NEXT));
        return this;
    }

    private Button step(String title, boolean forward, String key, String command) {
        var button = new Button(title);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> onEnter.accept(forward));
        button.setAccessibleText(DeskCommands.command(command).title());
        button.setTooltip(
                new Tooltip(
                        "%s (%s; %s from anywhere in the editor)"
                                .formatted(
                                        DeskCommands.command(command).description(),
                                        key,
                                        DeskCommands.keyText(command))));
        return button;
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
