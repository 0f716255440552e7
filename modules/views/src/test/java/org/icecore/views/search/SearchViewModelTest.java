package org.icecore.views.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.views.desk.PatternKind;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.log.ErrorLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final ErrorLog log = new ErrorLog(Clock.systemUTC(), Runnable::run);
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private Optional<Checkpoint> after = Optional.empty();

    @BeforeEach
    void open() throws EvidenceException {
        after = Optional.of(EvidenceSet.find("incident").orElseThrow().open("after"));
    }

    @AfterEach
    void close() {
        after.ifPresent(Checkpoint::close);
    }

    private SearchViewModel model() {
        return new SearchViewModel(new Jobs(Runnable::run, Runnable::run, log), Runnable::run);
    }

    private static String words(SearchViewModel model) {
        return model.hits().stream()
                .map(hit -> "%s %s %s\n".formatted(hit.task(), hit.address(), hit.mapping()))
                .collect(Collectors.joining());
    }

    @Test
    void findsTheInjectedCode() {
        var model = model();
        model.search(
                after.orElseThrow(), Optional.empty(), PatternKind.HEX, "fc 48 83 e4 f0 90 90");
        assertEquals(
                """
                6 python3 0x7f2f369d0000 rwxp anonymous
                6 python3 0x7f2f37cb6870 rw-p anonymous
                6 python3 0x7f2f37d5bac0 rw-p anonymous
                """,
                words(model));
        assertEquals(new SearchState.Done(Coverage.complete()), model.state().get());
    }

    @Test
    void looksIntoOneTaskOnly() {
        var checkpoint = after.orElseThrow();
        var model = model();
        model.search(
                checkpoint,
                checkpoint.tasks().find(new Pid(56)),
                PatternKind.ANY_CASE,
                "c2cfg{HOST");
        assertTrue(
                model.hits().size() == 2
                        && model.hits().stream().allMatch(hit -> hit.comm().equals("sshd")),
                words(model));
    }

    @Test
    void forgetsTheHitsOfTheSearchBefore() {
        var model = model();
        model.search(
                after.orElseThrow(), Optional.empty(), PatternKind.HEX, "fc 48 83 e4 f0 90 90");
        model.search(
                after.orElseThrow(),
                Optional.empty(),
                PatternKind.TEXT,
                "no such text anywhere in it");
        assertEquals("", words(model));
        assertInstanceOf(SearchState.Done.class, model.state().get());
    }

    @Test
    void keepsWhatWasFoundWhenItIsStopped() {
        var model = new SearchViewModel(new Jobs(waiting::add, Runnable::run, log), Runnable::run);
        model.search(after.orElseThrow(), Optional.empty(), PatternKind.TEXT, "root");
        model.cancel();
        waiting.forEach(Runnable::run);
        assertEquals(new SearchState.Stopped(), model.state().get());
    }

    @Test
    void doesNotSearchForWhatIsNoPattern() {
        var model = model();
        model.search(after.orElseThrow(), Optional.empty(), PatternKind.HEX, "????");
        assertEquals(
                new SearchState.Unreadable("the pattern gives no digit: it would match everywhere"),
                model.state().get());
    }
}
