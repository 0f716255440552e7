package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.PageCounts;
import org.icecore.analysis.compare.TaskComparison.Fate;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.DumpBuilder;
import org.icecore.workbench.table.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingRowTest {
    @TempDir private Path folder = Path.of("");

    private DumpBuilder dump(String name) {
        return new DumpBuilder(folder.resolve(name)).task(1, 0, "init");
    }

    private void withAnother(String name) {
        dump(name)
                .task(7, 1, "other")
                .memory(7, DumpBuilder.memory(DumpBuilder.vma(0x1000, 0x3000)).build());
    }

    private Checkpoint open(String name) throws EvidenceException {
        return Checkpoint.open(folder.resolve(name), new CheckpointId(name), Progress.unwatched());
    }

    private List<MappingRow> rowsOfTheOther(Fate expected) throws EvidenceException {
        try (var before = open("before");
                var after = open("after")) {
            var task =
                    Comparison.of(before, after, Progress.unwatched())
                            .task(new Pid(7))
                            .orElseThrow();
            assertEquals(expected, task.fate());
            return MappingRow.of(task);
        }
    }

    @Test
    void thePagesOfATaskThatCameWereAdded() throws EvidenceException {
        dump("before");
        withAnother("after");
        var row = rowsOfTheOther(Fate.ADDED).getFirst();
        assertEquals(new PageCounts(0, 2, 0, 0), row.memory().pages());
        assertEquals(Mark.ADDED, row.mark());
        assertEquals("", row.note());
    }

    /// Without a process tree its core image may be left from an earlier dump.
    @Test
    void thePagesOfATaskOfWhichNobodyKnowsWhetherItCameAreUnknown() throws Exception {
        dump("before");
        withAnother("after");
        Files.delete(folder.resolve("after/pstree.img"));
        var row = rowsOfTheOther(Fate.UNKNOWN).getFirst();
        assertEquals(new PageCounts(0, 0, 0, 2), row.memory().pages());
        assertEquals(0, row.memory().bytesAdded());
        assertEquals(Mark.NOT_CAPTURED, row.mark());
        assertEquals(
                "it is known by its core image alone, which may be left from an earlier dump: pstree.img: not in the"
                        + " checkpoint",
                row.note());
    }
}
