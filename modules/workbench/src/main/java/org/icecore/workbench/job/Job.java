package org.icecore.workbench.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Cancellable work in the background. Its properties change on the UI thread only.
///
/// Made by [Jobs#start].
public final class Job<T> {
    private final String title;
    private final Executor ui;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Outcome<T>>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<Optional<Update>> pending =
            new AtomicReference<>(Optional.empty());
    private final List<Consumer<Outcome<T>>> waiting = new ArrayList<>();
    private volatile boolean cancelled;

    Job(String title, Executor ui) {
        this.title = title;
        this.ui = ui;
    }

    /// What it does, as the Progress view shows it: `hashing shop.tar`.
    public String title() {
        return title;
    }

    /// How much is done, from 0 to 1; negative while that is not known.
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// What is being done now.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// How it ended; empty while it runs.
    public ReadOnlyObjectProperty<Optional<Outcome<T>>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether it has been asked to stop.
    public boolean isCancelled() {
        return cancelled;
    }

    /// Asks it to stop. Its outcome will be `Cancelled` even if the work finishes first. From any thread.
    public void cancel() {
        cancelled = true;
    }

    /// Tells `listener` the outcome on the UI thread, at once if the job has ended. To be called on the UI thread.
    public Job<T> whenDone(Consumer<Outcome<T>> listener) {
        outcome.get().ifPresentOrElse(listener, () -> waiting.add(listener));
        return this;
    }

    /// Runs the work here and now and delivers the outcome.
    void run(Work<? extends T> work, Consumer<Outcome<T>> beforeDelivery) {
        var performed = perform(work);
        ui.execute(
                () -> {
                    // Decided when it is told, so that nobody who cancelled before is told anything
                    // else.
                    var end = cancelled ? new Outcome.Cancelled<T>() : performed;
                    beforeDelivery.accept(end);
                    outcome.set(Optional.of(end));
                    var told = List.copyOf(waiting);
                    // Whoever keeps the job must not keep what its listeners hold.
                    waiting.clear();
                    told.forEach(listener -> listener.accept(end));
                });
    }

    private Outcome<T> perform(Work<? extends T> work) {
        try {
            return new Outcome.Done<>(work.perform(new Report()));
        } catch (CancellationException _) {
            return new Outcome.Cancelled<>();
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError cause) {
            // The outcome carries it to whoever asked for the job and to the error log.
            return new Outcome.Failed<>(cause);
        }
    }

    private void show() {
        pending.getAndSet(Optional.empty())
                .ifPresent(
                        update -> {
                            fraction.set(
                                    update.total > 0
                                            ? Math.clamp((double) update.done / update.total, 0, 1)
                                            : -1);
                            message.set(update.message);
                        });
    }

    private record Update(long done, long total, String message) {}

    /// Keeps only the latest update, so that fast work does not flood the UI thread.
    private final class Report implements Progress {
        @Override
        public void update(long done, long total, String text) {
            if (pending.getAndSet(Optional.of(new Update(done, total, text))).isEmpty()) {
                ui.execute(Job.this::show);
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
