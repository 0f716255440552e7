package org.icecore.workbench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The changes that turn one layout into the next. Each returns a sound layout if given one.
public final class LayoutChange {
    private static final double NEW_SHARE = 0.3;
    private static final double EDGE_SHARE = 0.22;

    private LayoutChange() {}

    /// Brings a view to the front of its stack.
    public static Layout select(Layout layout, String view) {
        return eachStack(
                layout,
                stack ->
                        stack.views().contains(view)
                                ? new Layout.Stack(stack.views(), view)
                                : stack);
    }

    /// Takes a view out. An empty stack goes, and a split of one part becomes that part.
    public static Layout remove(Layout layout, String view) {
        return without(layout, view).orElse(Layout.editors());
    }

    /// Keeps only the views of a set, for instance those that still exist.
    public static Layout retain(Layout layout, Set<String> views) {
        var kept = layout;
        for (var view : layout.views()) {
            kept = views.contains(view) ? kept : remove(kept, view);
        }
        return flattened(kept);
    }

    /// Puts a view, wherever it was, on a side of the stack that holds `neighbour`, or into it.
    /// Without such a stack the layout stays as it is.
    public static Layout moveBeside(Layout layout, String view, String neighbour, Side side) {
        var target = layout.stackOf(neighbour);
        if (target.isEmpty() || view.equals(neighbour) && target.get().views().size() == 1) {
            return layout;
        }
        var anchor =
                view.equals(neighbour)
                        ? target.get().views().stream()
                                .filter(other -> !other.equals(view))
                                .findFirst()
                                .orElseThrow()
                        : neighbour;
        if (view.equals(neighbour) && side == Side.INTO) {
            return select(layout, view);
        }
        var rest = remove(layout, view);
        return replace(
                rest,
                part -> part instanceof Layout.Stack stack && stack.views().contains(anchor),
                part -> beside(part, view, side, NEW_SHARE + 0.2));
    }

    /// Puts a view into the stack of `neighbour`, before the tab of that index.
    public static Layout moveInto(Layout layout, String view, String neighbour, int index) {
        var target = layout.stackOf(neighbour);
        if (target.isEmpty() || view.equals(neighbour) && target.get().views().size() == 1) {
            return layout;
        }
        var from = target.get().views().indexOf(view);
        var position = from >= 0 && from < index ? index - 1 : index;
        var anchors = new ArrayList<>(target.get().views());
        anchors.remove(view);
        return eachStack(
                remove(layout, view),
                stack -> {
                    if (!stack.views().equals(anchors)) {
                        return stack;
                    }
                    var views = new ArrayList<>(stack.views());
                    views.add(Math.clamp(position, 0, views.size()), view);
                    return new Layout.Stack(views, view);
                });
    }

    /// Puts a view beside the editor area. `INTO` means below: the editor area holds no views.
    public static Layout moveBesideEditors(Layout layout, String view, Side side) {
        var rest = remove(layout, view);
        var where = side == Side.INTO ? Side.BOTTOM : side;
        return replace(
                rest,
                Layout.Editors.class::isInstance,
                part -> beside(part, view, where, NEW_SHARE));
    }

    /// Puts a view at an edge of the whole window. `INTO` means at the bottom.
    public static Layout moveToEdge(Layout layout, String view, Side side) {
        var where = side == Side.INTO ? Side.BOTTOM : side;
        return flattened(beside(remove(layout, view), view, where, EDGE_SHARE));
    }

    /// Gives a view that is not shown a place: that of the default layout, as far as its neighbours there are shown,
    /// otherwise the side of the window that the descriptor wishes, behind the views that are there.
    public static Layout show(Layout layout, String view, Layout byDefault, Side home) {
        if (layout.stackOf(view).isPresent()) {
            return select(layout, view);
        }
        var shown = layout.views();
        return byDefault.stackOf(view).stream()
                .flatMap(stack -> stack.views().stream())
                .filter(shown::contains)
                .findFirst()
                .map(neighbour -> moveBeside(layout, view, neighbour, Side.INTO))
                .orElseGet(() -> showAt(layout, view, sideOf(byDefault, view).orElse(home)));
    }

    private static Layout showAt(Layout layout, String view, Side side) {
        return layout.views().stream()
                .filter(shown -> sideOf(layout, shown).equals(Optional.of(side)))
                .findFirst()
                .map(neighbour -> moveBeside(layout, view, neighbour, Side.INTO))
                .orElseGet(() -> moveToEdge(layout, view, side));
    }

    /// The side of the editor area on which a layout has a view.
    private static Optional<Side> sideOf(Layout layout, String view) {
        if (!(layout instanceof Layout.Split split) || layout.stackOf(view).isEmpty()) {
            return Optional.empty();
        }
        var ofView = -1;
        var ofEditors = -1;
        for (int i = 0; i < split.parts().size(); i++) {
            ofView = split.parts().get(i).stackOf(view).isPresent() ? i : ofView;
            ofEditors = split.parts().get(i).editorAreas() > 0 ? i : ofEditors;
        }
        if (ofView == ofEditors || ofEditors < 0) {
            return sideOf(split.parts().get(ofView), view);
        }
        var isBefore = ofView < ofEditors;
        return Optional.of(
                split.horizontal()
                        ? (isBefore ? Side.LEFT : Side.RIGHT)
                        : isBefore ? Side.TOP : Side.BOTTOM);
    }

    /// Gives a split new weights.
    ///
    /// @param path the indexes of parts from the root down to the split
    public static Layout resize(Layout layout, List<Integer> path, List<Double> weights) {
        if (!(layout instanceof Layout.Split split)) {
            return layout;
        }
        if (path.isEmpty()) {
            return new Layout.Split(split.horizontal(), split.parts(), weights);
        }
        var parts = new ArrayList<>(split.parts());
        parts.set(
                path.getFirst(),
                resize(parts.get(path.getFirst()), path.subList(1, path.size()), weights));
        return new Layout.Split(split.horizontal(), parts, split.weights());
    }

    /// Gives the part that holds a view, or the editor area, more room in each split around it.
    ///
    /// @param view empty for the editor area
    /// @param factor more than 1 for more room, less than 1 for less
    public static Layout grow(Layout layout, Optional<String> view, double factor) {
        if (!(layout instanceof Layout.Split split)) {
            return layout;
        }
        var parts = new ArrayList<Layout>();
        var weights = new ArrayList<Double>();
        for (int i = 0; i < split.parts().size(); i++) {
            var part = split.parts().get(i);
            var holds =
                    view.map(id -> part.views().contains(id))
                            .orElseGet(() -> part.editorAreas() > 0);
            parts.add(holds ? grow(part, view, factor) : part);
            weights.add(
                    holds
                            ? Math.clamp(split.weights().get(i) * factor, 0.05, 20)
                            : split.weights().get(i));
        }
        return new Layout.Split(split.horizontal(), parts, weights);
    }

    private static Layout beside(Layout part, String view, Side side, double share) {
        if (side == Side.INTO && part instanceof Layout.Stack stack) {
            var views = new ArrayList<>(stack.views());
            views.add(view);
            return new Layout.Stack(views, view);
        }
        var added = Layout.stack(view);
        var parts = side.isBefore() ? List.of(added, part) : List.of(part, added);
        var weights = side.isBefore() ? List.of(share, 1 - share) : List.of(1 - share, share);
        return new Layout.Split(side.isHorizontal(), parts, weights);
    }

    private static Layout replace(
            Layout layout, Predicate<Layout> which, UnaryOperator<Layout> by) {
        if (which.test(layout)) {
            return by.apply(layout);
        }
        if (!(layout instanceof Layout.Split split)) {
            return layout;
        }
        var parts = split.parts().stream().map(part -> replace(part, which, by)).toList();
        return flattened(new Layout.Split(split.horizontal(), parts, split.weights()));
    }

    private static Layout eachStack(Layout layout, UnaryOperator<Layout.Stack> change) {
        return switch (layout) {
            case Layout.Split split ->
                    new Layout.Split(
                            split.horizontal(),
                            split.parts().stream().map(part -> eachStack(part, change)).toList(),
                            split.weights());
            case Layout.Stack stack -> change.apply(stack);
            case Layout.Editors editors -> editors;
        };
    }

    private static Optional<Layout> without(Layout layout, String view) {
        return switch (layout) {
            case Layout.Editors editors -> Optional.of(editors);
            case Layout.Stack stack -> withoutTab(stack, view);
            case Layout.Split split -> {
                var parts = new ArrayList<Layout>();
                var weights = new ArrayList<Double>();
                for (int i = 0; i < split.parts().size(); i++) {
                    var weight = split.weights().get(i);
                    without(split.parts().get(i), view)
                            .ifPresent(
                                    part -> {
                                        parts.add(part);
                                        weights.add(weight);
                                    });
                }
                yield parts.size() < 2
                        ? parts.stream().findFirst()
                        : Optional.of(
                                flattened(new Layout.Split(split.horizontal(), parts, weights)));
            }
        };
    }

    private static Optional<Layout> withoutTab(Layout.Stack stack, String view) {
        var index = stack.views().indexOf(view);
        if (index < 0) {
            return Optional.of(stack);
        }
        var views = new ArrayList<>(stack.views());
        views.remove(index);
        if (views.isEmpty()) {
            return Optional.empty();
        }
        var next = views.get(Math.min(index, views.size() - 1));
        return Optional.of(
                new Layout.Stack(views, stack.selected().equals(view) ? next : stack.selected()));
    }

    /// A split inside a split of the same direction becomes part of it, so that its dividers are siblings.
    private static Layout flattened(Layout layout) {
        if (!(layout instanceof Layout.Split split)) {
            return layout;
        }
        var parts = new ArrayList<Layout>();
        var weights = new ArrayList<Double>();
        for (int i = 0; i < split.parts().size(); i++) {
            var weight = split.weights().get(i);
            var part = flattened(split.parts().get(i));
            if (part instanceof Layout.Split inner && inner.horizontal() == split.horizontal()) {
                parts.addAll(inner.parts());
                inner.weights().forEach(share -> weights.add(share * weight));
            } else {
                parts.add(part);
                weights.add(weight);
            }
        }
        return new Layout.Split(split.horizontal(), parts, weights);
    }
}
