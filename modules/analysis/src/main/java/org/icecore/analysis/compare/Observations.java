package org.icecore.analysis.compare;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Observed;
import org.icecore.evidence.Location;

/// Questions that comparisons ask of an observation.
final class Observations {

    private static final String NOT_RECORDED = "not recorded";

    private Observations() {}

    static Optional<Location> at(Observed<?> observed) {
        return switch (observed) {
            case Observed.Present<?>(_, var at) -> Optional.of(at);
            case Observed.Malformed<?>(var at, _) -> Optional.of(at);
            case Observed.NotCaptured<?> _ -> Optional.empty();
        };
    }

    static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : NOT_RECORDED;
    }

    static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : NOT_RECORDED;
    }

    static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    static String absence(Observed<?> observed) {
        return observed.absence().map(reason -> "not captured: " + reason).orElse("");
    }

    static <T> String text(
            Observed<T> observed, java.util.function.Function<? super T, String> text) {
        return observed.found().<String>map(text).orElseGet(() -> absence(observed));
    }
}
