package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Pid;

/// Runs of mappings as rows.
final class MappingComparisonTable {

    private MappingComparisonTable() {}

    static ResultTable<MappingComparison> of(
            Comparison comparison, Pid pid, Optional<TaskComparison> task) {
        return new ResultTable<>(
                "mappingComparison",
                "Mappings of task " + pid,
                COLUMNS,
                task.map(TaskComparison::mappings).orElse(List.of()),
                mapping ->
                        new ArtefactRef.OfMemory(
                                (mapping.after().isPresent()
                                                ? comparison.after()
                                                : comparison.before())
                                        .id(),
                                pid,
                                mapping.range()),
                mapping -> mapping.after().or(mapping::before).map(Vma::at),
                task.flatMap(TaskComparison::memory)
                        .map(MemoryComparison::coverage)
                        .orElseGet(Coverage::complete));
    }

    private static final List<Column<MappingComparison>> COLUMNS =
            List.of(
                    Column.text(
                            "mark",
                            "",
                            "Whether it came (+), went (-) or changed (~), itself or its bytes; ? if that cannot be told of"
                                    + " all its bytes; = if nothing did",
                            MappingComparisonTable::sign),
                    Column.of(
                            "range",
                            "Addresses",
                            ColumnKind.RANGE,
                            "The run",
                            mapping -> new Cell.Range(mapping.range())),
                    Column.of(
                            "mapping",
                            "Mapping",
                            ColumnKind.CODE,
                            "Permissions and what is mapped; of both sides where they differ",
                            mapping -> Cell.text(mapping.mapping())),
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
                            "pagesAdded",
                            "Pages added",
                            ColumnKind.NUMBER,
                            "Pages mapped in the second checkpoint only",
                            counts -> counts.pages().added()),
                    count(
                            "pagesRemoved",
                            "Pages gone",
                            ColumnKind.NUMBER,
                            "Pages mapped in the first checkpoint only",
                            counts -> counts.pages().removed()),
                    count(
                            "pagesOneSided",
                            "Pages on one side",
                            ColumnKind.NUMBER,
                            "Pages mapped in both that only one checkpoint holds",
                            counts -> counts.pages().oneSided()),
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

    private static String sign(MappingComparison mapping) {
        return mapping.told().map(mark -> String.valueOf(mark.sign())).orElse("=");
    }

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
