package org.icecore.views.overview;

import static org.icecore.views.overview.Pieces.heading;
import static org.icecore.views.overview.Pieces.muted;
import static org.icecore.views.overview.Pieces.wrapped;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.icecore.analysis.compare.ContainerMatch;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.ComparisonState;

/// What changed since the other checkpoint; takes no room while the item is not compared.
final class SinceBlock {
    private final BenchItem item;
    private final Runnable onCompare;
    private final VBox since = new VBox();

    SinceBlock(BenchItem item, Runnable onCompare) {
        this.item = item;
        this.onCompare = onCompare;
        since.getStyleClass().add("overview-block");
    }

    Node node() {
        return since;
    }

    /// Shows how far the comparison is, and what it says.
    void show(ComparisonState state) {
        since.getChildren().clear();
        var pair = state.chosen().filter(chosen -> chosen.has(item));
        since.setManaged(pair.isPresent());
        since.setVisible(pair.isPresent());
        pair.ifPresent(
                chosen -> {
                    var first = chosen.after() == item;
                    var other = first ? chosen.before() : chosen.after();
                    var heading = heading(relationTo(state, first).formatted(other.id()));
                    var head = new HBox(heading, Pieces.link("Compare", onCompare));
                    head.setAlignment(Pos.BASELINE_LEFT);
                    head.getStyleClass().add("overview-head");
                    since.getChildren()
                            .addAll(head, wrapped("Ordered " + chosen.order() + ".", "muted"));
                    switch (state) {
                        case ComparisonState.Running _ ->
                                since.getChildren()
                                        .add(wrapped("The two are being compared.", "muted"));
                        case ComparisonState.Failed(_, var message) ->
                                since.getChildren().add(wrapped(message, "ink-error"));
                        case ComparisonState.Cancelled _ ->
                                since.getChildren()
                                        .add(wrapped("The comparison was cancelled.", "muted"));
                        case ComparisonState.Done(_, var comparison) -> {
                            comparison
                                    .warning()
                                    .map(words -> wrapped("! " + words, "ink-warning"))
                                    .ifPresent(since.getChildren()::add);
                            var lines = new FlowPane();
                            lines.getStyleClass().add("overview-changes");
                            OverviewSummary.changes(comparison)
                                    .forEach(change -> lines.getChildren().add(change(change)));
                            since.getChildren().add(lines);
                            OverviewSummary.remarks(comparison)
                                    .forEach(line -> since.getChildren().add(wrapped(line, "")));
                        }
                        case ComparisonState.NoPair _ -> {}
                    }
                });
    }

    /// Nothing became of one container in another.
    private static String relationTo(ComparisonState state, boolean first) {
        var unrelated =
                state.found()
                        .filter(
                                found ->
                                        found.match().relation()
                                                == ContainerMatch.Relation.UNRELATED)
                        .isPresent();
        return unrelated
                ? "Beside the other container, %s"
                : first ? "Since the other checkpoint, %s" : "Until the other checkpoint, %s";
    }

    private static Node change(OverviewSummary.Change change) {
        var line = new HBox(muted(change.what()));
        line.getStyleClass().add("overview-change");
        mark(line, change.added(), "+", "ink-added");
        mark(line, change.removed(), "-", "ink-removed");
        mark(line, change.changed(), "~", "ink-changed");
        mark(line, change.unknown(), "?", "ink-not-captured");
        return line;
    }

    private static void mark(HBox line, long count, String cue, String ink) {
        if (count > 0) {
            var label = new Label("%s%,d".formatted(cue, count));
            label.getStyleClass().add(ink);
            line.getChildren().add(label);
        }
    }
}
