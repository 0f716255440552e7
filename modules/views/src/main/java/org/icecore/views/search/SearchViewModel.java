package org.icecore.views.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.icecore.analysis.search.BytePattern;
import org.icecore.analysis.search.Hit;
import org.icecore.analysis.search.MemorySearch;
import org.icecore.analysis.search.SearchResult;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.JobReading;
import org.icecore.views.desk.PatternKind;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;

/// One search at a time, and its hits as they come. Used on the UI thread only.
public final class SearchViewModel {
    private final Jobs jobs;
    private final Executor ui;
    private final ObservableList<FoundHit> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<SearchState> state =
            new ReadOnlyObjectWrapper<>(new SearchState.Idle());
    private Optional<HitStream> current = Optional.empty();
    private Optional<Asked> asked = Optional.empty();

    /// A search.
    public record Asked(CheckpointId checkpoint, BytePattern pattern) {}

    /// @param ui runs what changes observables; in the window the UI thread
    public SearchViewModel(Jobs jobs, Executor ui) {
        this.jobs = jobs;
        this.ui = ui;
    }

    /// What was found so far.
    ObservableList<FoundHit> hits() {
        return hits;
    }

    /// What was searched last, and where.
    public Optional<Asked> asked() {
        return asked;
    }

    /// How far the search is.
    public ReadOnlyObjectProperty<SearchState> state() {
        return state.getReadOnlyProperty();
    }

    /// Begins a search; one that runs is stopped and its hits are forgotten.
    public void search(Checkpoint checkpoint, Optional<Task> only, PatternKind kind, String typed) {
        cancel();
        current = Optional.empty();
        asked = Optional.empty();
        hits.clear();
        final BytePattern pattern;
        try {
            pattern = kind.pattern(typed);
        } catch (IllegalArgumentException unreadable) {
            state.set(new SearchState.Unreadable(String.valueOf(unreadable.getMessage())));
            return;
        }
        asked = Optional.of(new Asked(checkpoint.id(), pattern));
        var stream = new HitStream(checkpoint);
        current = Optional.of(stream);
        var scope = only.map(task -> "pid " + task.pid()).orElse("all tasks");
        Job<SearchResult> job =
                jobs.start(
                        "searching %s in %s of %s".formatted(pattern, scope, checkpoint.id()),
                        progress ->
                                MemorySearch.forPattern(pattern)
                                        .in(
                                                checkpoint,
                                                only.map(Task::pid),
                                                stream::add,
                                                JobReading.of(progress, "")));
        var running = new SearchState.Running(job);
        state.set(running);
        job.whenDone(
                end -> {
                    stream.flush();
                    if (state.get() == running) {
                        state.set(ended(end));
                    }
                });
    }

    /// Stops the search that runs; what it found stays.
    public void cancel() {
        if (state.get() instanceof SearchState.Running(var job)) {
            job.cancel();
        }
    }

    /// Stops the search that runs and forgets what was found.
    void forget() {
        cancel();
        current = Optional.empty();
        asked = Optional.empty();
        hits.clear();
        state.set(new SearchState.Idle());
    }

    private SearchState ended(Outcome<SearchResult> end) {
        return switch (end) {
            case Outcome.Done<SearchResult>(var result) -> new SearchState.Done(result.coverage());
            case Outcome.Failed<SearchResult> failed ->
                    new SearchState.Failed(failed.message(), String.valueOf(failed.cause()));
            case Outcome.Cancelled<SearchResult> _ -> new SearchState.Stopped();
        };
    }

    /// Brings hits from the thread of the search to that of the window, many at a time.
    private final class HitStream {
        private final Checkpoint checkpoint;
        private final ConcurrentLinkedQueue<Hit> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean asked = new AtomicBoolean();

        HitStream(Checkpoint checkpoint) {
            this.checkpoint = checkpoint;
        }

        void add(Hit hit) {
            waiting.add(hit);
            if (asked.compareAndSet(false, true)) {
                ui.execute(this::flush);
            }
        }

        void flush() {
            asked.set(false);
            List<FoundHit> come = new ArrayList<>();
            for (var hit = waiting.poll(); hit != null; hit = waiting.poll()) {
                var comm = checkpoint.tasks().find(hit.pid()).map(Task::comm).orElse("");
                come.add(new FoundHit(checkpoint.id(), comm, hit));
            }
            if (current.filter(stream -> stream == this).isPresent()) {
                hits.addAll(come);
            }
        }
    }
}
