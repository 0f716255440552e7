package org.icecore.views.evidence;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.ItemState;

/// All of the message about an item that could not be opened, below the rows, which have one line each. Not there at all
/// where nothing failed.
final class FailureNote extends Label {
    private static final double HIGHEST = 140;
    private static final double WIDEST = 640;
    private static final double SHARE = 0.5;

    private final Tooltip whole = new Tooltip();

    FailureNote() {
        setId("evidence-failure");
        getStyleClass().addAll("failure-note", "ink-error");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(0);
        setAlignment(Pos.TOP_LEFT);
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST);
        setTooltip(whole);
        tell(Optional.empty(), 0);
    }

    /// The rows keep the larger part of a low view; the tooltip and the views of the item tell all.
    void leaveRoomIn(Region view) {
        maxHeightProperty()
                .bind(
                        view.heightProperty()
                                .multiply(SHARE)
                                .map(height -> Math.min(HIGHEST, height.doubleValue())));
    }

    /// @param failed the one to tell about
    /// @param all how many failed
    void tell(Optional<BenchItem> failed, long all) {
        setText(failed.map(FailureNote::text).map(text -> counted(text, all)).orElse(""));
        whole.setText(getText());
        setVisible(failed.isPresent());
        setManaged(failed.isPresent());
    }

    private static String counted(String text, long all) {
        return all > 1 ? "%d could not be opened. %s".formatted(all, text) : text;
    }

    static boolean hasFailed(BenchItem item) {
        return item.state().get() instanceof ItemState.Failed;
    }

    private static String text(BenchItem item) {
        return switch (item.state().get()) {
            case ItemState.Failed(var message, _) ->
                    message.contains(item.title()) ? message : item.title() + ": " + message;
            case ItemState.Open _, ItemState.Opening _ -> "";
        };
    }
}
