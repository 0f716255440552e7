package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.FdTypes;
import org.icecore.criu.proto.FdinfoEntry;
import org.icecore.criu.proto.TaskKobjIdsEntry;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.DumpBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorRowTest {
    @TempDir private Path folder = Path.of("");

    /// Tasks 1 and 2 share a descriptor table, task 3 has its own; only descriptor 4 of the shared one differs.
    private Checkpoint dump(String name, int flags) throws EvidenceException {
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

    private static String rows(Comparison comparison, int pid) {
        return DescriptorRow.of(comparison, comparison.task(new Pid(pid)).orElseThrow()).stream()
                .map(row -> "%s %s %s".formatted(row.fd(), row.mark(), row.changed()).strip())
                .collect(Collectors.joining("; "));
    }

    @Test
    void aTableThatTasksShareIsMarkedAlikeInEachOfThem() throws EvidenceException {
        try (var before = dump("before", 0);
                var after = dump("after", 1)) {
            var comparison = Comparison.of(before, after, Progress.unwatched());

            assertEquals("3 NONE; 4 CHANGED close on exec", rows(comparison, 1));
            assertEquals("3 NONE; 4 CHANGED close on exec", rows(comparison, 2));
            assertEquals("4 NONE", rows(comparison, 3));
        }
    }
}
