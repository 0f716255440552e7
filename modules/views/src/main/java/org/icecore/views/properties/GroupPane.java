package org.icecore.views.properties;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A group of properties under a title that opens and closes it. Its lines are made when it is first opened.
final class GroupPane extends VBox {
    private final PropertySheet.Group group;
    private final Button title = new Button();
    private final VBox lines = new VBox();
    private final Consumer<PropertyRow> onChoose;
    private boolean open;

    /// @param onToggle told the title, and whether the group is open now
    /// @param onChoose told which line was clicked
    GroupPane(
            PropertySheet.Group group,
            boolean open,
            BiConsumer<String, Boolean> onToggle,
            Consumer<PropertyRow> onChoose) {
        this.group = group;
        this.onChoose = onChoose;
        title.getStyleClass().add("property-group");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMnemonicParsing(false);
        title.setOnAction(
                _ -> {
                    open(!this.open);
                    onToggle.accept(group.title(), this.open);
                });
        getChildren().setAll(title, lines);
        open(open);
    }

    /// The lines shown.
    List<PropertyRow> rows() {
        return open
                ? lines.getChildren().stream().map(PropertyRow.class::cast).toList()
                : List.of();
    }

    private void open(boolean wanted) {
        open = wanted;
        if (open && lines.getChildren().isEmpty()) {
            group.properties()
                    .forEach(
                            property -> {
                                var row = new PropertyRow(property);
                                row.setOnMousePressed(_ -> onChoose.accept(row));
                                lines.getChildren().add(row);
                            });
        }
        lines.setVisible(open);
        lines.setManaged(open);
        title.setText(
                "%s  %s%s"
                        .formatted(
                                open ? "\u25be" : "\u25b8",
                                group.title(),
                                open ? "" : "  %,d".formatted(group.properties().size())));
        title.setAccessibleText("%s, %s".formatted(group.title(), open ? "open" : "closed"));
    }
}
