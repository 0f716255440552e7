package org.icecore.views.hex;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.analysis.search.BytePattern;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteCount;
import org.icecore.views.hex.model.FindOutcome;
import org.icecore.views.hex.model.HexFinder;
import org.icecore.views.hex.model.HexModel;

/// Finding bytes in a hex view, in the background. For the JavaFX thread.
public final class HexSearch {

    private final HexModel model;
    private final Executor background;
    private final Consumer<String> tell;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyObjectWrapper<Optional<BytePattern>> pattern =
            new ReadOnlyObjectWrapper<>(this, "pattern", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FindOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private AtomicBoolean cancelled = new AtomicBoolean();

    HexSearch(HexModel model, Executor background, Consumer<String> tell) {
        this.model = model;
        this.background = background;
        this.tell = tell;
    }

    /// Whether a search is under way.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far the search is, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is highlighted wherever it is in sight.
    public ReadOnlyObjectProperty<Optional<BytePattern>> patternProperty() {
        return pattern.getReadOnlyProperty();
    }

    /// How the last search ended; empty while one is under way.
    public ReadOnlyObjectProperty<Optional<FindOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Looks for the next match after the caret and selects it. A search under way is cancelled.
    public void forward(BytePattern sought) {
        long from = from();
        boolean again =
                outcome.get()
                        .filter(FindOutcome.Found.class::isInstance)
                        .filter(_ -> pattern.get().filter(sought::equals).isPresent())
                        .isPresent();
        start(sought, from, again ? from + 1 : from, true);
    }

    /// Looks for the last match before the caret and selects it. A search under way is cancelled.
    public void backward(BytePattern sought) {
        start(sought, from(), from() - 1, false);
    }

    /// Marks all matches of a pattern, and selects one that was found elsewhere. A search under way is cancelled.
    public void show(BytePattern sought, AddressSpan hit) {
        cancel();
        cancelled = new AtomicBoolean();
        running.set(false);
        pattern.set(Optional.of(sought));
        model.select(hit);
        outcome.set(Optional.of(new FindOutcome.Found(hit, false)));
    }

    /// Stops the search under way.
    public void cancel() {
        cancelled.set(true);
    }

    /// Stops the search under way and highlights nothing more.
    public void clear() {
        cancel();
        pattern.set(Optional.empty());
    }

    private long from() {
        var navigation = model.navigation();
        return navigation
                .selection()
                .map(span -> span.first())
                .orElseGet(() -> navigation.cursor().caret());
    }

    /// Searches from `from`; what is found on the other side of `origin` was found by going on at the other end.
    private void start(BytePattern sought, long origin, long from, boolean forward) {
        cancel();
        var stop = new AtomicBoolean();
        cancelled = stop;
        pattern.set(Optional.of(sought));
        outcome.set(Optional.empty());
        progress.set(0);
        running.set(true);
        var content = model.content();
        var told = new AtomicBoolean();
        HexFinder.Watch watch =
                fraction -> {
                    if (told.compareAndSet(false, true)) {
                        Platform.runLater(
                                () -> {
                                    told.set(false);
                                    if (cancelled == stop) {
                                        progress.set(fraction);
                                    }
                                });
                    }
                    return !stop.get();
                };
        background.execute(
                () -> {
                    var found =
                            forward
                                    ? HexFinder.forward(content, sought, from, watch)
                                    : HexFinder.backward(content, sought, from, watch);
                    Platform.runLater(
                            () -> {
                                if (cancelled == stop) {
                                    finish(
                                            seenFrom(origin, found, from != origin, forward),
                                            forward);
                                }
                            });
                });
    }

    /// What was found behind `origin`, or right there though the search began beyond it, was found by going on.
    private static FindOutcome seenFrom(
            long origin, FindOutcome found, boolean beyond, boolean forward) {
        return switch (found) {
            case FindOutcome.Found(var span, _) -> {
                int side = Long.compareUnsigned(span.first(), origin);
                boolean behind = forward ? side < 0 : side > 0;
                yield new FindOutcome.Found(span, behind || beyond && side == 0);
            }
            case FindOutcome.NotFound missing -> missing;
            case FindOutcome.Cancelled stopped -> stopped;
        };
    }

    private void finish(FindOutcome found, boolean forward) {
        running.set(false);
        switch (found) {
            case FindOutcome.Found(var span, var wrapped) -> {
                model.select(span);
                tell.accept(
                        !wrapped
                                ? ""
                                : forward
                                        ? "Found after going on from the start of the space."
                                        : "Found after going on from the end of the space.");
            }
            case FindOutcome.NotFound(var searched, var notCaptured) ->
                    tell.accept(
                            notCaptured == 0
                                    ? "Not found in %s.".formatted(new ByteCount(searched))
                                    : "Not found in %s; %s are not captured and were not searched."
                                            .formatted(
                                                    new ByteCount(searched),
                                                    new ByteCount(notCaptured)));
            case FindOutcome.Cancelled() -> tell.accept("Search stopped.");
        }
        outcome.set(Optional.of(found));
    }
}
