package org.icecore.workbench.table;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.icecore.workbench.icon.Icons;

/// How a cell shows a row in a column; the same in tables and trees.
final class TextCell {
    private static final String INK = "ink-";
    private static final double WIDEST_TOOLTIP = 640;

    private TextCell() {}

    static <R> TableCell<R, R> ofTable(Column<R, ?> column, Icons icons) {
        return new TableCell<>() {
            {
                style(this, column);
            }

            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                fill(this, column, icons, empty ? Optional.empty() : Optional.ofNullable(row));
            }
        };
    }

    static <R> TreeTableCell<R, R> ofTree(Column<R, ?> column, Icons icons) {
        return new TreeTableCell<>() {
            {
                style(this, column);
            }

            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                fill(this, column, icons, empty ? Optional.empty() : Optional.ofNullable(row));
            }
        };
    }

    private static void style(IndexedCell<?> cell, Column<?, ?> column) {
        cell.setEllipsisString("\u2026");
        if (column.mono()) {
            cell.getStyleClass().add("mono");
        }
        if (column.right()) {
            cell.getStyleClass().add("right");
        }
        cell.textTruncatedProperty().subscribe(_ -> tell(cell));
    }

    private static <R> void fill(
            IndexedCell<R> cell, Column<R, ?> column, Icons icons, Optional<R> row) {
        cell.getStyleClass().removeIf(name -> name.startsWith(INK));
        cell.setId(column.id());
        cell.setText(row.map(column::textOf).map(TextCell::oneLine).orElse(null));
        cell.setTextOverrun(row.map(_ -> overrun(cell.getText())).orElse(OverrunStyle.ELLIPSIS));
        icon(cell, row.flatMap(column.icon()), icons);
        cell.getProperties().put(Tooltip.class, row.map(column.tooltip()).orElse(""));
        tell(cell);
        row.flatMap(column.ink()).ifPresent(ink -> cell.getStyleClass().add(ink));
    }

    /// What stands in brackets at the end tells names apart that begin alike.
    private static OverrunStyle overrun(String text) {
        return isPath(text)
                ? OverrunStyle.LEADING_ELLIPSIS
                : text.endsWith(")") ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS;
    }

    /// The end of a path tells more than its begin.
    private static boolean isPath(String text) {
        return text.startsWith("/") && text.indexOf(' ') < 0;
    }

    /// The tooltip of a cell whose text does not fit begins with all of the text.
    private static void tell(IndexedCell<?> cell) {
        var more = (String) cell.getProperties().getOrDefault(Tooltip.class, "");
        var text = Optional.ofNullable(cell.getText()).orElse("");
        var told =
                !cell.isTextTruncated() || more.contains(text)
                        ? more
                        : more.isEmpty() ? text : text + "\n" + more;
        cell.setTooltip(told.isEmpty() ? null : tooltip(told));
    }

    private static Tooltip tooltip(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        return tooltip;
    }

    /// Rows that scroll by mostly show the icon that the cell has already.
    private static void icon(IndexedCell<?> cell, Optional<String> wanted, Icons icons) {
        var shown = Optional.ofNullable(cell.getGraphic()).map(Node::getId);
        if (!shown.equals(wanted)) {
            cell.setGraphic(
                    wanted.map(
                                    name -> {
                                        var icon = icons.of(name);
                                        icon.setId(name);
                                        return icon;
                                    })
                            .orElse(null));
        }
    }

    /// Names in evidence may hold line breaks, which would spread over the neighbours.
    private static String oneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace('\n', '\u2424').replace('\r', '\u240d');
    }
}
