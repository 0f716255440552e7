package org.icecore.views.images;

import java.util.ArrayList;
import java.util.List;

/// The way to a field: the number of its entry in the image, then of each part in the one before.
///
/// @param steps at least one
record FieldPath(List<Integer> steps) implements Comparable<FieldPath> {
    FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path to nothing");
        }
    }

    /// The way to an entry of the image, the magic being the first.
    static FieldPath of(int entry) {
        return new FieldPath(List.of(entry));
    }

    int entry() {
        return steps.getFirst();
    }

    int last() {
        return steps.getLast();
    }

    /// 0 for an entry.
    int depth() {
        return steps.size() - 1;
    }

    FieldPath child(int number) {
        var longer = new ArrayList<Integer>(steps);
        longer.add(number);
        return new FieldPath(longer);
    }

    /// What it is a part of; only for what is no entry.
    FieldPath parent() {
        return new FieldPath(steps.subList(0, steps.size() - 1));
    }

    /// The order in which a tree shows fields: each before its parts.
    @Override
    public int compareTo(FieldPath other) {
        int common = Math.min(steps.size(), other.steps.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(steps.get(i), other.steps.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(steps.size(), other.steps.size());
    }
}
