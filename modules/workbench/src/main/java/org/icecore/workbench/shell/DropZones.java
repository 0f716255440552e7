package org.icecore.workbench.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.layout.Side;

/// Where a dragged view would go if it were dropped at a point.
final class DropZones {
    private static final double WINDOW_EDGE = 12;
    private static final double STACK_EDGE = 0.28;

    /// An area of the window.
    ///
    /// @param neighbour a view of the stack, or empty for the editor area
    /// @param tabMiddles the middles of the tabs, from left to right
    record Area(Optional<String> neighbour, Bounds bounds, List<Double> tabMiddles) {
        /// The index of the tab before which a tab dropped there goes.
        int index(double x) {
            return (int) tabMiddles.stream().filter(middle -> middle < x).count();
        }
    }

    /// What dropping does, and the area to highlight.
    record Drop(UnaryOperator<Layout> change, Bounds preview) {}

    private DropZones() {}

    static Optional<Drop> at(double x, double y, String view, List<Area> areas, Bounds window) {
        var edge = nearestEdge(x, y, window);
        if (distance(edge, x, y, window) < WINDOW_EDGE) {
            return Optional.of(
                    new Drop(
                            layout -> LayoutChange.moveToEdge(layout, view, edge),
                            part(window, edge, 0.22)));
        }
        return areas.stream()
                .filter(area -> area.bounds().contains(x, y))
                .findFirst()
                .map(area -> in(area, x, y, view));
    }

    private static Drop in(Area area, double x, double y, String view) {
        var bounds = area.bounds();
        if (area.neighbour().isEmpty()) {
            var side = nearestEdge(x, y, bounds);
            return new Drop(
                    layout -> LayoutChange.moveBesideEditors(layout, view, side),
                    part(bounds, side, 0.3));
        }
        var neighbour = area.neighbour().get();
        if (y < bounds.getMinY() + TabStrip.HEIGHT) {
            return new Drop(
                    layout -> LayoutChange.moveInto(layout, view, neighbour, area.index(x)),
                    bounds);
        }
        var side = nearestEdge(x, y, bounds);
        var length =
                side == Side.LEFT || side == Side.RIGHT ? bounds.getWidth() : bounds.getHeight();
        if (distance(side, x, y, bounds) > length * STACK_EDGE) {
            return new Drop(
                    layout -> LayoutChange.moveBeside(layout, view, neighbour, Side.INTO), bounds);
        }
        return new Drop(
                layout -> LayoutChange.moveBeside(layout, view, neighbour, side),
                part(bounds, side, 0.5));
    }

    private static Side nearestEdge(double x, double y, Bounds bounds) {
        var relative =
                Map.of(
                        Side.LEFT, distance(Side.LEFT, x, y, bounds) / bounds.getWidth(),
                        Side.RIGHT, distance(Side.RIGHT, x, y, bounds) / bounds.getWidth(),
                        Side.TOP, distance(Side.TOP, x, y, bounds) / bounds.getHeight(),
                        Side.BOTTOM, distance(Side.BOTTOM, x, y, bounds) / bounds.getHeight());
        return List.of(Side.LEFT, Side.RIGHT, Side.TOP, Side.BOTTOM).stream()
                .min(Comparator.comparing(relative::get))
                .orElseThrow();
    }

    private static double distance(Side side, double x, double y, Bounds bounds) {
        return switch (side) {
            case LEFT -> x - bounds.getMinX();
            case RIGHT -> bounds.getMaxX() - x;
            case TOP -> y - bounds.getMinY();
            case BOTTOM -> bounds.getMaxY() - y;
            case INTO -> Double.MAX_VALUE;
        };
    }

    private static Bounds part(Bounds whole, Side side, double share) {
        var width =
                side == Side.LEFT || side == Side.RIGHT
                        ? whole.getWidth() * share
                        : whole.getWidth();
        var height =
                side == Side.TOP || side == Side.BOTTOM
                        ? whole.getHeight() * share
                        : whole.getHeight();
        var x = side == Side.RIGHT ? whole.getMaxX() - width : whole.getMinX();
        var y = side == Side.BOTTOM ? whole.getMaxY() - height : whole.getMinY();
        return new BoundingBox(x, y, width, height);
    }
}
