package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.Gap;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.task.Environment;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Location;

/// The environment strings of the tasks, as their memory holds them.
public final class EnvironmentTable {

    private EnvironmentTable() {}

    /// A string and whose it is.
    public record Row(Task task, Environment.Entry entry) {

        /// The addresses of the string; a lone NUL for an empty one.
        public AddressRange range() {
            var length = entry.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            return AddressRange.of(entry.address().value(), Math.max(1, length));
        }
    }

    /// One row per string, in the order of the memory of each task.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        return new ResultTable<>(
                "environment",
                "Environment",
                COLUMNS,
                TaskRows.of(tasks, EnvironmentTable::rows),
                row -> new ArtefactRef.OfMemory(checkpoint.id(), row.task().pid(), row.range()),
                row ->
                        row.task()
                                .memory()
                                .found()
                                .flatMap(memory -> firstByte(memory, row.range())),
                coverage(tasks));
    }

    private static List<Row> rows(Task task) {
        return Told.of(
                task.environment().found().map(Environment::entries).orElse(List.of()),
                entry -> new Row(task, entry));
    }

    /// What of an environment is not captured behind its beginning is told beside those that are not captured at all.
    private static Coverage coverage(List<Task> tasks) {
        var gaps = new ArrayList<Gap>();
        for (var task : tasks) {
            task.environment()
                    .found()
                    .flatMap(Environment::stop)
                    .map(
                            stop ->
                                    Gap.of(
                                            task.pid(),
                                            "rest of the environment of task %s: %s"
                                                    .formatted(task.pid(), stop)))
                    .ifPresent(gaps::add);
        }
        return Gaps.ofTasks(tasks, "environment", Task::environment).and(Coverage.lacking(gaps));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    Column.of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "What stands before the first =",
                            row ->
                                    row.entry()
                                            .name()
                                            .map(Cell::text)
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "the string has no ="))),
                    Column.of(
                            "value",
                            "Value",
                            ColumnKind.CODE,
                            "What stands behind the first =",
                            row -> Cell.text(row.entry().value().orElse(row.entry().text()))),
                    Column.of(
                            "address",
                            "Address",
                            ColumnKind.ADDRESS,
                            "Where the string begins in the task's memory",
                            row -> new Cell.Address(row.entry().address().value())));

    private static Optional<Location> firstByte(AddressSpace memory, AddressRange range) {
        return memory.extents(range).stream()
                .findFirst()
                .flatMap(
                        extent ->
                                switch (extent.origin()) {
                                    case Origin.Captured(Location at, _) ->
                                            Optional.of(
                                                    new Location(
                                                            at.member(),
                                                            at.range()
                                                                    .slice(
                                                                            0,
                                                                            Math.min(
                                                                                    range.length(),
                                                                                    at.range()
                                                                                            .length()))));
                                    case Origin.Zero _, Origin.NotCaptured _, Origin.NotMapped _ ->
                                            Optional.<Location>empty();
                                });
    }
}
