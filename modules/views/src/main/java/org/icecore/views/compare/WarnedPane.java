package org.icecore.views.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.icecore.analysis.compare.ContainerMatch;
import org.icecore.views.bench.ComparisonState;

/// A part of a comparison, below a band that warns while the two checkpoints may not belong together.
final class WarnedPane extends BorderPane {
    private final CompareParts parts;
    private final Subscription subscription;

    WarnedPane(CompareParts parts, Node content) {
        this.parts = parts;
        setCenter(content);
        subscription = parts.state().subscribe(this::warn);
    }

    void dispose() {
        subscription.unsubscribe();
    }

    /// What the band says; empty where there is none.
    String warning() {
        return getTop() instanceof HBox band
                ? band.getChildren().stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private void warn(ComparisonState state) {
        setTop(
                state.found()
                        .flatMap(
                                comparison ->
                                        comparison
                                                .warning()
                                                .map(words -> band(comparison.match(), words)))
                        .orElse(null));
    }

    private Node band(ContainerMatch match, String words) {
        var text = new Label(words);
        text.setTooltip(new Tooltip(String.join("\n", match.reasons())));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("ink-warning");
        HBox.setHgrow(text, Priority.ALWAYS);
        var icon = parts.services().icons().of("severity.warning");
        var band = new HBox(icon, text);
        band.setAlignment(Pos.CENTER_LEFT);
        if (match.order() == ContainerMatch.Order.REVERSED) {
            var swap = new Hyperlink("Swap before and after");
            swap.setMinWidth(USE_PREF_SIZE);
            swap.setOnAction(_ -> parts.bench().swap());
            band.getChildren().add(swap);
        }
        band.getStyleClass().add("partial-banner");
        band.setAccessibleText("Warning: " + text.getText());
        return band;
    }
}
