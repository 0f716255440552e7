package org.icecore.views.hex;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.icecore.views.hex.model.HexContent;
import org.icecore.views.hex.model.HexFinder;
import org.icecore.views.hex.model.HexHits;
import org.icecore.views.hex.model.HexNavigation;

/// Finding bytes in a hex view or comparison, in the background. For the JavaFX thread.
public final class HexSearch {

    private final Sought sought;
    private final Executor background;
    private final HexTally tally;
    private final Consumer<String> tell;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyObjectWrapper<Optional<BytePattern>> pattern =
            new ReadOnlyObjectWrapper<>(this, "pattern", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FindOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private AtomicBoolean cancelled = new AtomicBoolean();
    private String where = "";

    /// What is searched.
    ///
    /// @param content that is searched next
    /// @param navigation where the search begins
    /// @param select selects what was found
    /// @param where which of several contents it is, such as `after`; empty where there is one
    record Sought(
            Supplier<HexContent> content,
            HexNavigation navigation,
            Consumer<AddressSpan> select,
            Supplier<String> where) {}

    HexSearch(Sought sought, Executor background, Consumer<String> tell) {
        this.sought = sought;
        this.background = background;
        this.tally = new HexTally(background);
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

    /// All matches of what was found last; empty until they are counted, or where there is too much to count.
    public ReadOnlyObjectProperty<Optional<HexHits>> hitsProperty() {
        return tally.hitsProperty();
    }

    /// Which of several contents was searched last, such as `after`; empty where there is one.
    public String where() {
        return where;
    }

    /// Looks for the next match after the caret and selects it. A search under way is cancelled.
    public void forward(BytePattern wanted) {
        long from = from();
        boolean again =
                outcome.get()
                        .filter(FindOutcome.Found.class::isInstance)
                        .filter(_ -> pattern.get().filter(wanted::equals).isPresent())
                        .isPresent();
        start(wanted, from, again ? from + 1 : from, true);
    }

    /// Looks for the last match before the caret and selects it. A search under way is cancelled.
    public void backward(BytePattern wanted) {
        start(wanted, from(), from() - 1, false);
    }

    /// Marks all matches of a pattern, and selects one that was found elsewhere. A search under way is cancelled.
    public void show(BytePattern wanted, AddressSpan hit) {
        cancel();
        cancelled = new AtomicBoolean();
        running.set(false);
        pattern.set(Optional.of(wanted));
        where = sought.where().get();
        sought.select().accept(hit);
        outcome.set(Optional.of(new FindOutcome.Found(hit, false)));
        tally.count(sought.content().get(), wanted);
    }

    /// Stops the search under way.
    public void cancel() {
        cancelled.set(true);
    }

    /// Stops the search under way and highlights nothing more.
    public void clear() {
        cancel();
        tally.clear();
        pattern.set(Optional.empty());
    }

    private long from() {
        var navigation = sought.navigation();
        return navigation
                .selection()
                .map(span -> span.first())
                .orElseGet(() -> navigation.cursor().caret());
    }

    /// Searches from `from`; what is found on the other side of `origin` was found by going on at the other end.
    private void start(BytePattern wanted, long origin, long from, boolean forward) {
        cancel();
        var stop = new AtomicBoolean();
        cancelled = stop;
        var content = sought.content().get();
        tally.keepOnly(content, wanted);
        where = sought.where().get();
        pattern.set(Optional.of(wanted));
        outcome.set(Optional.empty());
        progress.set(0);
        running.set(true);
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
                                    ? HexFinder.forward(content, wanted, from, watch)
                                    : HexFinder.backward(content, wanted, from, watch);
                    Platform.runLater(
                            () -> {
                                if (cancelled == stop) {
                                    finish(
                                            seenFrom(origin, found, from != origin, forward),
                                            forward);
                                    if (found instanceof FindOutcome.Found) {
                                        tally.count(content, wanted);
                                    }
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
                sought.select().accept(span);
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
