package org.icecore.views.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.views.bench.SharedTable;
import org.icecore.workbench.table.Mark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The marks of rows")
class ChangeMarksTest {
    @TempDir private Path folder = Path.of("");

    private static ArtefactRef descriptor(Checkpoint checkpoint, int pid, int fd) {
        return new ArtefactRef.OfDescriptor(checkpoint.id(), new Pid(pid), new FdNumber(fd));
    }

    @Test
    void areAlikeInTasksThatShareADescriptorTable() throws EvidenceException {
        try (var before = new SharedTable(folder).dump("before", 0);
                var after = new SharedTable(folder).dump("after", 1)) {
            var marks = ChangeMarks.of(Comparison.of(before, after, Progress.unwatched()));
            assertEquals(Mark.CHANGED, marks.of(descriptor(after, 1, 4)));
            assertEquals(Mark.CHANGED, marks.of(descriptor(after, 2, 4)));
            assertEquals(Mark.CHANGED, marks.of(descriptor(before, 2, 4)));
            assertEquals(Mark.NONE, marks.of(descriptor(after, 2, 3)));
            assertEquals(Mark.NONE, marks.of(descriptor(after, 3, 4)));
        }
    }

    @Test
    void tellWhatCameWithATaskFromWhatWasThere() throws EvidenceException {
        var set = EvidenceSet.find("incident").orElseThrow();
        try (var before = set.open("before");
                var after = set.open("after")) {
            var marks = ChangeMarks.of(Comparison.of(before, after, Progress.unwatched()));
            for (var fd = 0; fd <= 3; fd++) {
                assertEquals(Mark.ADDED, marks.of(descriptor(after, 56, fd)), "fd " + fd);
            }
            assertEquals(Mark.NONE, marks.of(descriptor(after, 6, 0)));
            assertEquals(Mark.REMOVED, marks.of(descriptor(before, 10, 0)));
            var injected = new VirtualAddress(0x7f2f369d0000L);
            assertEquals(
                    Mark.ADDED, marks.of(new ArtefactRef.OfVma(after.id(), new Pid(6), injected)));
        }
    }
}
