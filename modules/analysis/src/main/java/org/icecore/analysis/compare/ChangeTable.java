package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.evidence.Location;

/// Changes as rows.
final class ChangeTable {

    private ChangeTable() {}

    static ResultTable<Change> of(List<Change> changes, Coverage coverage) {
        return new ResultTable<>(
                "changes", "Changes", COLUMNS, changes, Change::ref, Change::at, coverage);
    }

    private static final List<Column<Change>> COLUMNS =
            List.of(
                    Column.text(
                            "mark",
                            "",
                            "Whether it came (+), went (-), changed (~), or nobody knows (?)",
                            change -> String.valueOf(change.mark().sign())),
                    Column.text(
                            "kind",
                            "Kind",
                            "What kind of thing it is",
                            change -> change.kind().label()),
                    of(
                            "pid",
                            "Pid",
                            ColumnKind.NUMBER,
                            "Task it belongs to",
                            change ->
                                    change.task()
                                            .map(pid -> Cell.number(pid.value()))
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "belongs to no single task"))),
                    of(
                            "subject",
                            "Subject",
                            ColumnKind.CODE,
                            "The thing",
                            change -> Cell.text(change.subject())),
                    of(
                            "aspect",
                            "Property",
                            ColumnKind.TEXT,
                            "Which property changed",
                            change ->
                                    change.aspect().isEmpty()
                                            ? Cell.notApplicable(
                                                    change instanceof Change.Unknown
                                                            ? "it is not known of the whole of it"
                                                            : "the whole of it was "
                                                                    + change.mark().label())
                                            : Cell.text(change.aspect())),
                    of(
                            "before",
                            "Before",
                            ColumnKind.CODE,
                            "In the first checkpoint",
                            change -> side(change, change.before(), "not in the first checkpoint")),
                    of(
                            "after",
                            "After",
                            ColumnKind.CODE,
                            "In the second checkpoint",
                            change -> side(change, change.after(), "not in the second checkpoint")),
                    of(
                            "note",
                            "Note",
                            ColumnKind.TEXT,
                            "How sure it is, and what the sides do not say",
                            change ->
                                    change.note().isEmpty()
                                            ? Cell.notApplicable("no note")
                                            : Cell.text(change.note())),
                    of(
                            "beforeAt",
                            "Before at",
                            ColumnKind.CODE,
                            "Where the first value can be re-checked",
                            change -> at(change.beforeAt())),
                    of(
                            "afterAt",
                            "After at",
                            ColumnKind.CODE,
                            "Where the second value can be re-checked, or what says that the thing is gone",
                            change -> at(change.afterAt())));

    private static Cell side(Change change, Optional<Side> side, String absent) {
        return side.map(present -> Cell.text(present.text()))
                .orElseGet(
                        () ->
                                change instanceof Change.Unknown unknown
                                        ? Cell.notCaptured(unknown.reason())
                                        : Cell.notApplicable(absent));
    }

    private static Cell at(Optional<Location> place) {
        return place.map(at -> Cell.text(at.toString()))
                .orElseGet(() -> Cell.notApplicable("not at one place of the evidence"));
    }

    private static Column<Change> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<Change, Cell> value) {
        return Column.of(id, title, kind, tooltip, value);
    }
}
