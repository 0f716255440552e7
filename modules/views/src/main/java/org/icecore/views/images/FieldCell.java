package org.icecore.views.images;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.icecore.workbench.icon.Icons;

/// Cells of the tree of fields.
final class FieldCell {
    private static final double STEP = 14;
    private static final double ARROW_ROOM = 14;

    private FieldCell() {}

    /// A cell of words.
    static TableCell<FieldRow, FieldRow> words(Function<FieldLine, String> words, boolean mono) {
        return new TableCell<>() {
            {
                if (mono) {
                    getStyleClass().add("mono");
                }
            }

            @Override
            protected void updateItem(FieldRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(
                        empty || row == null
                                ? null
                                : row.line().map(words).map(FieldCell::brief).orElse(""));
                ink(this, row, empty);
            }
        };
    }

    /// A cell with the name, behind an arrow for what has parts; unknown fields have an icon.
    ///
    /// @param toggle opens or closes the parts of a row
    static TableCell<FieldRow, FieldRow> name(Icons icons, Consumer<FieldRow> toggle) {
        return new TableCell<>() {
            @Override
            protected void updateItem(FieldRow row, boolean empty) {
                super.updateItem(row, empty);
                ink(this, row, empty);
                if (empty || row == null) {
                    setText(null);
                    setGraphic(null);
                    return;
                }
                setText(row.line().map(FieldLine::name).orElse("\u2026"));
                setGraphic(lead(row, icons, toggle));
            }
        };
    }

    private static HBox lead(FieldRow row, Icons icons, Consumer<FieldRow> toggle) {
        var indent = new Region();
        indent.setMinWidth(row.path().depth() * STEP);
        var place = new HBox();
        place.setAlignment(Pos.CENTER);
        place.setMinWidth(ARROW_ROOM);
        if (row.hasParts()) {
            var arrow = row.open() ? new Polygon(0, 0, 8, 0, 4, 5) : new Polygon(0, 0, 5, 4, 0, 8);
            arrow.getStyleClass().add("field-arrow");
            place.getChildren().add(arrow);
            place.setOnMousePressed(
                    event -> {
                        toggle.accept(row);
                        event.consume();
                    });
        }
        var lead = new HBox(indent, place);
        lead.setAlignment(Pos.CENTER_LEFT);
        if (row.line().filter(FieldLine::unknown).isPresent()) {
            lead.getChildren().add(icons.of("warning"));
        }
        return lead;
    }

    private static void ink(TableCell<FieldRow, FieldRow> cell, FieldRow row, boolean empty) {
        cell.getStyleClass().remove("ink-warning");
        if (!empty
                && Optional.ofNullable(row)
                        .flatMap(FieldRow::line)
                        .filter(FieldLine::unknown)
                        .isPresent()) {
            cell.getStyleClass().add("ink-warning");
        }
    }

    /// Nobody reads more of a value in a row, and laying it out takes time.
    private static String brief(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "\u2026" : text;
    }
}
