package org.icecore.analysis.content;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/// Rows that are made of the items of a list when they are asked for, so that a task with a million of them costs nothing more.
final class Told<T, R> extends AbstractList<R> implements RandomAccess {

    private final List<T> items;
    private final Function<T, R> row;

    private Told(List<T> items, Function<T, R> row) {
        this.items = items;
        this.row = row;
    }

    /// @param items with random access
    static <T, R> List<R> of(List<T> items, Function<T, R> row) {
        return new Told<>(items, row);
    }

    @Override
    public R get(int index) {
        return row.apply(items.get(index));
    }

    @Override
    public int size() {
        return items.size();
    }
}
