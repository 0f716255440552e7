package org.icecore.views.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.icecore.views.bench.Incident;
import org.icecore.views.bench.UnknownState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewSummaryTest {
    private Incident incident = Incident.closed();

    @BeforeAll
    void compare() {
        incident = Incident.compared();
    }

    @AfterAll
    void close() {
        incident.close();
    }

    @Test
    void saysWhichContainerItWasAndForHowLongItStood() {
        var summary =
                OverviewSummary.of(
                        incident.checkpoint("after"),
                        new UnknownState.NotCounted("it is not open"));

        assertEquals("shop", summary.title());
        assertEquals("localhost/bench/shop:2.3  \u00b7  Podman  \u00b7  runc", summary.subtitle());
        assertEquals(
                "3056d2523b7f  \u00b7  images written 2026-11-21 22:52:01 UTC  \u00b7  frozen for 161.58 ms",
                summary.frozen());
    }

    @Test
    void namesWhatTheEngineDidNotSayOnce() {
        var missing =
                OverviewSummary.of(
                                incident.checkpoint("after"),
                                new UnknownState.NotCounted("it is not open"))
                        .missing();

        assertTrue(
                missing.contains("Checkpointed, Pod, Pod namespace: the engine's files do not say"),
                missing::toString);
    }

    @Test
    void countsTheChangesByKind() {
        var comparison = incident.bench().comparison().get().found().orElseThrow();

        assertEquals(
                List.of(new OverviewSummary.Change("task", 8, 1, 0, 0)),
                OverviewSummary.changes(comparison).stream()
                        .filter(change -> change.what().equals("task"))
                        .toList());
    }
}
