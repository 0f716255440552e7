package org.icecore.views.bench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.analysis.compare.Comparison;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;

/// The chosen pair and its comparison.
final class Comparing {
    private final BenchWork work;
    private final ReadOnlyObjectWrapper<ComparisonState> state =
            new ReadOnlyObjectWrapper<>(new ComparisonState.NoPair());

    Comparing(BenchWork work) {
        this.work = work;
    }

    ReadOnlyObjectProperty<ComparisonState> state() {
        return state.getReadOnlyProperty();
    }

    /// The job at work.
    Optional<Job<Comparison>> job() {
        return switch (state.get()) {
            case ComparisonState.Running(_, var job) -> Optional.of(job);
            case ComparisonState.NoPair _,
                    ComparisonState.Done _,
                    ComparisonState.Failed _,
                    ComparisonState.Cancelled _ ->
                    Optional.empty();
        };
    }

    /// Begins a comparison, unless it is that of the present pair and was not stopped.
    void choose(Pair pair) {
        var present = state.get();
        var same =
                present.chosen()
                        .filter(old -> old.before() == pair.before() && old.after() == pair.after())
                        .isPresent();
        if (same && !(present instanceof ComparisonState.Cancelled)) {
            return;
        }
        job().ifPresent(Job::cancel);
        pair.before()
                .checkpoint()
                .ifPresent(
                        before ->
                                pair.after()
                                        .checkpoint()
                                        .ifPresent(
                                                after -> {
                                                    var job = work.compare(before, after);
                                                    var running =
                                                            new ComparisonState.Running(pair, job);
                                                    state.set(running);
                                                    job.whenDone(end -> ended(running, end));
                                                }));
    }

    /// Stops the comparison if the item is part of it.
    ///
    /// @return the job that still has to stop
    Optional<Job<Comparison>> forget(BenchItem item) {
        return state.get().chosen().filter(pair -> pair.has(item)).flatMap(_ -> forget());
    }

    /// Stops the comparison and forgets the pair.
    Optional<Job<Comparison>> forget() {
        var job = job();
        job.ifPresent(Job::cancel);
        state.set(new ComparisonState.NoPair());
        return job;
    }

    private void ended(ComparisonState.Running running, Outcome<Comparison> end) {
        if (state.get() != running) {
            return;
        }
        state.set(
                switch (end) {
                    case Outcome.Done<Comparison>(var comparison) ->
                            new ComparisonState.Done(running.pair(), comparison);
                    case Outcome.Failed<Comparison> failed ->
                            new ComparisonState.Failed(running.pair(), failed.message());
                    case Outcome.Cancelled<Comparison> _ ->
                            new ComparisonState.Cancelled(running.pair());
                });
    }
}
