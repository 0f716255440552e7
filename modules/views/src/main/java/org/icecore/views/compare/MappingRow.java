package org.icecore.views.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.MappingComparison;
import org.icecore.analysis.compare.MemoryCounts;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.workbench.table.Mark;

/// A run of addresses in the table of mappings before and after.
record MappingRow(
        Pid pid,
        AddressRange range,
        Optional<Vma> before,
        Optional<Vma> after,
        MemoryCounts memory,
        Mark mark,
        String note) {

    /// The rows of a task; those of one that came, went or was replaced are its mappings as they are.
    static List<MappingRow> of(TaskComparison task) {
        if (!task.mappings().isEmpty()) {
            return task.mappings().stream().map(mapping -> of(task.pid(), mapping)).toList();
        }
        return Stream.concat(
                        alone(
                                task.before(),
                                (memory, vma) ->
                                        alone(
                                                task,
                                                vma,
                                                Optional.of(vma),
                                                Optional.empty(),
                                                MemoryCounts::removed,
                                                Mark.REMOVED,
                                                memory.pageSize())),
                        alone(
                                task.after(),
                                (memory, vma) ->
                                        alone(
                                                task,
                                                vma,
                                                Optional.empty(),
                                                Optional.of(vma),
                                                MemoryCounts::added,
                                                Mark.ADDED,
                                                memory.pageSize())))
                .sorted(java.util.Comparator.comparing(MappingRow::range))
                .toList();
    }

    private interface Counting {
        MemoryCounts of(long bytes, int pageSize);
    }

    /// Of a task of which one side cannot tell whether it was there, nothing came or went.
    private static MappingRow alone(
            TaskComparison task,
            Vma vma,
            Optional<Vma> before,
            Optional<Vma> after,
            Counting sure,
            Mark mark,
            int pageSize) {
        boolean unknown = task.fate() == TaskComparison.Fate.UNKNOWN;
        Counting counting = unknown ? MemoryCounts::unknown : sure;
        return new MappingRow(
                task.pid(),
                vma.range(),
                before,
                after,
                counting.of(vma.range().length(), pageSize),
                unknown ? Mark.NOT_CAPTURED : mark,
                unknown ? task.reason() : "");
    }

    private static MappingRow of(Pid pid, MappingComparison mapping) {
        var counts = mapping.memory();
        var mark = mapping.told().map(Marks::of).orElse(Mark.NONE);
        return new MappingRow(
                pid,
                mapping.range(),
                mapping.before(),
                mapping.after(),
                counts,
                mark,
                mapping.note());
    }

    private static Stream<MappingRow> alone(
            Optional<Task> task, BiFunction<AddressSpace, Vma, MappingRow> row) {
        return task.flatMap(found -> found.memory().found()).stream()
                .flatMap(memory -> memory.vmas().stream().map(vma -> row.apply(memory, vma)));
    }

    /// `rw-p`, or `rw-p → r-xp` where they differ.
    String permissions() {
        return both(vma -> vma.protection().toString());
    }

    /// The name, or both where they differ.
    String name() {
        return both(Vma::title);
    }

    boolean executable() {
        return after.or(() -> before).filter(vma -> vma.protection().execute()).isPresent();
    }

    ArtefactRef ref(Comparison comparison) {
        return after.map(vma -> new ArtefactRef.OfVma(comparison.after().id(), pid, vma.start()))
                .orElseGet(
                        () ->
                                new ArtefactRef.OfVma(
                                        comparison.before().id(),
                                        pid,
                                        before.map(Vma::start)
                                                .orElse(new VirtualAddress(range.start()))));
    }

    private String both(Function<Vma, String> text) {
        var was = before.map(text);
        var is = after.map(text);
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return is.or(() -> was).orElse("");
        }
        return "%s \u2192 %s".formatted(was.get(), is.get());
    }
}
