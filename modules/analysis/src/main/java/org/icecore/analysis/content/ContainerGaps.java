package org.icecore.analysis.content;

import java.util.List;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.Checkpoint;

/// What is missing of the engine's own files.
final class ContainerGaps {

    private ContainerGaps() {}

    /// Partial if there is nothing that only the runtime specification could have said.
    static Coverage specification(Checkpoint checkpoint) {
        var container = checkpoint.container();
        return container.mounts().isEmpty() && container.command().isEmpty()
                ? without(checkpoint, "the checkpoint holds no OCI runtime specification")
                : Coverage.complete();
    }

    /// Partial if neither the engine nor an image tells of an interface.
    static Coverage network(Checkpoint checkpoint, List<InterfaceTable.Row> rows) {
        return rows.isEmpty()
                ? without(
                        checkpoint,
                        "the engine recorded no network status, and no image of an interface is in the checkpoint")
                : Coverage.complete();
    }

    private static Coverage without(Checkpoint checkpoint, String what) {
        return Coverage.without(List.of(checkpoint.archive().loss().explain(what)));
    }
}
