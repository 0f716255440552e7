package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.MappingComparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.app.cli.DiffCommand.Telling;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;

/// Writes a comparison as JSON: the same facts as for a reader.
record DiffJson(PrintWriter out) {

    void print(Telling telling) {
        var comparison = telling.comparison();
        var wanted = telling.pid();
        var object = new LinkedHashMap<String, Object>();
        object.put("before", comparison.before().archive().path().toString());
        object.put("after", comparison.after().archive().path().toString());
        object.put("match", match(comparison));
        object.put("summary", summary(comparison));
        object.put(
                "tasks",
                JsonTables.of(
                        comparison
                                .taskTable()
                                .where(
                                        task ->
                                                wanted.isEmpty()
                                                        || wanted.get().equals(task.pid()))));
        object.put(
                "changes",
                JsonTables.of(
                        comparison.table().where(new HashSet<>(telling.changes())::contains)));
        var tasks =
                comparison.tasks().stream()
                        .filter(task -> wanted.isEmpty() || wanted.get().equals(task.pid()))
                        .toList();
        object.put("mappings", mappings(telling, tasks));
        object.put("contents", contents(telling, tasks));
        if (telling.ranges()) {
            var stream = new JsonStream(out);
            stream.begin(object, "memory");
            tasks.forEach(task -> MemoryLines.json(task, telling.most(), stream));
            stream.end(Map.of());
        } else {
            JsonTables.print(object, out);
        }
    }

    private static Map<String, Object> match(Comparison comparison) {
        var match = new LinkedHashMap<String, Object>();
        match.put("relation", comparison.match().relation().label());
        match.put("warning", comparison.match().needsWarning());
        match.put("reasons", comparison.match().reasons());
        match.put("order", comparison.match().orderReason());
        return match;
    }

    private static Map<String, Object> summary(Comparison comparison) {
        var kinds = new LinkedHashMap<String, Object>();
        for (var line : comparison.summary().lines()) {
            var counts = new LinkedHashMap<String, Long>();
            counts.put("added", line.added());
            counts.put("removed", line.removed());
            counts.put("changed", line.changed());
            counts.put("unknown", line.unknown());
            kinds.put(line.kind().label(), counts);
        }
        var memory = comparison.summary().memory();
        var bytes = new LinkedHashMap<String, Long>();
        bytes.put("bytesCompared", memory.bytesCompared());
        bytes.put("bytesChanged", memory.bytesChanged());
        bytes.put("pagesChanged", memory.pagesChanged());
        bytes.put("bytesAdded", memory.bytesAdded());
        bytes.put("bytesRemoved", memory.bytesRemoved());
        bytes.put("bytesNotComparable", memory.bytesNotComparable());
        var summary = new LinkedHashMap<String, Object>();
        summary.put("changes", kinds);
        summary.put("memory", bytes);
        return summary;
    }

    /// One table for each task with mappings that differ; with what is unchanged, for each that was compared. Each when it is
    /// written.
    private static List<Map<String, Object>> mappings(Telling telling, List<TaskComparison> tasks) {
        return RowByRow.of(
                tasks.stream()
                        .filter(task -> task.mappings().stream().anyMatch(told(telling)))
                        .toList(),
                task -> {
                    var object = new LinkedHashMap<String, Object>();
                    object.put("pid", task.pid().value());
                    object.putAll(
                            JsonTables.of(
                                    telling.comparison().mappingTable(task).where(told(telling))));
                    return object;
                });
    }

    private static Predicate<MappingComparison> told(Telling telling) {
        return mapping -> telling.unchanged() || mapping.differs();
    }

    /// Each when it is written: those of all tasks together can be longer than the heap.
    private static List<Map<String, Object>> contents(Telling telling, List<TaskComparison> tasks) {
        return RowByRow.of(
                tasks.stream().flatMap(task -> content(telling, task)).toList(), Content::json);
    }

    /// A task whose open files and mappings are told, and where it is.
    private record Content(TaskComparison task, Checkpoint checkpoint, Task found) {

        private Map<String, Object> json() {
            return TaskContents.json(task, checkpoint, found);
        }
    }

    /// Of a task whose fate is unknown what either checkpoint has.
    private static Stream<Content> content(Telling telling, TaskComparison task) {
        return switch (task.fate()) {
            case REMOVED -> before(telling, task);
            case ADDED -> after(telling, task);
            case UNKNOWN -> Stream.concat(before(telling, task), after(telling, task));
            case REPLACED, CHANGED, UNCHANGED ->
                    telling.unchanged() ? after(telling, task) : Stream.empty();
        };
    }

    private static Stream<Content> before(Telling telling, TaskComparison task) {
        return task.before().stream()
                .map(found -> new Content(task, telling.comparison().before(), found));
    }

    private static Stream<Content> after(Telling telling, TaskComparison task) {
        return task.after().stream()
                .map(found -> new Content(task, telling.comparison().after(), found));
    }
}
