package org.icecore.checkpoint;

import java.util.Optional;
import java.util.function.Function;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Something that was looked for in the evidence, and what came of it.
///
/// An `Optional` says that a thing may legitimately not exist; an `Observed` says why we have no value.
public sealed interface Observed<T> {

    /// The evidence holds it.
    ///
    /// @param at where it lies, to be re-checked
    record Present<T>(T value, Location at) implements Observed<T> {}

    /// The evidence does not hold it.
    ///
    /// @param reason why, for the examiner: `core-7.img is not in the checkpoint`
    record NotCaptured<T>(String reason) implements Observed<T> {}

    /// The evidence holds something in its place that cannot be read.
    ///
    /// @param defect what is wrong there
    record Malformed<T>(Location at, String defect) implements Observed<T> {}

    /// A value and where it lies.
    static <T> Observed<T> present(T value, Location at) {
        return new Present<>(value, at);
    }

    /// Nothing, and why.
    static <T> Observed<T> notCaptured(String reason) {
        return new NotCaptured<>(reason);
    }

    /// Nothing readable, as `exception` tells.
    static <T> Observed<T> malformed(EvidenceException exception) {
        return new Malformed<>(exception.at(), exception.defect());
    }

    /// The value, if there is one.
    default Optional<T> found() {
        return switch (this) {
            case Present<T>(var value, _) -> Optional.of(value);
            case NotCaptured<T> _, Malformed<T> _ -> Optional.empty();
        };
    }

    /// Why there is no value; empty if there is one.
    default Optional<String> absence() {
        return switch (this) {
            case Present<T> _ -> Optional.empty();
            case NotCaptured<T>(var reason) -> Optional.of(reason);
            case Malformed<T>(var at, var defect) -> Optional.of(at + ": " + defect);
        };
    }

    /// The same observation of what `function` makes of the value.
    default <R> Observed<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Present<T>(var value, var at) -> new Present<>(function.apply(value), at);
            case NotCaptured<T>(var reason) -> new NotCaptured<>(reason);
            case Malformed<T>(var at, var defect) -> new Malformed<>(at, defect);
        };
    }

    /// What `function` observes of the value; the same absence if there is none.
    default <R> Observed<R> flatMap(Function<? super T, Observed<R>> function) {
        return switch (this) {
            case Present<T>(var value, _) -> function.apply(value);
            case NotCaptured<T>(var reason) -> new NotCaptured<>(reason);
            case Malformed<T>(var at, var defect) -> new Malformed<>(at, defect);
        };
    }
}
