package org.icecore.views.memory;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.views.desk.StoredFileKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;

/// Opens editors of bytes: for the memory of a task, and for any member. To be asked after whoever knows text.
///
/// @param checkpoints the open checkpoints by their ids
/// @param several whether several are open, so that titles have to name theirs
public record MemoryEditors(
        Function<CheckpointId, Optional<Checkpoint>> checkpoints,
        ObservableValue<Boolean> several,
        WorkbenchServices services)
        implements EditorFactory {

    /// The editors over a bench.
    public static MemoryEditors of(Bench bench, WorkbenchServices services) {
        return new MemoryEditors(bench::checkpoint, bench.several(), services);
    }

    @Override
    public Optional<Editor> open(Object key) {
        return switch (key) {
            case MemoryKey memory ->
                    Optional.of(
                            new MemoryEditor(
                                    memory,
                                    checkpoints.apply(memory.checkpoint()),
                                    several,
                                    services));
            case MemberBytesKey bytes ->
                    Optional.of(
                            BytesEditor.ofMember(
                                    bytes,
                                    checkpoints.apply(bytes.checkpoint()),
                                    several,
                                    services));
            case StoredFileKey file ->
                    Optional.of(BytesEditor.ofStoredFile(file, several, services));
            case MemberKey(var id, var member) ->
                    Optional.of(
                            BytesEditor.ofMember(
                                    new MemberBytesKey(id, member),
                                    checkpoints.apply(id),
                                    several,
                                    services));
            default -> Optional.empty();
        };
    }
}
