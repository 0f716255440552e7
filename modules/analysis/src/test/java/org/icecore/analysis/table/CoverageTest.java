package org.icecore.analysis.table;

import static org.icecore.analysis.CheckpointBuilder.checkpoint;
import static org.icecore.analysis.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.icecore.analysis.content.TimerTable;
import org.icecore.checkpoint.task.Pid;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private final Coverage coverage =
            Coverage.lacking(
                            List.of(
                                    Gap.of(new Pid(7), "limits: none of task 8: was read"),
                                    Gap.of(new Pid(8), "limits: a gap")))
                    .and(Coverage.without(List.of("the tree is cut")))
                    .withLimits(List.of("no time of day"));

    @Test
    void ofATaskLacksWhatIsMissingOfItAndOfNobodyWhateverTheWords() {
        assertEquals(
                List.of("limits: none of task 8: was read", "the tree is cut"),
                coverage.of(new Pid(7)).gaps());
        assertEquals(List.of("no time of day"), coverage.of(new Pid(7)).limits());
    }

    @Test
    void ofATaskThatLacksNothingIsComplete() {
        assertTrue(
                Coverage.lacking(List.of(Gap.of(new Pid(7), "gone"))).of(new Pid(9)).isComplete());
    }

    @Test
    void tellsOneSentenceOnceWhoeverLacksIt() {
        assertEquals(
                List.of("gone"),
                Coverage.lacking(List.of(Gap.of(new Pid(7), "gone"), Gap.of(new Pid(8), "gone")))
                        .gaps());
    }

    @Test
    void ofATableOfTasksKnowsWhoseEachGapIs() {
        var two = checkpoint("two").with(task(1)).with(task(7)).build();
        assertEquals(
                List.of("timers of task 7: a checkpoint in memory has no images"),
                TimerTable.of(two).about(new Pid(7)).coverage().gaps().stream()
                        .filter(gap -> gap.startsWith("timers"))
                        .toList());
    }
}
