package org.icecore.views.bench;

import java.nio.file.Path;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.FdTypes;
import org.icecore.criu.proto.FdinfoEntry;
import org.icecore.criu.proto.TaskKobjIdsEntry;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.DumpBuilder;

/// Synthetic dumps of three tasks, two of which share a descriptor table.
public record SharedTable(Path folder) {

    /// Tasks 1 and 2 share a descriptor table, task 3 has its own; only descriptor 4 of the shared one differs.
    public Checkpoint dump(String name, int flags) throws EvidenceException {
        var builder =
                new DumpBuilder(folder.resolve(name))
                        .task(1, 0, "one")
                        .task(2, 1, "two")
                        .task(3, 1, "three");
        for (var pid : new int[] {1, 2}) {
            builder.image(
                    ImageName.of(ImageKind.IDS, pid),
                    TaskKobjIdsEntry.newBuilder()
                            .setVmId(pid)
                            .setFilesId(7)
                            .setFsId(pid)
                            .setSighandId(pid)
                            .build());
        }
        builder.image(ImageName.of(ImageKind.FDINFO, 7), open(3, 0), open(4, flags));
        builder.image(ImageName.of(ImageKind.FDINFO, 3), open(4, 0));
        return Checkpoint.open(folder.resolve(name), new CheckpointId(name), Progress.unwatched());
    }

    private static FdinfoEntry open(int fd, int flags) {
        return FdinfoEntry.newBuilder()
                .setFd(fd)
                .setId(1)
                .setFlags(flags)
                .setType(FdTypes.REG)
                .build();
    }
}
