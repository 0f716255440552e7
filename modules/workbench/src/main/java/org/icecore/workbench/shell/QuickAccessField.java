package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.quickaccess.QuickAccess;
import org.icecore.workbench.quickaccess.QuickAccessItem;

/// The field at the top right, and the list that opens under it. The key focus stays in the field.
public final class QuickAccessField extends TextField {
    private static final double WIDTH = 560;
    private static final double ROW = 22;
    private static final int ROWS = 18;

    private sealed interface Row {
        record Heading(String title) implements Row {}

        record Entry(QuickAccessItem item) implements Row {}
    }

    private final Pane overlay;
    private final Icons icons;
    private final Runnable onLeave;
    private final String prompt;
    private final QuickAccess everything;
    private final ListView<Row> list = new ListView<>();
    private QuickAccess source;
    private boolean open;

    /// @param overlay where the list is shown, above the window's content
    /// @param onLeave gives the key focus back to the active part
    public QuickAccessField(
            QuickAccess everything, Pane overlay, Icons icons, String prompt, Runnable onLeave) {
        this.everything = everything;
        this.source = everything;
        this.overlay = overlay;
        this.icons = icons;
        this.prompt = prompt;
        this.onLeave = onLeave;
        getStyleClass().add("quick-access");
        setPromptText(prompt);
        setAccessibleText("Quick Access");
        list.getStyleClass().add("quick-access-list");
        list.setFixedCellSize(ROW);
        // Placed by hand: the overlay would give it the size it prefers.
        list.setManaged(false);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new RowCell());
        list.setOnMouseClicked(_ -> choose());
        textProperty()
                .subscribe(
                        text -> {
                            // Whoever only passes through the field is not shown a list.
                            open = open || isFocused() && !text.isEmpty();
                            if (open) {
                                source.query(text);
                                refresh();
                            }
                        });
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                // A click on the list takes the key focus for a moment; only
                                // another owner ends the search.
                                Platform.runLater(this::closeIfLeft);
                            }
                        });
        everything.groups().addListener((Observable _) -> refresh());
        everything.searching().addListener((Observable _) -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Opens the list for everything.
    public void open() {
        open(everything, prompt);
    }

    /// Opens the list for a question, such as where to move a view.
    public void open(QuickAccess question, String wanted) {
        source.cancel();
        source = question;
        if (question != everything) {
            question.groups().addListener((Observable _) -> refresh());
        }
        open = true;
        setPromptText(wanted);
        clear();
        requestFocus();
        source.query("");
        refresh();
    }

    /// The rows of the list as text, headings with a colon; for tests and screen readers.
    public List<String> shown() {
        return list.getItems().stream()
                .map(
                        row ->
                                switch (row) {
                                    case Row.Heading(var title) -> title + ":";
                                    case Row.Entry(var item) -> item.title();
                                })
                .toList();
    }

    private void closeIfLeft() {
        if (!isFocused() && !list.isFocused()) {
            close();
        }
    }

    private void close() {
        open = false;
        source.cancel();
        source = everything;
        setPromptText(prompt);
        clear();
        overlay.getChildren().remove(list);
    }

    private void refresh() {
        if (!open) {
            return;
        }
        var rows = new ArrayList<Row>();
        for (var group : source.groups()) {
            rows.add(new Row.Heading(group.title()));
            group.items().forEach(item -> rows.add(new Row.Entry(item)));
        }
        if (source.searching().get()) {
            rows.add(new Row.Heading("Searching..."));
        } else if (rows.isEmpty() && !getText().isBlank()) {
            rows.add(new Row.Heading("Nothing found"));
        }
        list.getItems().setAll(rows);
        move(1, -1);
        if (rows.isEmpty()) {
            overlay.getChildren().remove(list);
            return;
        }
        if (!overlay.getChildren().contains(list)) {
            overlay.getChildren().add(list);
        }
        var width = Math.min(WIDTH, overlay.getWidth() - 8);
        var height = Math.min(Math.min(rows.size(), ROWS) * ROW + 2, overlay.getHeight() - 40);
        var under = overlay.sceneToLocal(localToScene(getWidth(), getHeight()));
        list.resizeRelocate(Math.max(4, under.getX() - width), under.getY() + 2, width, height);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !open) {
            open();
        } else if (event.getCode() == KeyCode.DOWN) {
            move(1, list.getSelectionModel().getSelectedIndex());
        } else if (event.getCode() == KeyCode.UP) {
            move(-1, list.getSelectionModel().getSelectedIndex());
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            onLeave.run();
        } else {
            return;
        }
        event.consume();
    }

    /// Selects the next entry in a direction, past headings.
    private void move(int step, int from) {
        for (int i = from + step; i >= 0 && i < list.getItems().size(); i += step) {
            if (list.getItems().get(i) instanceof Row.Entry(var item)) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - ROWS + 3));
                setAccessibleHelp(item.title());
                return;
            }
        }
    }

    private void choose() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(
                        row -> {
                            if (row instanceof Row.Entry(var item)) {
                                close();
                                onLeave.run();
                                item.action().run();
                            }
                        });
    }

    private final class RowCell extends ListCell<Row> {
        RowCell() {
            getStyleClass().add("quick-access-row");
            // As wide as the list, so that long details are cut and the keys stay at the right.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            getStyleClass().remove("heading");
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case Row.Heading(var title) -> {
                    setText(title);
                    getStyleClass().add("heading");
                }
                case Row.Entry(var item) -> setGraphic(entry(item));
            }
        }

        private HBox entry(QuickAccessItem item) {
            var icon =
                    item.icon()
                            .map(icons::of)
                            .orElseGet(
                                    () -> {
                                        var space = new Region();
                                        space.setMinWidth(Icons.SIZE);
                                        return space;
                                    });
            var detail = muted(item.detail());
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            detail.setMinWidth(0);
            var keys = muted(item.keys());
            keys.setMinWidth(USE_PREF_SIZE);
            var title = new Label(item.title());
            title.setMinWidth(USE_PREF_SIZE);
            var row = new HBox(8, icon, title, detail, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private Label muted(String text) {
            var label = new Label(text);
            label.getStyleClass().add("muted");
            return label;
        }
    }
}
