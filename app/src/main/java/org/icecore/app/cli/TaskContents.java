package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.content.MappingTable;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;

/// Writes the open files and mappings of a task in a comparison.
record TaskContents(PrintWriter out, int width) {

    /// All that a task had which came or went.
    void print(char sign, Checkpoint checkpoint, Optional<Task> task) {
        task.ifPresent(
                found -> {
                    places(sign, found);
                    DescriptorTable.of(checkpoint, found)
                            .rows()
                            .forEach(row -> line(sign, "open file", descriptor(row)));
                    MappingTable.of(checkpoint, found)
                            .rows()
                            .forEach(row -> line(sign, "mapping", mapping(row)));
                });
    }

    private void samePlaces(TaskComparison task) {
        for (var column : PlaceTable.COLUMNS) {
            var first = task.before().map(column::cell).map(CellText::text);
            var second = task.after().map(column::cell).map(CellText::text);
            if (!column.id().equals("pid") && first.equals(second)) {
                line('=', column.title().toLowerCase(Locale.ROOT), second.orElse(""));
            }
        }
    }

    private void places(char sign, Task task) {
        for (var column : PlaceTable.COLUMNS) {
            if (!column.id().equals("pid")) {
                line(
                        sign,
                        column.title().toLowerCase(Locale.ROOT),
                        CellText.text(column.cell(task)));
            }
        }
    }

    /// What neither came nor went nor changed.
    void printUnchanged(Comparison comparison, TaskComparison comparisonOfTask) {
        var changed =
                comparisonOfTask.changes().stream()
                        .filter(change -> change.kind() == ChangeKind.DESCRIPTOR)
                        .map(Change::ref)
                        .collect(Collectors.<ArtefactRef>toSet());
        comparisonOfTask
                .after()
                .ifPresent(
                        task -> {
                            samePlaces(comparisonOfTask);
                            var table = DescriptorTable.of(comparison.after(), task);
                            table.rows().stream()
                                    .filter(row -> !changed.contains(table.ref(row)))
                                    .forEach(row -> line('=', "open file", descriptor(row)));
                        });
        comparisonOfTask.mappings().stream()
                .filter(mapping -> mapping.mark().isEmpty())
                .filter(mapping -> mapping.memory().bytesChanged() == 0)
                .forEach(mapping -> line('=', "mapping", mapping.subject()));
    }

    /// The same as JSON.
    static Map<String, Object> json(TaskComparison task, Checkpoint checkpoint, Task found) {
        var object = new LinkedHashMap<String, Object>();
        object.put("pid", found.pid().value());
        object.put("fate", task.fate().label());
        object.put("places", JsonTables.of(PlaceTable.of(checkpoint, found)));
        object.put("descriptors", JsonTables.of(DescriptorTable.of(checkpoint, found)));
        object.put("mappings", JsonTables.of(MappingTable.of(checkpoint, found)));
        return object;
    }

    private void line(char sign, String kind, String text) {
        out.println(
                Wrapping.hanging("  %s %-14s ".formatted(sign, kind), Printable.text(text), width));
    }

    private static String descriptor(DescriptorTable.Row row) {
        var descriptor = row.descriptor();
        return "fd %s: %s"
                .formatted(
                        descriptor.fd(),
                        descriptor
                                .file()
                                .found()
                                .map(file -> file.kind() + " " + file.target())
                                .orElseGet(() -> descriptor.file().absence().orElse("")));
    }

    private static String mapping(MappingTable.Row row) {
        var vma = row.vma();
        return "%s %s %s, %s"
                .formatted(
                        vma.range(),
                        vma.protection(),
                        vma.title(),
                        CellText.exactBytes(vma.range().length()));
    }
}
