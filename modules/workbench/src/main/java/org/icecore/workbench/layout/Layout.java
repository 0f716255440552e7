package org.icecore.workbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The arrangement of one perspective. A sound layout has the editor area exactly once and each view at most once.
public sealed interface Layout {
    /// Parts side by side, or one above the other.
    ///
    /// @param horizontal side by side, from left to right
    /// @param parts at least two
    /// @param weights the share of each part; positive, and adding up to 1
    record Split(boolean horizontal, List<Layout> parts, List<Double> weights) implements Layout {
        public Split {
            parts = List.copyOf(parts);
            if (parts.size() < 2 || parts.size() != weights.size()) {
                throw new IllegalArgumentException(
                        "a split needs two parts, and a weight for each");
            }
            weights = normalised(weights);
        }

        private static List<Double> normalised(List<Double> weights) {
            var sum = weights.stream().mapToDouble(Double::doubleValue).sum();
            if (!(sum > 0)
                    || Double.isInfinite(sum)
                    || weights.stream().anyMatch(weight -> !(weight > 0))) {
                throw new IllegalArgumentException("weights must be positive: " + weights);
            }
            return weights.stream().map(weight -> weight / sum).toList();
        }
    }

    /// Views behind one another, each with a tab.
    ///
    /// @param views at least one
    /// @param selected the view in front
    record Stack(List<String> views, String selected) implements Layout {
        public Stack {
            views = List.copyOf(views);
            if (!views.contains(selected)) {
                throw new IllegalArgumentException(
                        "the selected view is not in the stack: " + selected);
            }
        }
    }

    /// The editor area.
    record Editors() implements Layout {}

    /// Views behind one another, the first in front.
    static Stack stack(String... views) {
        return new Stack(List.of(views), views[0]);
    }

    /// The editor area.
    static Editors editors() {
        return new Editors();
    }

    /// Two parts side by side; `share` is that of the left one, between 0 and 1.
    static Split leftRight(double share, Layout left, Layout right) {
        return new Split(true, List.of(left, right), List.of(share, 1 - share));
    }

    /// Two parts one above the other; `share` is that of the upper one, between 0 and 1.
    static Split topBottom(double share, Layout top, Layout bottom) {
        return new Split(false, List.of(top, bottom), List.of(share, 1 - share));
    }

    /// All views, from left to right and top to bottom.
    default List<String> views() {
        return stacks().stream().flatMap(stack -> stack.views().stream()).toList();
    }

    /// All stacks, from left to right and top to bottom.
    default List<Stack> stacks() {
        return switch (this) {
            case Split split ->
                    split.parts().stream().flatMap(part -> part.stacks().stream()).toList();
            case Stack stack -> List.of(stack);
            case Editors _ -> List.of();
        };
    }

    /// How often the editor area occurs.
    default int editorAreas() {
        return switch (this) {
            case Split split -> split.parts().stream().mapToInt(Layout::editorAreas).sum();
            case Stack _ -> 0;
            case Editors _ -> 1;
        };
    }

    /// Whether the editor area occurs once and no view twice.
    default boolean isSound() {
        return editorAreas() == 1 && views().stream().distinct().count() == views().size();
    }

    /// The stack that holds the view.
    default Optional<Stack> stackOf(String view) {
        return stacks().stream().filter(stack -> stack.views().contains(view)).findFirst();
    }

    /// The weights of a split from plain numbers.
    static List<Double> weights(double... weights) {
        var list = new ArrayList<Double>();
        Arrays.stream(weights).forEach(list::add);
        return list;
    }
}
