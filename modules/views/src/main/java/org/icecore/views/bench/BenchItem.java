package org.icecore.views.bench;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;

/// A file or folder on the bench. Made by [Bench#open]; its properties change on the UI thread only.
public final class BenchItem {
    private final Path path;
    private final CheckpointId id;
    private final ReadOnlyObjectWrapper<ItemState> state;
    private final ReadOnlyObjectWrapper<DigestState> sha256 =
            new ReadOnlyObjectWrapper<>(new DigestState.Awaited());

    BenchItem(Path path, CheckpointId id, ItemState state) {
        this.path = path;
        this.id = id;
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /// Where it lies.
    public Path path() {
        return path;
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

    /// The last name of the path.
    public String fileName() {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(path.toString());
    }

    void become(ItemState wanted) {
        state.set(wanted);
    }

    void digest(DigestState wanted) {
        sha256.set(wanted);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(id, path);
    }
}
