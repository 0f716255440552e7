package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Side;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.workbench.table.Mark;
import org.junit.jupiter.api.Test;

class ChangeCountTest {

    private static final Optional<Pid> TASK = Optional.of(new Pid(7));
    private static final Side SIDE =
            new Side(
                    "/tmp",
                    new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(7)),
                    Optional.empty());
    private static final Change CHANGED =
            new Change.Changed(ChangeKind.TASK, TASK, "task 7", "umask", SIDE, SIDE, "");
    private static final Change UNKNOWN =
            new Change.Unknown(
                    ChangeKind.TASK, TASK, "task 7", "parent", SIDE, true, "it is lost", "");

    @Test
    void takesNothingUnknownForAChange() {
        assertEquals(
                "1 change, 2 unknown: 1 of tasks",
                ChangeCount.of(List.of(UNKNOWN, CHANGED, UNKNOWN)).toString());
        assertEquals("no changes, 1 unknown", ChangeCount.of(List.of(UNKNOWN)).toString());
        assertEquals("1 change: 1 of tasks", ChangeCount.of(List.of(CHANGED)).toString());
        assertEquals("no changes", ChangeCount.of(List.of()).toString());
    }

    @Test
    void isToldAtTheHeadOfAGroup() {
        var items =
                List.<ChangeRow>of(new ChangeRow.Item(0, CHANGED), new ChangeRow.Item(1, UNKNOWN));
        assertEquals(
                "1 change, 1 unknown: 2 task",
                new ChangeRow.Group(TASK, "7 sh", Mark.CHANGED, items).note());
    }
}
