package org.icecore.views.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.Incident;
import org.icecore.workbench.table.Mark;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskTreeModelTest {
    private Incident incident = Incident.closed();

    @BeforeAll
    void compare() {
        incident = Incident.compared();
    }

    @AfterAll
    void close() {
        incident.close();
    }

    @Nested
    class OfOneCheckpoint {
        @Test
        void hasEachTaskUnderItsParent() {
            assertEquals(
                    List.of(
                            "1 start.sh",
                            " 6 python3",
                            " 23 nc",
                            " 35 nc",
                            " 54 sh",
                            "  56 sshd",
                            " 69 sh",
                            "  72 kworker/u8:3",
                            " 85 sleep",
                            " 99 sleep"),
                    lines(TaskTreeModel.of(incident.checkpoint("after")), row -> row.title()));
        }

        @Test
        void marksNothing() {
            var model = TaskTreeModel.of(incident.checkpoint("after"));

            assertEquals(Mark.NONE, model.find(new Pid(72)).orElseThrow().mark());
        }

        @Test
        void saysWhoTheTasksAre() {
            var row =
                    TaskTreeModel.of(incident.checkpoint("after")).find(new Pid(72)).orElseThrow();

            assertEquals("[kworker/u8:3] 4445 kworker/u8:3", row.command());
            assertEquals(0, row.uid());
            assertEquals("task-alive", row.icon().orElseThrow());
        }
    }

    @Nested
    class OfTwoCheckpoints {
        private final TaskTreeModel model =
                TaskTreeModel.of(incident.bench().comparison().get().found().orElseThrow());

        @Test
        void hasEachPidOnceWithWhatBecameOfIt() {
            assertEquals(
                    List.of(
                            "~ 1 start.sh",
                            " ~ 6 python3",
                            " - 10 sleep",
                            " + 23 nc",
                            " + 35 nc",
                            " + 54 sh",
                            "  + 56 sshd",
                            " + 69 sh",
                            "  + 72 kworker/u8:3",
                            " + 85 sleep",
                            " + 99 sleep"),
                    lines(model, row -> row.mark().cue() + " " + row.title()));
        }

        @Test
        void pointsToTheCheckpointThatHasTheTask() {
            assertEquals(
                    new CheckpointId("before"),
                    model.find(new Pid(10)).orElseThrow().ref().checkpoint());
            assertEquals(
                    new CheckpointId("after"),
                    model.find(new Pid(6)).orElseThrow().ref().checkpoint());
        }

        @Test
        void countsWhatChangedInATask() {
            assertEquals("added", model.find(new Pid(72)).orElseThrow().changes());
            assertTrue(
                    model.find(new Pid(6)).orElseThrow().changes().contains("mapping 1"),
                    model.find(new Pid(6)).orElseThrow()::changes);
        }
    }

    private interface Text {
        String of(TaskRow row);
    }

    private static List<String> lines(TaskTreeModel model, Text text) {
        var lines = new ArrayList<String>();
        model.roots().forEach(row -> add(model, row, "", text, lines));
        return lines;
    }

    private static void add(
            TaskTreeModel model, TaskRow row, String indent, Text text, List<String> lines) {
        lines.add(indent + text.of(row));
        model.children(row).forEach(child -> add(model, child, indent + " ", text, lines));
    }
}
