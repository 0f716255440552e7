package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Pid;

/// Runs of mappings as rows.
final class MappingComparisonTable {

    private MappingComparisonTable() {}

    static ResultTable<MappingComparison> of(Comparison comparison, Pid pid) {
        return new ResultTable<>(
                "mappingComparison",
                "Mappings of task " + pid,
                COLUMNS,
                comparison.task(pid).map(TaskComparison::mappings).orElse(List.of()),
                mapping ->
                        new ArtefactRef.OfMemory(
                                (mapping.after().isPresent()
                                                ? comparison.after()
                                                : comparison.before())
                                        .id(),
                                pid,
                                mapping.range()),
                mapping -> mapping.after().or(mapping::before).map(Vma::at),
                comparison.coverage());
    }

    private static final List<Column<MappingComparison>> COLUMNS =
            List.of(
                    Column.text(
                            "mark",
                            "",
                            "Whether the mapping came (+), went (-) or changed (~); = if it did not",
                            mapping ->
                                    mapping.mark()
                                            .map(mark -> String.valueOf(mark.sign()))
                                            .orElse("=")),
                    Column.of(
                            "range",
                            "Addresses",
                            ColumnKind.RANGE,
                            "The run",
                            mapping -> new Cell.Range(mapping.range())),
                    Column.of(
                            "before",
                            "Before",
                            ColumnKind.CODE,
                            "Mapping in the first checkpoint",
                            mapping ->
                                    mapping(
                                            mapping.before(),
                                            "not mapped in the first checkpoint")),
                    Column.of(
                            "after",
                            "After",
                            ColumnKind.CODE,
                            "Mapping in the second checkpoint",
                            mapping ->
                                    mapping(
                                            mapping.after(),
                                            "not mapped in the second checkpoint")),
                    Column.of(
                            "differences",
                            "Differences",
                            ColumnKind.FLAGS,
                            "Properties that differ",
                            mapping ->
                                    new Cell.Names(
                                            mapping.differences().stream()
                                                    .map(
                                                            difference ->
                                                                    "%s %s -> %s"
                                                                            .formatted(
                                                                                    difference
                                                                                            .property(),
                                                                                    difference
                                                                                            .before(),
                                                                                    difference
                                                                                            .after()))
                                                    .collect(Collectors.toList()))),
                    count(
                            "pagesChanged",
                            "Pages changed",
                            ColumnKind.NUMBER,
                            "Pages with a changed byte",
                            MemoryCounts::pagesChanged),
                    count(
                            "bytesChanged",
                            "Bytes changed",
                            ColumnKind.NUMBER,
                            "Bytes known on both sides and different",
                            MemoryCounts::bytesChanged),
                    count(
                            "bytesEqual",
                            "Equal",
                            ColumnKind.BYTES,
                            "Bytes known on both sides and equal",
                            MemoryCounts::bytesEqual),
                    count(
                            "oneSided",
                            "Known on one side",
                            ColumnKind.BYTES,
                            "Bytes that only one checkpoint knows",
                            MemoryCounts::bytesOneSided),
                    count(
                            "unknown",
                            "Not captured",
                            ColumnKind.BYTES,
                            "Bytes that neither checkpoint knows",
                            MemoryCounts::bytesUnknown),
                    Column.of(
                            "note",
                            "Note",
                            ColumnKind.TEXT,
                            "How the run relates to the whole mappings",
                            mapping ->
                                    mapping.note().isEmpty()
                                            ? Cell.notApplicable("no note")
                                            : Cell.text(mapping.note())));

    private static Cell mapping(Optional<Vma> vma, String absent) {
        return vma.map(
                        present ->
                                Cell.text("%s %s".formatted(present.protection(), present.title())))
                .orElseGet(() -> Cell.notApplicable(absent));
    }

    private static Column<MappingComparison> count(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            ToLongFunction<MemoryCounts> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                mapping -> {
                    var count = value.applyAsLong(mapping.memory());
                    return kind == ColumnKind.BYTES ? new Cell.Bytes(count) : Cell.number(count);
                });
    }
}
