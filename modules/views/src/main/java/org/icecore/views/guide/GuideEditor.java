package org.icecore.views.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.icecore.workbench.part.Editor;

/// Shows a page of the guide. Links run commands.
public final class GuideEditor implements Editor {
    private final ReadOnlyStringWrapper title;
    private final ScrollPane scroll;
    private final Consumer<String> run;

    /// @param text gives the text of a page
    /// @param run runs the command of an id
    public GuideEditor(GuideKey key, Function<GuideKey, String> text, Consumer<String> run) {
        this.title = new ReadOnlyStringWrapper(key.title());
        this.run = run;
        var page = new VBox();
        page.getStyleClass().add("guide");
        GuideText.parse(text.apply(key))
                .blocks()
                .forEach(block -> page.getChildren().add(node(block)));
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("help");
    }

    private Node node(GuideText.Block block) {
        return switch (block) {
            case GuideText.Block.Heading(var level, var text) -> {
                var label = new Label(text);
                label.setWrapText(true);
                label.getStyleClass().add("heading-" + level);
                yield label;
            }
            case GuideText.Block.Paragraph(var pieces) -> flow(pieces);
            case GuideText.Block.Item(var pieces) -> {
                var words = flow(pieces);
                HBox.setHgrow(words, Priority.ALWAYS);
                yield new HBox(8, new Label("\u2013"), words);
            }
            case GuideText.Block.Table(var rows) -> {
                var grid = new GridPane(16, 2);
                for (var row = 0; row < rows.size(); row++) {
                    for (var column = 0; column < rows.get(row).size(); column++) {
                        var cell = flow(rows.get(row).get(column));
                        if (row == 0) {
                            cell.getStyleClass().add("head");
                        }
                        if (column > 0) {
                            GridPane.setHgrow(cell, Priority.ALWAYS);
                        }
                        grid.add(cell, column, row);
                    }
                }
                yield grid;
            }
        };
    }

    private TextFlow flow(List<GuideText.Piece> pieces) {
        var flow = new TextFlow();
        pieces.forEach(
                piece ->
                        flow.getChildren()
                                .add(
                                        switch (piece) {
                                            case GuideText.Piece.Plain(var text) ->
                                                    text(text, "text");
                                            case GuideText.Piece.Strong(var text) ->
                                                    text(text, "text", "strong");
                                            case GuideText.Piece.Code(var text) ->
                                                    text(text, "code", "mono");
                                            case GuideText.Piece.Link(var text, var command) ->
                                                    link(text, command);
                                        }));
        return flow;
    }

    private Node link(String words, String command) {
        var link = new Hyperlink(words);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    run.accept(command);
                });
        return link;
    }

    private static Text text(String words, String... styles) {
        var text = new Text(words);
        text.getStyleClass().addAll(styles);
        return text;
    }
}
