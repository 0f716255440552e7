package org.icecore.analysis.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.Vma;

/// What a search found.
///
/// @param hits in the order of the tasks, ascending within each
/// @param coverage partial if there were more hits than wanted or memory was unreadable
public record SearchResult(
        Checkpoint checkpoint, BytePattern pattern, List<Hit> hits, Coverage coverage) {

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /// One row per hit.
    public ResultTable<Hit> table() {
        return new ResultTable<>(
                "hits",
                "Hits for " + pattern,
                COLUMNS,
                hits,
                hit -> new ArtefactRef.OfMemory(checkpoint.id(), hit.pid(), hit.range()),
                Hit::at,
                coverage);
    }

    private static final List<Column<Hit>> COLUMNS =
            List.of(
                    of(
                            "pid",
                            "Pid",
                            ColumnKind.NUMBER,
                            "Task that has the bytes",
                            hit -> Cell.number(hit.pid().value())),
                    of(
                            "address",
                            "Address",
                            ColumnKind.ADDRESS,
                            "First byte of the match",
                            hit -> new Cell.Address(hit.range().start())),
                    of(
                            "mapping",
                            "Mapping",
                            ColumnKind.CODE,
                            "What is mapped there",
                            hit ->
                                    hit.mapping()
                                            .map(SearchResult::mapping)
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "nothing is mapped there"))),
                    of(
                            "context",
                            "Context",
                            ColumnKind.CODE,
                            "The match and what lies around it, as characters",
                            hit -> Cell.text(hit.context().ascii())),
                    of(
                            "bytes",
                            "Bytes",
                            ColumnKind.CODE,
                            "The same in hexadecimal",
                            hit -> Cell.text(hit.context().hex())),
                    of(
                            "location",
                            "Location",
                            ColumnKind.CODE,
                            "Where the match lies in the archive",
                            hit ->
                                    Cell.of(
                                            hit.at(),
                                            "no byte of it is stored",
                                            at -> Cell.text(at.toString()))),
                    of(
                            "alsoAt",
                            "Also at",
                            ColumnKind.FLAGS,
                            "Other tasks that share the bytes",
                            hit ->
                                    new Cell.Names(
                                            hit.alsoAt().stream()
                                                    .map(Hit.Place::toString)
                                                    .toList())));

    private static Cell mapping(Vma vma) {
        return Cell.text("%s %s %s".formatted(vma.start(), vma.protection(), vma.title()));
    }

    private static Column<Hit> of(
            String id, String title, ColumnKind kind, String tooltip, Function<Hit, Cell> value) {
        return Column.of(id, title, kind, tooltip, value);
    }

    /// The first hit.
    public Optional<Hit> first() {
        return hits.stream().findFirst();
    }
}
