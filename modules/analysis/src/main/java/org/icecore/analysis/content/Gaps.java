package org.icecore.analysis.content;

import java.util.Collection;
import java.util.function.Function;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.Observed;

/// What a table could not cover, collected from absent observations.
final class Gaps {

    private Gaps() {}

    /// A sentence for each item whose observation is absent: `files of task 7: fdinfo-5.img is not in the checkpoint`.
    static <T> Coverage of(
            Collection<T> items, String what, Function<T, ?> name, Function<T, ? extends Observed<?>> observed) {
        return Coverage.without(items.stream()
                .flatMap(item -> observed.apply(item)
                        .absence()
                        .map(reason -> "%s %s: %s".formatted(what, name.apply(item), reason))
                        .stream())
                .toList());
    }
}
