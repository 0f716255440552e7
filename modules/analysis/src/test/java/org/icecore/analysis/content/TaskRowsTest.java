package org.icecore.analysis.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.icecore.analysis.CheckpointBuilder;
import org.icecore.analysis.TaskBuilder;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows that are read task by task")
class TaskRowsTest {

    private final Map<Pid, Integer> reads = new HashMap<>();

    /// Task 1 has no row, task 2 one, task 3 two, ...
    private List<String> rows(Task task, Consumer<String> gaps) {
        reads.merge(task.pid(), 1, Integer::sum);
        gaps.accept("gap of " + task.pid());
        return IntStream.range(1, task.pid().value())
                .mapToObj(row -> task.pid() + "." + row)
                .toList();
    }

    private static final List<String> ALL = List.of("2.1", "3.1", "3.2", "4.1", "4.2", "4.3");

    private static List<Task> tasks() {
        var builder = CheckpointBuilder.checkpoint("after");
        IntStream.rangeClosed(1, 4).forEach(pid -> builder.with(TaskBuilder.task(pid)));
        var tasks = builder.build().tasks().all();
        return IntStream.of(0, 1, 0, 2, 3).mapToObj(tasks::get).toList();
    }

    @Test
    void areReadOnceWhereTheyAreFew() {
        var read = TaskRows.read(tasks(), "gaps", this::rows);
        assertEquals(ALL, List.copyOf(read.rows()));
        assertEquals(ALL, List.copyOf(read.rows()));
        assertEquals(1, reads.get(new Pid(4)));
    }

    @Test
    void areTheSameWhereTheyAreReadAgain() {
        for (var kept = 0; kept < ALL.size(); kept++) {
            assertEquals(ALL, List.copyOf(TaskRows.read(tasks(), this::rows, kept).rows()));
        }
    }

    @Test
    void ofOneTaskAreReadAgainOnceForAllThatFollowEachOther() {
        var rows = TaskRows.read(tasks(), this::rows, 5).rows();
        assertEquals(ALL, List.copyOf(rows));
        assertEquals(2, reads.get(new Pid(4)));
        assertEquals(2, reads.get(new Pid(3)));
    }

    @Test
    void haveTheGapsOfTheFirstReading() {
        var read = TaskRows.read(tasks(), this::rows, 0);
        read.rows().forEach(_ -> {});
        assertEquals(
                List.of("gap of 1", "gap of 2", "gap of 3", "gap of 4"), read.coverage().gaps());
    }
}
