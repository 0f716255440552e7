package org.icecore.views.overview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.icecore.analysis.content.Fact;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;

/// What the page of an overview is pieced together from.
final class Pieces {
    private static final double NUMBER_WIDTH = 96;
    private static final double WIDEST = 560;
    private static final double FONT_SIZE = 13;

    private Pieces() {}

    static VBox group(String title, List<Fact> facts) {
        var block = block(Capital.of(title));
        var grid = grid();
        for (var fact : facts) {
            var value = field(value(fact.value()));
            value.setTooltip(new Tooltip(detail(fact)));
            fit(value, fact.value());
            grid.addRow(grid.getRowCount(), muted(fact.title()), value);
        }
        block.getChildren().add(grid);
        return block;
    }

    /// Digests and ids of containers and images are no words: their begin and their end tell them apart.
    private static TextField field(String text) {
        if (!text.matches("(sha256:)?[0-9a-f]{40,}")) {
            return copyable(text);
        }
        var digest = new DigestField();
        digest.show(text);
        return digest;
    }

    /// Numbers stand under each other; words get the room they need.
    private static void fit(TextField field, Cell cell) {
        if (cell instanceof Cell.Number
                || cell instanceof Cell.Bytes
                || cell instanceof Cell.Duration) {
            field.setAlignment(Pos.CENTER_RIGHT);
            field.setPrefWidth(NUMBER_WIDTH);
            return;
        }
        var words = new Text(field.getText());
        words.setFont(Font.font(FONT_SIZE));
        field.setPrefWidth(
                Math.clamp(words.getLayoutBounds().getWidth() * 1.06 + 8, NUMBER_WIDTH, WIDEST));
    }

    private static String value(Cell cell) {
        return CellText.text(cell);
    }

    private static String detail(Fact fact) {
        return CellText.detail(fact.value()) + fact.at().map(at -> "\n" + at).orElse("");
    }

    static VBox block(String title) {
        var block = new VBox(heading(title));
        block.getStyleClass().add("overview-block");
        return block;
    }

    static GridPane grid() {
        var grid = new GridPane();
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(names);
        grid.getStyleClass().add("overview-grid");
        return grid;
    }

    static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("overview-heading");
        return label;
    }

    static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    static Node listed(String cue, String text, String style) {
        var sign = new Label(cue);
        sign.getStyleClass().addAll("mono", "muted");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var words = wrapped(text, style);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(sign, words);
        line.getStyleClass().add("overview-listed");
        return line;
    }

    static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    /// Text that can be selected and copied.
    static TextField copyable(String text) {
        var field = new TextField(text);
        dress(field);
        return field;
    }

    /// Makes a field look like a text of the page.
    static void dress(TextField field) {
        field.setEditable(false);
        field.setMinWidth(0);
        field.getStyleClass().add("copyable");
    }

    /// Words that do something.
    static Hyperlink link(String words, Runnable deed) {
        var link = new Hyperlink(words);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    deed.run();
                });
        return link;
    }
}
