package org.icecore.views.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.QueueTable;
import org.icecore.analysis.content.SignalTable;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.views.bench.Incident;
import org.icecore.views.result.Question;
import org.icecore.views.result.TaskColumn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the views ask and how they lay it out, without a stage.
class KernelQuestionsTest {
    private static final Incident INCIDENT = Incident.compared();
    private static final CheckpointId AFTER = new CheckpointId("after");

    @AfterAll
    static void close() {
        INCIDENT.close();
    }

    @Nested
    class AQuestionOfTasks {
        private final SimpleBooleanProperty all = new SimpleBooleanProperty(false);
        private final ObservableValue<Question<SignalTable.Row>> question =
                KernelViews.signalQuestion().of(INCIDENT.selection(), all);

        @Test
        void isAboutTheSelectedTask() throws Exception {
            INCIDENT.selection().select("test", new ArtefactRef.OfTask(AFTER, new Pid(6)));
            var ask = assertInstanceOf(Question.Ask.class, question.getValue());
            assertEquals("shop (after), task 6 python3", ask.about());
            assertEquals(
                    List.of("SIGINT", "SIGQUIT", "SIGUSR1", "SIGPIPE", "SIGXFSZ", "signal 33"),
                    column((ResultTable<?>) ask.answer().answer(Progress.unwatched()), "signal"));
        }

        @Test
        void isAboutAllTasksOnDemand() throws Exception {
            INCIDENT.selection().select("test", new ArtefactRef.OfTask(AFTER, new Pid(6)));
            all.set(true);
            var ask = assertInstanceOf(Question.Ask.class, question.getValue());
            assertEquals("shop (after)", ask.about());
            var tasks =
                    column(
                            (ResultTable<?>) ask.answer().answer(Progress.unwatched()),
                            TaskColumn.ID);
            assertTrue(tasks.containsAll(List.of("start.sh", "python3")), tasks::toString);
        }
    }

    @Nested
    class TheOtherEnd {
        @Test
        void ofAServedConnectionIsEachDescriptorOfTheClient() {
            assertEquals(
                    List.of(0, 1, 2, 3),
                    OtherEnd.others(
                                    INCIDENT.checkpoint("after"),
                                    new ArtefactRef.OfDescriptor(
                                            AFTER, new Pid(23), new FdNumber(4)))
                            .stream()
                            .map(ArtefactRef.OfDescriptor.class::cast)
                            .peek(end -> assertEquals(new Pid(56), end.pid()))
                            .map(end -> end.fd().value())
                            .toList());
        }
    }

    @Nested
    class TheTreeOfControlGroups {
        @Test
        void hasTheFilesOfAGroupBelowIt() {
            try (var zoo = zoo()) {
                var tree = GroupTree.tree(GroupTree.of(zoo).rows());
                var pids =
                        tree.roots().stream()
                                .map(GroupRow.Group.class::cast)
                                .filter(group -> group.controllers().equals("pids"))
                                .findFirst()
                                .orElseThrow();
                assertEquals(28, pids.threads().size());
                assertEquals(
                        List.of("pids.max 2048"),
                        tree.children().apply(pids).stream()
                                .map(GroupRow.Setting.class::cast)
                                .filter(setting -> setting.file().name().equals("pids.max"))
                                .map(setting -> "pids.max " + setting.file().value())
                                .toList());
            }
        }
    }

    @Nested
    class WhatWaitsInAQueue {
        @Test
        void isAFileThatCanBeSaved() throws EvidenceException {
            try (var zoo = zoo()) {
                var pipe = QueueTable.of(zoo).rows().getFirst().data();
                var content = QueuesView.content(pipe);
                assertEquals("pipe-108197-0", content.name());
                assertTrue(content.whole());
                assertEquals(
                        "ZOO-PIPE-DATA-queued-more",
                        new String(content.bytes().bytes(0, 25), StandardCharsets.US_ASCII));
            }
        }
    }

    private static List<String> column(ResultTable<?> table, String id) {
        return texts(table, id);
    }

    private static <R> List<String> texts(ResultTable<R> table, String id) {
        var column = table.column(id).orElseThrow();
        return table.rows().stream().map(row -> CellText.brief(column.cell(row))).toList();
    }

    private static Checkpoint zoo() {
        var set = EvidenceSet.find("podman-web");
        Assumptions.assumeTrue(
                set.isPresent(),
                "podman-web is not here; " + EvidenceSet.VARIABLE + " can name the folder with it");
        try {
            return Checkpoint.open(set.orElseThrow().archive("after"), AFTER, Progress.unwatched());
        } catch (EvidenceException e) {
            throw new AssertionError(e);
        }
    }
}
