package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Parts side by side or one above the other, each with its share of the room, with dividers to drag between them.
///
/// The toolkit's split pane keeps pixels, not shares, when the window changes size; a remembered layout needs shares.
final class WeightedSplit extends Region {
    private static final double LINE = 1;
    private static final double GRIP = 7;
    private static final double SMALLEST = 40;

    private final boolean horizontal;
    private final List<Node> parts;
    private final List<Region> grips = new ArrayList<>();
    private final Consumer<List<Double>> onResize;
    private List<Double> weights;

    /// @param onResize told the new weights when a drag of a divider ends
    WeightedSplit(
            boolean horizontal,
            List<Node> parts,
            List<Double> weights,
            Consumer<List<Double>> onResize) {
        this.horizontal = horizontal;
        this.parts = List.copyOf(parts);
        this.weights = List.copyOf(weights);
        this.onResize = onResize;
        getStyleClass().add("weighted-split");
        getChildren().addAll(parts);
        for (int i = 1; i < parts.size(); i++) {
            grips.add(grip(i));
        }
        getChildren().addAll(grips);
    }

    void weights(List<Double> wanted) {
        weights = List.copyOf(wanted);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var room = (horizontal ? getWidth() : getHeight()) - LINE * (parts.size() - 1);
        var at = 0.0;
        for (int i = 0; i < parts.size(); i++) {
            var last = i == parts.size() - 1;
            var end = last ? room + LINE * i : Math.round(at + room * weights.get(i));
            place(parts.get(i), at, Math.max(0, end - at));
            if (!last) {
                place(grips.get(i), end - (GRIP - LINE) / 2, GRIP);
            }
            at = end + LINE;
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST;
    }

    @Override
    protected double computeMinHeight(double width) {
        return SMALLEST;
    }

    private void place(Node node, double at, double length) {
        if (horizontal) {
            node.resizeRelocate(at, 0, length, getHeight());
        } else {
            node.resizeRelocate(0, at, getWidth(), length);
        }
    }

    private Region grip(int index) {
        var grip = new Region();
        grip.getStyleClass().add("split-grip");
        grip.setCursor(horizontal ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        grip.setOnMouseDragged(
                event -> {
                    var point = sceneToLocal(event.getSceneX(), event.getSceneY());
                    drag(
                            index,
                            horizontal ? point.getX() / getWidth() : point.getY() / getHeight());
                    event.consume();
                });
        grip.setOnMouseReleased(
                event -> {
                    onResize.accept(weights);
                    event.consume();
                });
        return grip;
    }

    /// Moves the divider before the part of that index; only its two neighbours change.
    private void drag(int index, double share) {
        var before = weights.subList(0, index - 1).stream().mapToDouble(Double::doubleValue).sum();
        var both = weights.get(index - 1) + weights.get(index);
        var smallest =
                Math.min(both / 2, SMALLEST / Math.max(1, horizontal ? getWidth() : getHeight()));
        var first = Math.clamp(share - before, smallest, both - smallest);
        var changed = new ArrayList<>(weights);
        changed.set(index - 1, first);
        changed.set(index, both - first);
        weights(changed);
    }
}
