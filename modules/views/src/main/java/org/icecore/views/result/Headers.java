package org.icecore.views.result;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.Tooltip;

/// The heads of columns, which explain the terms of the kernel and the signs of a comparison where they stand.
public final class Headers {
    private static final double WIDEST = 480;

    private Headers() {}

    /// Explains the columns of these ids to whoever points at their heads.
    public static void explain(
            List<? extends TableColumnBase<?, ?>> columns, Map<String, String> words) {
        columns.forEach(
                column -> {
                    var text = column.getId() == null ? null : words.get(column.getId());
                    if (text != null) {
                        explain(column, column.getText(), text);
                    }
                });
    }

    /// A head already explained stays as it is: each table of a view has the same columns.
    static void explain(TableColumnBase<?, ?> column, String title, String text) {
        if (column.getGraphic() == null) {
            var tooltip = new Tooltip(text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST);
            var head = new Label(title);
            head.setTooltip(tooltip);
            column.setText("");
            column.setGraphic(head);
        }
    }
}
