package org.icecore.views.threads;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icecore.analysis.table.Cell;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Test;

class BlockedSignalsTest {
    @Test
    void areToldByTheirNames() {
        try (var incident = Incident.compared()) {
            var table = ThreadsView.table(incident.checkpoint("after"));
            var blocked = table.column("blockedSignals").orElseThrow();
            assertTrue(
                    table.rows().stream()
                            .map(blocked::cell)
                            .anyMatch(
                                    cell ->
                                            cell instanceof Cell.Names(var names, _)
                                                    && !names.isEmpty()
                                                    && names.stream()
                                                            .allMatch(
                                                                    name ->
                                                                            name.startsWith(
                                                                                    "SIG"))));
        }
    }
}
