package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Location;

/// The namespaces and other kernel objects that tasks use, and who shares them.
public final class NamespaceTable {

    private NamespaceTable() {}

    /// A kernel object of a task.
    ///
    /// @param kind `pid`, `net`, ..., or `vm`, `files`, `fs`, `sighand`
    /// @param number CRIU's id, of meaning within this checkpoint only
    /// @param whose whether it is the container's own
    /// @param holders all tasks with the same object, this one included
    public record Row(
            Pid pid,
            String kind,
            long number,
            Cell whose,
            List<Pid> holders,
            Optional<Location> at) {

        public Row {
            holders = List.copyOf(holders);
        }

        /// The other tasks with the same object.
        public List<Pid> sharedWith() {
            return holders.stream().filter(other -> !other.equals(pid)).toList();
        }
    }

    private record ObjectId(String kind, long number) {}

    /// One row per task and object.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        var owners = NamespaceOwners.of(checkpoint);
        var holders = holders(tasks);
        return new ResultTable<>(
                "namespaces",
                "Namespaces and shared objects",
                COLUMNS,
                TaskRows.of(tasks, task -> rows(task, owners, holders)),
                row -> new ArtefactRef.OfTask(checkpoint.id(), row.pid()),
                Row::at,
                Gaps.ofTasks(tasks, "namespaces", Task::ids));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.number("pid", "Pid", "Process id of the task", row -> row.pid().value()),
                    Column.text("kind", "Kind", "Namespace, or vm, files, fs, sighand", Row::kind),
                    Column.number(
                            "id",
                            "Id",
                            "CRIU's number of the object; equal numbers are one object",
                            Row::number),
                    Column.of(
                            "whose", "Whose", ColumnKind.TEXT, NamespaceOwners.MEANING, Row::whose),
                    Column.of(
                            "sharedWith",
                            "Shared with",
                            ColumnKind.FLAGS,
                            "Pids of other tasks with the same object",
                            row -> Cell.pids(row.sharedWith())));

    private static Cell whose(NamespaceOwners owners, String kind, long number) {
        return KernelObjects.isNamespace(kind)
                ? owners.whose(kind, number)
                : Cell.notApplicable("no namespace: always of the tasks alone");
    }

    private static List<Row> rows(
            Task task, NamespaceOwners owners, Map<ObjectId, List<Pid>> holders) {
        return switch (task.ids()) {
            case Observed.Present<NamespaceIds>(var ids, var at) ->
                    KernelObjects.of(ids).entrySet().stream()
                            .map(
                                    entry ->
                                            new Row(
                                                    task.pid(),
                                                    entry.getKey(),
                                                    entry.getValue(),
                                                    whose(owners, entry.getKey(), entry.getValue()),
                                                    holders.get(
                                                            new ObjectId(
                                                                    entry.getKey(),
                                                                    entry.getValue())),
                                                    Optional.of(at)))
                            .toList();
            case Observed.NotCaptured<NamespaceIds> _, Observed.Malformed<NamespaceIds> _ ->
                    List.of();
        };
    }

    private static Map<ObjectId, List<Pid>> holders(List<Task> tasks) {
        var holders = new HashMap<ObjectId, List<Pid>>();
        for (var task : tasks) {
            task.ids()
                    .found()
                    .map(KernelObjects::of)
                    .ifPresent(
                            objects ->
                                    objects.forEach(
                                            (kind, number) ->
                                                    holders.computeIfAbsent(
                                                                    new ObjectId(kind, number),
                                                                    _ -> new ArrayList<>())
                                                            .add(task.pid())));
        }
        holders.replaceAll((_, pids) -> List.copyOf(pids));
        return holders;
    }
}
