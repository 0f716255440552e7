package org.icecore.views.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;

/// The opened evidence and the pair that is compared. To be used on the UI thread; all reading is done in jobs.
public final class Bench implements AutoCloseable {
    private static final long LONGEST_WAIT_SECONDS = 5;

    /// Checkpoints of one file that are opened without being asked for one by one.
    static final int MOST_AT_ONCE = 20;

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
                    var there = items(path);
                    var wanted =
                            there.isEmpty() ? List.of(start(CheckpointSource.of(path))) : there;
                    wanted.stream().filter(item -> !opened.contains(item)).forEach(opened::add);
                });
        // One that holds two is as good as two.
        if (opened.size() <= 2 && opened.stream().noneMatch(known::contains)) {
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

    /// Opens what `source` names, in a job, with what it says of parents and limits.
    public BenchItem open(CheckpointSource source) {
        return start(source);
    }

    /// Supplies a dump in which pages of an open item lie. It is verified in a job; the item is opened anew with it, or stays
    /// as it is.
    ///
    /// @param before is done right before the item's checkpoint is replaced: what reads the old one must end
    /// @param told is told why it was refused or not verified; of nothing if it was taken
    public void supply(
            BenchItem item, Path parent, Runnable before, Consumer<Optional<String>> told) {
        var parents = new ArrayList<>(item.source().parents());
        parents.add(parent);
        var source = item.source().withParents(parents);
        var old = item.checkpoint();
        work.verify(source, item.id())
                .whenDone(
                        end -> {
                            switch (end) {
                                case Outcome.Done<Found>(Found.One(var checkpoint))
                                        when items.contains(item)
                                                && item.checkpoint().equals(old) -> {
                                    before.run();
                                    item.source(source);
                                    replace(item, checkpoint);
                                    told.accept(Optional.empty());
                                }
                                case Outcome.Done<Found>(Found.One(var checkpoint)) -> {
                                    checkpoint.close();
                                    told.accept(Optional.of(item.id() + " is no longer as it was"));
                                }
                                case Outcome.Done<Found>(Found.Several(var several)) ->
                                        told.accept(Optional.of(several.getMessage()));
                                case Outcome.Done<Found>(Found.Refused(var reason)) ->
                                        told.accept(
                                                Optional.of(
                                                        "%s is refused as a parent of %s: %s"
                                                                .formatted(
                                                                        parent,
                                                                        item.id(),
                                                                        reason.getMessage())));
                                case Outcome.Failed<Found> failed ->
                                        told.accept(Optional.of(failed.message()));
                                case Outcome.Cancelled<Found> _ ->
                                        told.accept(Optional.of("verifying was cancelled"));
                            }
                        });
    }

    /// Opens an item that unpacks to more than is allowed with a higher limit.
    public void raiseLimit(BenchItem item) {
        if (item.remedy() instanceof Remedy.RaiseLimit raise && items.contains(item)) {
            var unpacking = item.source().unpacking().withLimit(raise.next());
            item.source(item.source().unpackedBy(unpacking));
            item.remedy(new Remedy.None());
            begin(item);
        }
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
                var reading = item.reading();
                reading.forEach(Job::cancel);
                BenchWork.after(reading, () -> BenchWork.after(comparison, checkpoint::close));
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
        items.forEach(item -> item.jobs().forEach(Job::cancel));
        comparing.job().ifPresent(Job::cancel);
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

    private List<BenchItem> items(Path path) {
        var wanted = path.toAbsolutePath().normalize();
        return items.stream()
                .filter(item -> !(item.state().get() instanceof ItemState.Failed))
                .filter(item -> item.path().toAbsolutePath().normalize().equals(wanted))
                .toList();
    }

    private BenchItem start(CheckpointSource source) {
        items.removeIf(
                item ->
                        item.state().get() instanceof ItemState.Failed
                                && item.path().equals(source.path()));
        return begin(source, items.size());
    }

    private BenchItem begin(CheckpointSource source, int at) {
        var id = ItemNames.of(source, items.stream().map(BenchItem::id).toList());
        var job = work.open(source, id);
        var item = new BenchItem(source, id, new ItemState.Opening(job));
        items.add(at, item);
        job.whenDone(end -> opened(item, end));
        return item;
    }

    private void begin(BenchItem item) {
        var job = work.open(item.source(), item.id());
        item.become(new ItemState.Opening(job));
        job.whenDone(end -> opened(item, end));
    }

    private void opened(BenchItem item, Outcome<Found> end) {
        switch (end) {
            case Outcome.Done<Found>(var found) -> found(item, found);
            case Outcome.Failed<Found> failed -> {
                item.remedy(Remedy.of(failed.cause()));
                item.become(BenchWork.failed(failed));
            }
            case Outcome.Cancelled<Found> _ -> items.remove(item);
        }
    }

    private void found(BenchItem item, Found found) {
        switch (found) {
            case Found.One(var checkpoint) when !items.contains(item) -> checkpoint.close();
            case Found.One(var checkpoint) -> {
                item.become(new ItemState.Open(checkpoint));
                new Hashing(work).begin(item, checkpoint);
                new Counting(work).begin(item, checkpoint);
            }
            case Found.Several(var several) -> {
                if (items.contains(item)) {
                    unfold(item, several);
                }
                item.become(BenchWork.several(several));
            }
            case Found.Refused(var reason) ->
                    item.become(new ItemState.Failed(reason.getMessage(), ""));
        }
    }

    /// Opens the checkpoints that lie in an item in its place. Of very many the first; the item stays and says so, as it does
    /// where not all could be looked into.
    private void unfold(BenchItem item, SeveralCheckpointsException several) {
        var heirs = new ArrayList<BenchItem>();
        int at = items.indexOf(item);
        for (var candidate : several.candidates().stream().limit(MOST_AT_ONCE).toList()) {
            heirs.add(begin(candidate.source(), ++at));
        }
        item.replacedBy(heirs);
        item.beside(several.beside());
        if (several.candidates().size() <= MOST_AT_ONCE && several.beside().isEmpty()) {
            items.remove(item);
        }
    }

    private void replace(BenchItem item, Checkpoint checkpoint) {
        var old = item.checkpoint();
        var pair = comparing.state().get().chosen().filter(chosen -> chosen.has(item));
        var comparison = comparing.forget(item);
        Counting.of(item).ifPresent(Job::cancel);
        // The digest is that of the same file.
        var reading = item.reading();
        item.become(new ItemState.Open(checkpoint));
        new Hashing(work).beginFurther(item, checkpoint);
        new Counting(work).begin(item, checkpoint);
        BenchWork.after(
                reading, () -> BenchWork.after(comparison, () -> old.ifPresent(Checkpoint::close)));
        pair.ifPresent(this::choose);
    }
}
