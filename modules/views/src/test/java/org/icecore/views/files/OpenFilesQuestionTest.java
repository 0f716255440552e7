package org.icecore.views.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.Incident;
import org.icecore.views.result.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the view of open files asks")
class OpenFilesQuestionTest {
    private static final Incident INCIDENT = Incident.compared();
    private static final CheckpointId AFTER = new CheckpointId("after");

    private final SimpleBooleanProperty all = new SimpleBooleanProperty(true);

    @AfterAll
    static void close() {
        INCIDENT.close();
    }

    @Test
    void isWhoHasAPathOpenInAllTasks() throws Exception {
        var table = answer();
        var target = table.column("target").orElseThrow();
        assertEquals(
                List.of("1 start.sh 10"),
                table.rows().stream()
                        .filter(row -> CellText.brief(target.cell(row)).equals("/app/start.sh"))
                        .map(row -> cells(table, row, "pid", "comm", "fd"))
                        .toList());
        assertEquals(
                List.of("1 start.sh 1", "6 python3 1"),
                table.rows().stream()
                        .filter(row -> CellText.brief(target.cell(row)).equals("pipe:[119240]"))
                        .limit(2)
                        .map(row -> cells(table, row, "pid", "comm", "fd"))
                        .toList());
    }

    @Test
    void isAboutTheSelectedTaskAloneOnDemand() throws Exception {
        all.set(false);
        var table = answer();
        assertEquals(
                List.of("0", "1", "2", "3"),
                table.rows().stream().map(row -> cells(table, row, "fd")).toList());
    }

    @SuppressWarnings("unchecked")
    private ResultTable<DescriptorTable.Row> answer() throws Exception {
        INCIDENT.selection().select("test", new ArtefactRef.OfTask(AFTER, new Pid(6)));
        var ask =
                assertInstanceOf(
                        Question.Ask.class,
                        FilesView.question().of(INCIDENT.selection(), all).getValue());
        return (ResultTable<DescriptorTable.Row>) ask.answer().answer(Progress.unwatched());
    }

    private static <R> String cells(ResultTable<R> table, R row, String... ids) {
        return String.join(
                " ",
                List.of(ids).stream()
                        .map(id -> CellText.brief(table.column(id).orElseThrow().cell(row)))
                        .toList());
    }
}
