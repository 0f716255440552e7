package org.icecore.checkpoint;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.evidence.Defect;

/// What was read of one kind of kernel object, from all images that hold such.
///
/// @param items in the order of the images
/// @param absences why there may be more than these: which images are not there, one sentence each
/// @param defects what is wrong with the images that were read
public record Gathered<T>(List<T> items, List<String> absences, List<Defect> defects) {

    public Gathered {
        items = List.copyOf(items);
        absences = List.copyOf(absences);
        defects = List.copyOf(defects);
    }

    /// Nothing, and why.
    public static <T> Gathered<T> nothing(String reason) {
        return new Gathered<>(List.of(), List.of(reason), List.of());
    }

    /// What keeps the items from being all there are, one sentence each; empty if they are.
    public List<String> gaps() {
        return Stream.concat(absences.stream(), defects.stream().map(Defect::toString)).toList();
    }

    /// The same of what `function` makes of each item.
    public <R> Gathered<R> map(Function<? super T, ? extends R> function) {
        return new Gathered<>(items.stream().<R>map(function::apply).toList(), absences, defects);
    }
}
