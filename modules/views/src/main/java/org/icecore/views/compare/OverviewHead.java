package org.icecore.views.compare;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.ContainerMatch;
import org.icecore.analysis.compare.MemoryCounts;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.bench.Pair;

/// The lines above the tables of the overview: which two were compared, in what order, and how much of what there is.
final class OverviewHead {
    private OverviewHead() {}

    static Node sides(Comparison comparison) {
        var grid = new GridPane(12, 2);
        side(grid, 0, "before", comparison.before());
        side(grid, 1, "after", comparison.after());
        return grid;
    }

    private static void side(GridPane grid, int row, String word, Checkpoint checkpoint) {
        var label = new Label(word);
        label.getStyleClass().add("muted");
        var title = new Label(checkpoint.title());
        title.setStyle("-fx-font-weight: bold;");
        title.setMinWidth(HBox.USE_PREF_SIZE);
        var time =
                new Label(
                        checkpoint
                                .container()
                                .checkpointed()
                                .map(at -> "frozen " + CellText.moment(at))
                                .orElse(""));
        var path = new Label(String.valueOf(checkpoint.archive().path().getFileName()));
        path.getStyleClass().add("muted");
        grid.addRow(row, label, title, time, path);
    }

    static Node facts(Comparison comparison, Pair pair) {
        var counts = comparison.summary().memory();
        var match = comparison.match();
        var memory = new Label(memory(counts));
        memory.setWrapText(true);
        memory.setMinHeight(HBox.USE_PREF_SIZE);
        var box = new VBox(2, memory);
        if (match.order() != ContainerMatch.Order.REVERSED) {
            box.getChildren()
                    .add(
                            muted(
                                    "%s: %s."
                                            .formatted(
                                                    Capital.of(match.relation().label()),
                                                    String.join(", ", match.reasons()))));
        }
        box.getChildren()
                .add(muted("Ordered %s: %s.".formatted(pair.order(), match.orderReason())));
        if (!comparison.coverage().isComplete()) {
            box.getChildren()
                    .add(
                            muted(
                                    "Not covered: %s."
                                            .formatted(
                                                    String.join(
                                                            "; ",
                                                            comparison.coverage().gaps().stream()
                                                                    .limit(8)
                                                                    .toList()))));
        }
        return box;
    }

    private static String memory(MemoryCounts counts) {
        if (counts.bytesCompared()
                        + counts.bytesAdded()
                        + counts.bytesRemoved()
                        + counts.bytesOneSided()
                        + counts.bytesUnknown()
                == 0) {
            return "Memory: none was compared, as no process is in both.";
        }
        return "Memory: %s compared, %s changed on %s; %s new, %s gone; %s known on one side only, %s known on neither."
                .formatted(
                        CellText.size(counts.bytesCompared()),
                        CellText.size(counts.bytesChanged()),
                        Counted.of(counts.pagesChanged(), "page"),
                        CellText.size(counts.bytesAdded()),
                        CellText.size(counts.bytesRemoved()),
                        CellText.size(counts.bytesOneSided()),
                        CellText.size(counts.bytesUnknown()));
    }

    /// One line; the rest is in the tooltip, so that the tables keep their room.
    static Label muted(String words) {
        var label = new Label(words);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(words));
        label.getTooltip().setWrapText(true);
        label.getTooltip().setMaxWidth(640);
        label.getStyleClass().add("muted");
        return label;
    }
}
