package org.icecore.analysis.table;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Some rows of a list, by their places in it: what the list computes row by row is not held.
final class Picked<R> extends AbstractList<R> implements RandomAccess {

    private final List<R> all;
    private final int[] places;

    private Picked(List<R> all, int[] places) {
        this.all = all;
        this.places = places;
    }

    static <R> List<R> of(List<R> all, Predicate<? super R> condition) {
        var places =
                IntStream.range(0, all.size()).filter(i -> condition.test(all.get(i))).toArray();
        return places.length == all.size() ? all : new Picked<>(all, places);
    }

    @Override
    public R get(int index) {
        return all.get(places[index]);
    }

    @Override
    public int size() {
        return places.length;
    }
}
