package org.icecore.app.cli;

import java.util.Optional;
import org.icecore.analysis.content.Holdings;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;

/// How much memory tasks had that the checkpoint does not hold.
final class NotCaptured {

    private NotCaptured() {}

    /// Bytes; what tasks share counts once per task.
    static long bytes(Checkpoint checkpoint, Optional<Pid> only) {
        return checkpoint.tasks().all().stream()
                .filter(task -> only.isEmpty() || only.get().equals(task.pid()))
                .flatMap(task -> task.memory().found().stream())
                .flatMap(
                        memory ->
                                memory.vmas().stream().map(vma -> Holdings.of(memory, vma.range())))
                .mapToLong(Holdings::notCaptured)
                .sum();
    }
}
