package org.icecore.views.search;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.icecore.views.desk.InlineBar;
import org.icecore.views.desk.PatternKind;

/// The line in which the examiner says what to search, and where. It wraps where it is docked narrow.
final class SearchBar extends FlowPane {
    private final TextField pattern = new TextField();
    private final ChoiceBox<PatternKind> kind = new ChoiceBox<>();
    private final ChoiceBox<Scope> scope = new ChoiceBox<>();
    private final Button start = new Button("Search");
    private final Button stop = new Button("Stop");
    private final Label message = new Label();

    /// What is asked for.
    record Query(String typed, PatternKind kind, boolean selectedTaskOnly) {}

    private enum Scope {
        ALL("All tasks"),
        TASK("Selected task");

        private final String title;

        Scope(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// @param onDown what the arrow down does: it goes to the hits
    SearchBar(Consumer<Query> onSearch, Runnable onStop, Runnable onDown) {
        super(8, 4);
        kind.getItems().setAll(PatternKind.values());
        kind.setValue(PatternKind.TEXT);
        kind.setAccessibleText("Kind of pattern");
        scope.getItems().setAll(Scope.values());
        scope.setValue(Scope.ALL);
        scope.setAccessibleText("Where to search");
        pattern.setPromptText("text, or bytes such as fc 48 ?? e4");
        pattern.setAccessibleText("What to look for in memory");
        pattern.setPrefColumnCount(22);
        pattern.getStyleClass().add("filter-field");
        pattern.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        onSearch.accept(query());
                        event.consume();
                    } else if (event.getCode() == KeyCode.DOWN) {
                        onDown.run();
                        event.consume();
                    }
                });
        start.setOnAction(_ -> onSearch.accept(query()));
        stop.setOnAction(_ -> onStop.run());
        message.getStyleClass().add("muted");
        message.setWrapText(true);
        getChildren().addAll(pattern, kind, scope, start, stop, message);
        setAlignment(Pos.CENTER_LEFT);
        InlineBar.dress(this);
        InlineBar.fit(this, pattern, kind, scope, start, stop, message);
        message.setMinHeight(Region.USE_PREF_SIZE);
        running(false);
    }

    /// Moves the key focus to where a search begins.
    void begin() {
        pattern.requestFocus();
        pattern.selectAll();
    }

    void say(String words) {
        message.setText(words);
    }

    String said() {
        return message.getText();
    }

    void running(boolean running) {
        stop.setVisible(running);
        stop.setManaged(running);
        start.setVisible(!running);
        start.setManaged(!running);
    }

    TextField pattern() {
        return pattern;
    }

    ChoiceBox<PatternKind> kind() {
        return kind;
    }

    private Query query() {
        return new Query(pattern.getText(), kind.getValue(), scope.getValue() == Scope.TASK);
    }
}
