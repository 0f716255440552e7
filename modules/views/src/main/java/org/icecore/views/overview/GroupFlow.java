package org.icecore.views.overview;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Blocks beside each other as far as they fit, none wider than the page.
///
/// The height asked for a width and the places taken at that width come from one walk: what follows the blocks can
/// never be painted over them. A flow whose blocks are bound to its own width asks with the width it had before.
final class GroupFlow extends Pane {
    private static final double BETWEEN_COLUMNS = 32;
    private static final double BETWEEN_ROWS = 4;

    GroupFlow() {
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return blocks().stream().mapToDouble(block -> block.prefWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return walk(width < 0 ? computePrefWidth(-1) : width, (_, _, _, _, _) -> {});
    }

    @Override
    protected void layoutChildren() {
        walk(getWidth(), Node::resizeRelocate);
    }

    private List<Node> blocks() {
        return getManagedChildren();
    }

    /// Gives each block its place, in turn.
    ///
    /// @return the height of all
    private double walk(double room, Place place) {
        var x = 0.0;
        var y = 0.0;
        var tallest = 0.0;
        for (var block : blocks()) {
            var width = Math.min(snapSizeX(block.prefWidth(-1)), room);
            var height = snapSizeY(block.prefHeight(width));
            if (x > 0 && x + width > room) {
                y += tallest + BETWEEN_ROWS;
                x = 0;
                tallest = 0;
            }
            place.take(block, x, y, width, height);
            x += width + BETWEEN_COLUMNS;
            tallest = Math.max(tallest, height);
        }
        return y + tallest;
    }

    /// Where a block comes to stand.
    @FunctionalInterface
    private interface Place {
        void take(Node block, double x, double y, double width, double height);
    }
}
