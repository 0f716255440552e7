package org.icecore.analysis.acquisition;

import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.task.Task;

/// Whether tasks shared a namespace with CRIU, that is, with whoever took the checkpoint: then they were in no container as far as
/// that kind goes.
final class SharedWithCriu {

    private SharedWithCriu() {}

    /// Whether all tasks of which it is known, and at least one, were in CRIU's own namespace of that kind, such as `mnt`.
    static boolean test(Checkpoint checkpoint, String kind) {
        var criu =
                checkpoint
                        .inventory()
                        .found()
                        .flatMap(Inventory::own)
                        .flatMap(ids -> Optional.ofNullable(ids.namespaces().get(kind)))
                        .filter(id -> id != 0);
        var tasks =
                checkpoint.tasks().all().stream()
                        .map(Task::ids)
                        .flatMap(ids -> ids.found().stream())
                        .flatMap(ids -> Optional.ofNullable(ids.namespaces().get(kind)).stream())
                        .filter(id -> id != 0)
                        .distinct()
                        .toList();
        return tasks.size() == 1 && criu.filter(tasks.getFirst()::equals).isPresent();
    }
}
