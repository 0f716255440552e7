package org.icecore.analysis.search;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.content.EndedTask;
import org.icecore.analysis.table.Counted;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Progress;

/// Lists the strings in the memory of tasks: printable ASCII, and the same in UTF-16LE.
///
/// Stored bytes that several tasks have are looked at once, with the first of them. Strings longer than 4,096 characters are told
/// in pieces of that length.
///
/// @param least shortest string to tell, in characters
/// @param most strings after which it ends, told as partial
public record MemoryStrings(int least, long most) {

    /// A string that reaches from shared memory into a page of one task alone is told with this much of the shared part.
    private static final int EDGE = 256;

    public MemoryStrings {
        if (least < 1 || least > StringRuns.LONGEST || most < 1) {
            throw new IllegalArgumentException("least %d, most %d".formatted(least, most));
        }
    }

    /// Lists the strings of all tasks, or of one.
    ///
    /// @param found gets each string as soon as it is found, on the calling thread
    /// @param progress counts stored bytes; cancelling it ends the scan with its exception
    /// @return what was not covered
    public Coverage in(
            Checkpoint checkpoint,
            Optional<Pid> only,
            Consumer<MemoryString> found,
            Progress progress) {
        var tasks =
                checkpoint.tasks().all().stream()
                        .filter(task -> only.isEmpty() || only.get().equals(task.pid()))
                        .toList();
        var gaps = new ArrayList<String>();
        var current = new Task[1];
        var told = new long[1];
        var runs =
                new StringRuns(
                        least,
                        (range, encoding, text) -> {
                            if (told[0] == most) {
                                return false;
                            }
                            told[0]++;
                            found.accept(new MemoryString(current[0].pid(), range, encoding, text));
                            return true;
                        });
        var total =
                tasks.stream()
                        .mapToLong(
                                task ->
                                        task.memory()
                                                .found()
                                                .map(AddressSpace::capturedBytes)
                                                .orElse(0L))
                        .sum();
        var scan = new MemoryScan(EDGE, total, runs, progress);
        var more = true;
        for (var task : tasks) {
            if (more) {
                current[0] = task;
                if (!EndedTask.test(task)) {
                    task.memory()
                            .absence()
                            .ifPresent(
                                    reason ->
                                            gaps.add(
                                                    "memory of task %s: %s"
                                                            .formatted(task.pid(), reason)));
                }
                more = task.memory().found().map(memory -> scan.scan(task, memory)).orElse(true);
                more &= runs.end();
            }
        }
        if (!more) {
            gaps.add("the scan ended after " + Counted.of(most, "string"));
        }
        gaps.addAll(scan.gaps());
        return Coverage.without(gaps);
    }
}
