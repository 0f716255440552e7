package org.icecore.views.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Test;

class SocketColumnsTest {
    @Test
    void theStateOfASocketIsSaidOnce() {
        try (var incident = Incident.compared()) {
            var checkpoint = incident.checkpoint("after");
            var task = checkpoint.tasks().find(new Pid(23)).orElseThrow();
            var table = SocketColumns.added(DescriptorTable.of(checkpoint, task));
            assertEquals(
                    List.of(
                            "/dev/null not applicable",
                            "/dev/null not applicable",
                            "/dev/null not applicable",
                            "127.0.0.1:4444 LISTEN",
                            "127.0.0.1:4444 -> 127.0.0.1:41368 ESTABLISHED"),
                    table.rows().stream()
                            .map(
                                    row ->
                                            text(table, row, "target")
                                                    + " "
                                                    + text(table, row, "state"))
                            .toList());
        }
    }

    private static <R> String text(ResultTable<R> table, R row, String column) {
        return table.columns().stream()
                .filter(each -> each.id().equals(column))
                .map(each -> CellText.brief(each.cell(row)))
                .findFirst()
                .orElseThrow();
    }
}
