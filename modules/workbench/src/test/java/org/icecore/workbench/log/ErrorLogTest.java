package org.icecore.workbench.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ErrorLogTest {
    private final ErrorLog log =
            new ErrorLog(
                    Clock.fixed(Instant.parse("2026-11-21T22:52:01.9Z"), ZoneOffset.ofHours(9)),
                    Runnable::run);

    @Test
    void anEntryAsTextHasItsTimeInUtcAndItsDetailsIndented() {
        log.report(
                Severity.WARNING,
                "pagemap-6.img+0x40: run overlaps the one before",
                "first\nsecond");
        assertEquals(
                """
                2026-11-21 22:52:01 UTC warning pagemap-6.img+0x40: run overlaps the one before
                    first
                    second""",
                log.entries().getFirst().text().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void theOldestEntriesAreDroppedInTheEnd() {
        for (int i = 0; i < 6_000; i++) {
            log.report(Severity.NOTICE, "entry " + i, "");
        }
        assertEquals(5_000, log.entries().size());
        assertEquals("entry 1000", log.entries().getFirst().message());
    }
}
