package org.icecore.analysis.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// The answer to a question: typed columns, rows in a fixed order, what each row is about and what was not covered.
///
/// Says nothing about how it is to be shown. Cells are computed when asked for; a table is valid as long as the checkpoints it
/// speaks of are open, and safe for use by several threads.
///
/// @param id stable name: `tasks`, `mappings`
/// @param title heading
/// @param rows in the order of the answer; immutable, though possibly computed row by row
/// @param subject what a row is about
/// @param source where the row's statement can be re-checked
public record ResultTable<R>(
        String id,
        String title,
        List<Column<R>> columns,
        List<R> rows,
        Function<R, ArtefactRef> subject,
        Function<R, Optional<Location>> source,
        Coverage coverage) {

    public ResultTable {
        columns = List.copyOf(columns);
        var ids = columns.stream().map(Column::id).collect(Collectors.toSet());
        if (ids.size() != columns.size()) {
            throw new IllegalArgumentException("two columns of one id in table " + id);
        }
    }

    /// What `row` is about.
    public ArtefactRef ref(R row) {
        return subject.apply(row);
    }

    /// Where the statement of `row` can be re-checked, if at one place.
    public Optional<Location> location(R row) {
        return source.apply(row);
    }

    /// The column of that id.
    public Optional<Column<R>> column(String name) {
        return columns.stream().filter(column -> column.id().equals(name)).findFirst();
    }

    /// The cells of `row`, in the order of the columns.
    public List<Cell> cells(R row) {
        return columns.stream().map(column -> column.cell(row)).toList();
    }

    /// The same table under another heading.
    public ResultTable<R> titled(String heading) {
        return new ResultTable<>(id, heading, columns, rows, subject, source, coverage);
    }

    /// The same table with only the columns of these ids, in this order.
    public ResultTable<R> with(String... ids) {
        var wanted =
                Stream.of(ids)
                        .map(
                                name ->
                                        column(name)
                                                .orElseThrow(
                                                        () ->
                                                                new IllegalArgumentException(
                                                                        "table %s has no column %s"
                                                                                .formatted(
                                                                                        id, name))))
                        .toList();
        return withColumns(wanted);
    }

    /// The same table with other columns.
    public ResultTable<R> withColumns(List<Column<R>> others) {
        return new ResultTable<>(id, title, others, rows, subject, source, coverage);
    }

    /// The same table with the rows that satisfy `condition`. Rows that are computed one by one stay so.
    public ResultTable<R> where(Predicate<? super R> condition) {
        return new ResultTable<>(
                id, title, columns, Picked.of(rows, condition), subject, source, coverage);
    }

    /// The same table, for an answer about one task: without what is missing of others.
    public ResultTable<R> about(Pid task) {
        return new ResultTable<>(id, title, columns, rows, subject, source, coverage.of(task));
    }
}
