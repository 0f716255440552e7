package org.icecore.views.bench;

import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;

/// The key of the editor that shows the memory of a task.
///
/// A task has one such editor: two keys are equal wherever in its memory they point to.
///
/// @param address where the editor begins; where an open editor is to go is told to it as a [GoesTo]
public record MemoryKey(CheckpointId checkpoint, Pid pid, VirtualAddress address) {

    /// The task whose memory it is.
    public ArtefactRef.OfTask task() {
        return new ArtefactRef.OfTask(checkpoint, pid);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryKey(var id, var task, _)
                && id.equals(checkpoint)
                && task.equals(pid);
    }

    @Override
    public int hashCode() {
        return 31 * checkpoint.hashCode() + pid.hashCode();
    }
}
