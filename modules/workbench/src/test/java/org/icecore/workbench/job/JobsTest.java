package org.icecore.workbench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.icecore.workbench.log.ErrorLog;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final ErrorLog log =
            new ErrorLog(
                    Clock.fixed(Instant.parse("2026-11-21T22:52:01Z"), ZoneOffset.UTC),
                    Runnable::run);
    private final Jobs jobs = new Jobs(worker::add, ui::add, log);

    private void work() {
        worker.remove().run();
        while (!ui.isEmpty()) {
            ui.remove().run();
        }
    }

    @Test
    void theResultIsDeliveredToWhoeverWaitsForIt() {
        var outcomes = new ArrayList<Outcome<Integer>>();
        var job = jobs.<Integer>start("counting", _ -> 72).whenDone(outcomes::add);
        assertEquals(List.of(job), jobs.running());
        work();
        assertEquals(List.of(new Outcome.Done<>(72)), outcomes);
        assertEquals(List.of(), jobs.running());
        assertEquals(List.of(new EndedJob("counting", "done")), jobs.finished());
    }

    @Test
    void aJobThatEndedKeepsNobodyWhoWaitedForIt() throws InterruptedException {
        var waiting = new ArrayList<Outcome<Integer>>();
        var reference = new WeakReference<>(waiting);
        var job = jobs.<Integer>start("counting", _ -> 72).whenDone(waiting::add);
        work();
        waiting = null;
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(reference.get());
        assertEquals("counting", job.title());
    }

    @Test
    void whoAsksAfterTheEndIsToldAtOnce() {
        var job = jobs.<Integer>start("counting", _ -> 72);
        work();
        var outcomes = new ArrayList<Outcome<Integer>>();
        job.whenDone(outcomes::add);
        assertEquals(List.of(new Outcome.Done<>(72)), outcomes);
    }

    @Test
    void aFailureIsTheOutcomeAndAnEntryOfTheErrorLog() {
        var job =
                jobs.start(
                        "opening shop.tar",
                        _ -> {
                            throw new IOException("shop.tar: truncated");
                        });
        work();
        var failed = assertInstanceOf(Outcome.Failed.class, job.outcome().get().orElseThrow());
        assertEquals("shop.tar: truncated", failed.message());
        assertEquals("opening shop.tar: shop.tar: truncated", log.entries().getFirst().message());
        assertTrue(
                log.entries()
                        .getFirst()
                        .details()
                        .startsWith("java.io.IOException: shop.tar: truncated"));
    }

    @Test
    void aJobThatIsCancelledBeforeItsOutcomeIsToldIsCancelled() {
        var job = jobs.start("counting", _ -> 72);
        worker.remove().run();
        job.cancel();
        ui.remove().run();
        assertEquals(Optional.of(new Outcome.Cancelled<>()), job.outcome().get());
        assertEquals(List.of(new EndedJob("counting", "cancelled")), jobs.finished());
    }

    @Test
    void aCancelledJobIsCancelledEvenIfItsWorkEnds() {
        var job = jobs.start("counting", _ -> 72);
        job.cancel();
        work();
        assertEquals(Optional.of(new Outcome.Cancelled<>()), job.outcome().get());
    }

    @Test
    void workThatAsksStopsWhenCancelled() {
        var steps = new ArrayList<Integer>();
        var job =
                jobs.<Integer>start(
                        "counting",
                        progress -> {
                            steps.add(1);
                            jobs.running().getFirst().cancel();
                            progress.check();
                            return steps.size();
                        });
        work();
        assertEquals(List.of(1), steps);
        assertEquals(Optional.of(new Outcome.Cancelled<>()), job.outcome().get());
        assertEquals(List.of(), log.entries());
    }

    @Test
    void manyUpdatesReachTheWindowAsTheLastOne() {
        var job =
                jobs.start(
                        "hashing",
                        progress -> {
                            for (int i = 0; i <= 640; i++) {
                                progress.update(i, 1_000, "block " + i);
                            }
                            return "";
                        });
        worker.remove().run();
        assertEquals(2, ui.size(), "one update and the outcome");
        ui.remove().run();
        assertEquals(0.64, job.fraction().get());
        assertEquals("block 640", job.message().get());
    }

    @Test
    void progressWithoutATotalIsNegative() {
        var job =
                jobs.start(
                        "reading",
                        progress -> {
                            progress.update(5, 0, "");
                            return "";
                        });
        work();
        assertEquals(-1, job.fraction().get());
    }
}
