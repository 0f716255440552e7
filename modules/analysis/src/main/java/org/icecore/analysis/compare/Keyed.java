package org.icecore.analysis.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// Two lists matched by a key; things of one key are matched in the order in which they come.
record Keyed<T>(SequencedMap<Key, T> before, SequencedMap<Key, T> after) {

    /// A key and which of its occurrences is meant, from 0.
    record Key(Object value, int occurrence) {}

    static <T> Keyed<T> of(List<T> before, List<T> after, Function<? super T, ?> key) {
        return new Keyed<>(index(before, key), index(after, key));
    }

    /// Goes through both: pairs and those that went in the order of the first, then those that came.
    void each(BiConsumer<T, T> pair, Consumer<T> removed, Consumer<T> added) {
        before.forEach(
                (key, item) -> {
                    var other = after.get(key);
                    if (other == null) {
                        removed.accept(item);
                    } else {
                        pair.accept(item, other);
                    }
                });
        after.forEach(
                (key, item) -> {
                    if (!before.containsKey(key)) {
                        added.accept(item);
                    }
                });
    }

    private static <T> SequencedMap<Key, T> index(List<T> items, Function<? super T, ?> key) {
        var counts = new LinkedHashMap<Object, Integer>();
        var index = new LinkedHashMap<Key, T>();
        for (var item : items) {
            var value = key.apply(item);
            index.put(new Key(value, counts.merge(value, 1, Integer::sum) - 1), item);
        }
        return index;
    }
}
