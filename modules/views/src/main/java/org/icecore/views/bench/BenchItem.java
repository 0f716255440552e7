package org.icecore.views.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.MemberPath;
import org.icecore.workbench.job.Job;

/// A file or folder on the bench. Made by [Bench#open]; its properties change on the UI thread only.
public final class BenchItem {
    private final CheckpointId id;
    private final ReadOnlyObjectWrapper<ItemState> state;
    private final ReadOnlyObjectWrapper<DigestState> sha256 =
            new ReadOnlyObjectWrapper<>(new DigestState.Awaited());
    private final ReadOnlyObjectWrapper<List<FurtherFile>> further =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<UnknownState> unknown =
            new ReadOnlyObjectWrapper<>(new UnknownState.NotCounted("it is not open"));
    private final ObservableList<BenchItem> heirs = FXCollections.observableArrayList();
    private List<Defect> beside = List.of();
    private CheckpointSource source;
    private Remedy remedy = new Remedy.None();

    BenchItem(CheckpointSource source, CheckpointId id, ItemState state) {
        this.source = source;
        this.id = id;
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /// Where it lies.
    public Path path() {
        return source.path();
    }

    /// Where it lies, which of several there it is, and what was supplied to it.
    public CheckpointSource source() {
        return source;
    }

    /// What the examiner can do about what is missing. It changes with the state.
    public Remedy remedy() {
        return checkpoint().map(Remedy::of).orElse(remedy);
    }

    /// Does `deed` with this item, or with each of those that come in its place where it holds several checkpoints.
    public void follow(Consumer<BenchItem> deed) {
        deed.accept(this);
        heirs.forEach(deed);
        heirs.addListener(
                (ListChangeListener<BenchItem>)
                        change -> {
                            while (change.next()) {
                                change.getAddedSubList().forEach(deed);
                            }
                        });
    }

    /// What could not be looked into where it holds several checkpoints, and may hold more. It changes with the state.
    public List<Defect> beside() {
        return beside;
    }

    void beside(List<Defect> defects) {
        beside = List.copyOf(defects);
    }

    /// This item, or those that came in its place.
    public List<BenchItem> standing() {
        return heirs.isEmpty() ? List.of(this) : List.copyOf(heirs);
    }

    /// How its checkpoint is called among the opened ones.
    public CheckpointId id() {
        return id;
    }

    /// What became of it.
    public ReadOnlyObjectProperty<ItemState> state() {
        return state.getReadOnlyProperty();
    }

    /// SHA-256 of the file as it lies on disk.
    public ReadOnlyObjectProperty<DigestState> sha256() {
        return sha256.getReadOnlyProperty();
    }

    /// The other files that it takes pages from, with their digests.
    public ReadOnlyObjectProperty<List<FurtherFile>> further() {
        return further.getReadOnlyProperty();
    }

    /// What its images hold that this release does not know, once they are read.
    public ReadOnlyObjectProperty<UnknownState> unknown() {
        return unknown.getReadOnlyProperty();
    }

    /// The checkpoint, once it is open.
    public Optional<Checkpoint> checkpoint() {
        return switch (state.get()) {
            case ItemState.Open(var checkpoint) -> Optional.of(checkpoint);
            case ItemState.Opening _, ItemState.Failed _ -> Optional.empty();
        };
    }

    /// The container and the id once it is open, the name of the file before.
    public String title() {
        return checkpoint().map(Checkpoint::title).orElseGet(this::fileName);
    }

    /// The last name of the path; behind it which of several checkpoints there.
    public String fileName() {
        var file =
                Optional.ofNullable(path().getFileName())
                        .map(Path::toString)
                        .orElse(path().toString());
        return source.name().map(name -> file + MemberPath.INTO + name).orElse(file);
    }

    /// The jobs that read its open file.
    List<Job<?>> reading() {
        return Stream.<Job<?>>concat(Hashing.of(this).stream(), Counting.of(this).stream())
                .toList();
    }

    /// All jobs at work on it.
    List<Job<?>> jobs() {
        var jobs = new ArrayList<Job<?>>(reading());
        if (state.get() instanceof ItemState.Opening(var job)) {
            jobs.add(job);
        }
        return List.copyOf(jobs);
    }

    void source(CheckpointSource wanted) {
        source = wanted;
    }

    void remedy(Remedy wanted) {
        remedy = wanted;
    }

    void replacedBy(List<BenchItem> others) {
        heirs.setAll(others);
    }

    void become(ItemState wanted) {
        state.set(wanted);
    }

    void digest(DigestState wanted) {
        sha256.set(wanted);
    }

    void further(List<FurtherFile> wanted) {
        further.set(List.copyOf(wanted));
    }

    /// What became of the digest of one of the files that there are by now.
    void further(Path path, DigestState wanted) {
        further(
                further.get().stream()
                        .map(
                                file ->
                                        file.path().equals(path)
                                                ? new FurtherFile(path, wanted)
                                                : file)
                        .toList());
    }

    void unknown(UnknownState wanted) {
        unknown.set(wanted);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(id, source);
    }
}
