package org.icecore.views.memory;

import java.util.Optional;
import java.util.function.Function;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;

/// Opens editors of bytes: for the memory of a task, and for any member. To be asked after whoever knows text.
///
/// @param checkpoints the open checkpoints by their ids
public record MemoryEditors(
        Function<CheckpointId, Optional<Checkpoint>> checkpoints, WorkbenchServices services)
        implements EditorFactory {

    @Override
    public Optional<Editor> open(Object key) {
        return switch (key) {
            case MemoryKey memory ->
                    Optional.of(
                            new MemoryEditor(
                                    memory, checkpoints.apply(memory.checkpoint()), services));
            case MemberBytesKey bytes ->
                    Optional.of(
                            new MemberEditor(
                                    bytes, checkpoints.apply(bytes.checkpoint()), services));
            case MemberKey(var id, var member) ->
                    Optional.of(
                            new MemberEditor(
                                    new MemberBytesKey(id, member),
                                    checkpoints.apply(id),
                                    services));
            default -> Optional.empty();
        };
    }
}
