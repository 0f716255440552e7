package org.icecore.views.compare;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.MemoryRange;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.desk.AddressSpaceContent;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexChange;
import org.icecore.views.hex.model.HexChanges;
import org.icecore.views.hex.model.HexContent;
import org.icecore.workbench.job.Progress;

/// The memory of one pid in both checkpoints, and what to step through.
///
/// @param note what a reader must know before the two are believed to belong together; may be empty
record MemoryPair(
        HexContent before,
        HexContent after,
        HexChanges changes,
        List<MemoryRange> others,
        String note) {

    /// Reads the maps of both sides. Takes its time: to be done in a job.
    static MemoryPair of(TaskComparison task, Progress progress) {
        var before = content(task.before(), progress);
        var after = content(task.after(), progress);
        return new MemoryPair(
                before,
                after,
                HexChanges.of(steps(task, before, after)),
                task.memory().map(memory -> memory.others()).orElse(List.of()),
                note(task));
    }

    /// The tasks that have something to step through, in the order of their pids.
    static List<Pid> steppable(Comparison comparison) {
        return comparison.tasks().stream()
                .filter(
                        task ->
                                task.memory()
                                        .map(memory -> !SteppedChanges.of(memory).isEmpty())
                                        .orElse(
                                                task.fate() == TaskComparison.Fate.ADDED
                                                        || task.fate()
                                                                == TaskComparison.Fate.REMOVED))
                .filter(
                        task ->
                                memory(task.before()).isPresent()
                                        || memory(task.after()).isPresent())
                .map(TaskComparison::pid)
                .toList();
    }

    /// Why the bytes at an address cannot be compared; empty if they can.
    String reason(long address) {
        return others.stream()
                .filter(range -> range.range().contains(address))
                .filter(
                        range ->
                                range.state() == MemoryRange.State.ONE_SIDED
                                        || range.state() == MemoryRange.State.UNKNOWN)
                .findFirst()
                .map(MemoryRange::reason)
                .orElse("");
    }

    private static HexContent content(Optional<Task> task, Progress progress) {
        return memory(task)
                .<HexContent>map(memory -> AddressSpaceContent.of(memory, progress))
                .orElseGet(HexContent::empty);
    }

    private static Optional<AddressSpace> memory(Optional<Task> task) {
        return task.flatMap(found -> found.memory().found());
    }

    /// Of a task that came or went, each mapping is one step; of one that was replaced, nothing belongs together.
    private static List<HexChange> steps(TaskComparison task, HexContent before, HexContent after) {
        return task.memory()
                .<List<HexChange>>map(SteppedChanges::of)
                .orElseGet(
                        () ->
                                switch (task.fate()) {
                                    case ADDED -> whole(after, HexChange.Kind.ADDED);
                                    case REMOVED -> whole(before, HexChange.Kind.REMOVED);
                                    case REPLACED, CHANGED, UNCHANGED, UNKNOWN -> List.of();
                                });
    }

    private static List<HexChange> whole(HexContent content, HexChange.Kind kind) {
        return content.regions().stream()
                .map(
                        region ->
                                new HexChange(
                                        new AddressSpan(
                                                region.span().first(), region.span().last()),
                                        kind))
                .toList();
    }

    private static String note(TaskComparison task) {
        var gaps = task.memory().map(memory -> memory.coverage().gaps()).orElse(List.of());
        return switch (task.fate()) {
            case ADDED -> "The task is in the second checkpoint only.";
            case REMOVED -> "The task is in the first checkpoint only.";
            case UNKNOWN ->
                    "Whether the task was on both sides is not known: %s.".formatted(task.reason());
            case REPLACED ->
                    "Not the same process: %s. Equal addresses hold unrelated things."
                            .formatted(task.reason());
            case CHANGED, UNCHANGED -> gaps.isEmpty() ? "" : String.join("; ", gaps);
        };
    }
}
