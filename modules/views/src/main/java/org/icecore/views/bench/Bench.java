package org.icecore.views.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Digest;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;

/// The opened evidence and the pair that is compared. To be used on the UI thread; all reading is done in jobs.
public final class Bench implements AutoCloseable {
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final ObservableList<BenchItem> items = FXCollections.observableArrayList();
    private final ObservableList<BenchItem> shown = FXCollections.unmodifiableObservableList(items);
    private final BenchWork work;
    private final Comparing comparing;

    /// A bench on which nothing lies.
    public Bench(Jobs jobs) {
        this.work = new BenchWork(jobs);
        this.comparing = new Comparing(work);
    }

    /// What lies on the bench, in the order in which it was opened.
    public ObservableList<BenchItem> items() {
        return shown;
    }

    /// Opens files or folders, each in a job. One that is open already is not opened again.
    ///
    /// Two that are opened at once are compared as soon as both are open, the older as `before`.
    ///
    /// @return the items of these paths, in their order
    public List<BenchItem> open(List<Path> paths) {
        var known = List.copyOf(items);
        var opened = new ArrayList<BenchItem>();
        paths.forEach(
                path -> {
                    var item = item(path).orElseGet(() -> start(path));
                    if (!opened.contains(item)) {
                        opened.add(item);
                    }
                });
        if (opened.size() == 2 && opened.stream().noneMatch(known::contains)) {
            Settling.of(
                    this,
                    opened,
                    open -> {
                        if (open.size() == 2) {
                            compare(open.getFirst(), open.getLast());
                        }
                    });
        }
        return List.copyOf(opened);
    }

    /// Takes an item from the bench, stops what is at work on it, and closes its file.
    public void close(BenchItem item) {
        if (!items.remove(item)) {
            return;
        }
        var comparison = comparing.forget(item);
        switch (item.state().get()) {
            case ItemState.Opening(var job) -> job.cancel();
            case ItemState.Failed _ -> {}
            case ItemState.Open(var checkpoint) -> {
                var hashing = hashing(item);
                hashing.ifPresent(Job::cancel);
                BenchWork.after(hashing, () -> BenchWork.after(comparison, checkpoint::close));
            }
        }
    }

    /// The item of that id.
    public Optional<BenchItem> item(CheckpointId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// The open checkpoint of that id.
    public Optional<Checkpoint> checkpoint(CheckpointId id) {
        return item(id).flatMap(BenchItem::checkpoint);
    }

    /// The items that are open.
    public List<BenchItem> open() {
        return items.stream().filter(item -> item.checkpoint().isPresent()).toList();
    }

    /// The two in the order of their times, as far as the evidence says.
    public Pair ordered(BenchItem first, BenchItem second) {
        return PairOrder.of(first, second);
    }

    /// Whether several checkpoints are open, so that titles have to say which one they are about.
    public ObservableValue<Boolean> several() {
        return Bindings.createBooleanBinding(() -> items.size() > 1, items);
    }

    /// Compares two open items; the evidence says which is the older.
    public void compare(BenchItem first, BenchItem second) {
        choose(ordered(first, second));
    }

    /// Compares two open items in this order, whatever the evidence says.
    public void compareAs(BenchItem before, BenchItem after) {
        choose(new Pair(before, after, "in the order the examiner chose"));
    }

    /// Compares the other way round.
    public void swap() {
        comparison().get().chosen().map(Pair::swapped).ifPresent(this::choose);
    }

    /// Forgets the pair.
    public void forgetPair() {
        comparing.forget();
    }

    /// The comparison of the chosen pair. It is begun when a pair is chosen, and never again for the same pair.
    public ReadOnlyObjectProperty<ComparisonState> comparison() {
        return comparing.state();
    }

    /// Stops all work and closes all files; waits a little for work that is about to stop.
    @Override
    public void close() {
        var closing = items.stream().flatMap(item -> item.checkpoint().stream()).toList();
        Stream.concat(items.stream().flatMap(item -> jobs(item).stream()), comparing.job().stream())
                .forEach(Job::cancel);
        items.clear();
        comparing.forget();
        work.await(LONGEST_WAIT_SECONDS);
        closing.forEach(Checkpoint::close);
    }

    private void choose(Pair pair) {
        if (pair.before() != pair.after()
                && Stream.of(pair.before(), pair.after())
                        .allMatch(item -> item.checkpoint().isPresent())) {
            comparing.choose(pair);
        }
    }

    private Optional<BenchItem> item(Path path) {
        var wanted = path.toAbsolutePath().normalize();
        return items.stream()
                .filter(item -> !(item.state().get() instanceof ItemState.Failed))
                .filter(item -> item.path().toAbsolutePath().normalize().equals(wanted))
                .findFirst();
    }

    private BenchItem start(Path path) {
        items.removeIf(
                item -> item.state().get() instanceof ItemState.Failed && item.path().equals(path));
        var id = ItemNames.of(path, items.stream().map(BenchItem::id).toList());
        var job = work.open(path, id);
        var item = new BenchItem(path, id, new ItemState.Opening(job));
        items.add(item);
        job.whenDone(end -> opened(item, end));
        return item;
    }

    private void opened(BenchItem item, Outcome<Checkpoint> end) {
        switch (end) {
            case Outcome.Done<Checkpoint>(var checkpoint) when !items.contains(item) ->
                    checkpoint.close();
            case Outcome.Done<Checkpoint>(var checkpoint) -> {
                item.become(new ItemState.Open(checkpoint));
                hash(item, checkpoint);
            }
            case Outcome.Failed<Checkpoint> failed -> item.become(BenchWork.failed(failed));
            case Outcome.Cancelled<Checkpoint> _ -> items.remove(item);
        }
    }

    private void hash(BenchItem item, Checkpoint checkpoint) {
        if (checkpoint.archive().packing() == Archive.Packing.DIRECTORY) {
            item.digest(new DigestState.Unavailable("a folder has no digest of its own"));
            return;
        }
        var job = work.digest(checkpoint, item.path());
        item.digest(new DigestState.Computing(job));
        job.whenDone(
                end ->
                        item.digest(
                                switch (end) {
                                    case Outcome.Done<Digest>(var digest) ->
                                            new DigestState.Known(digest);
                                    case Outcome.Failed<Digest> failed ->
                                            new DigestState.Unavailable(failed.message());
                                    case Outcome.Cancelled<Digest> _ ->
                                            new DigestState.Unavailable("hashing was cancelled");
                                }));
    }

    private static Optional<Job<Digest>> hashing(BenchItem item) {
        return switch (item.sha256().get()) {
            case DigestState.Computing(var job) -> Optional.of(job);
            case DigestState.Awaited _, DigestState.Known _, DigestState.Unavailable _ ->
                    Optional.empty();
        };
    }

    private static List<Job<?>> jobs(BenchItem item) {
        var jobs = new ArrayList<Job<?>>();
        if (item.state().get() instanceof ItemState.Opening(var job)) {
            jobs.add(job);
        }
        hashing(item).ifPresent(jobs::add);
        return jobs;
    }
}
