package org.icecore.views.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.views.bench.Incident;
import org.icecore.views.result.Branches;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The filters of the sample: each thread is under its own copy of the engine's profile.
class FilterTreeTest {
    private static final Incident INCIDENT = Incident.compared();

    private final ResultTable<FilterRow> table = FilterTree.of(INCIDENT.checkpoint("after"));
    private final Branches<FilterRow> tree = FilterTree.tree(table.rows());

    @AfterAll
    static void close() {
        INCIDENT.close();
    }

    @Test
    void theFiltersStandAtTheTopWithWhoIsUnderThem() {
        assertEquals(
                List.of("seccomp 0: 1", "seccomp 1: 6", "seccomp 2: 23"),
                tree.roots().stream()
                        .limit(3)
                        .map(row -> cell(row, "filter") + ": " + cell(row, "users"))
                        .toList());
        assertEquals(10, tree.roots().size());
    }

    @Test
    void theInstructionsStandBelowTheFilterThatHasThem() {
        var lines = tree.children().apply(tree.roots().getFirst());
        assertEquals(1158, lines.size());
        assertEquals("1", cell(lines.get(1), "filter"));
        assertEquals("jeq #0x40000003, 4, 2  ; i386", cell(lines.get(1), "program"));
        assertTrue(tree.children().apply(lines.get(1)).isEmpty());
    }

    @Test
    void aProgramThatSeveralHaveIsListedOnceAndTheOthersSaySo() {
        var second = tree.roots().get(1);
        assertEquals("1,158 instructions, the same as seccomp 0", cell(second, "program"));
        assertEquals(List.of(), tree.children().apply(second));
        assertEquals(10 + 1158, table.rows().size());
    }

    @Test
    void everyRowSaysWhereItsProgramLies() {
        assertTrue(
                table.rows().stream()
                        .allMatch(
                                row ->
                                        table.location(row)
                                                .orElseThrow()
                                                .member()
                                                .endsWith("seccomp.img")));
    }

    private String cell(FilterRow row, String column) {
        return CellText.brief(table.column(column).orElseThrow().cell(row));
    }
}
