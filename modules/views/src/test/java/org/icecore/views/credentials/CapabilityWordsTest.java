package org.icecore.views.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.container.Engine;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Test;

class CapabilityWordsTest {
    /// What Podman gives by default; see capabilities(7) for the numbers.
    private static final CapabilitySet USUAL = new CapabilitySet(0x800405fbL);

    @Test
    void beginWithTheNumberOfNames() {
        assertEquals(
                "2: CAP_CHOWN, CAP_KILL",
                CellText.brief(
                        CapabilityWords.counted(
                                new Cell.Names(
                                        List.of("CAP_CHOWN", "CAP_KILL"), "CAP_CHOWN, CAP_KILL"))));
        assertEquals(
                "none", CellText.brief(CapabilityWords.counted(new Cell.Names(List.of(), "none"))));
    }

    @Test
    void nameTheUsualSetOfTheEngine() {
        assertEquals(
                "What Podman gives to every container",
                CapabilityWords.told(USUAL.names(), Engine.PODMAN).lines().findFirst().orElse(""));
    }

    @Test
    void tellWhatIsMoreAndLessThanUsual() {
        var bits = USUAL.bits() & ~1L | 1L << 19;
        assertEquals(
                "Beside what Podman gives to every container: also CAP_SYS_PTRACE, not CAP_CHOWN",
                CapabilityWords.told(new CapabilitySet(bits).names(), Engine.PODMAN)
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void compareWithNothingWhereTheEngineIsNotKnown() {
        assertEquals("CAP_KILL", CapabilityWords.told(List.of("CAP_KILL"), Engine.UNKNOWN));
    }

    @Test
    void standInTheColumnsOfTheView() {
        try (var incident = Incident.compared()) {
            var table = CredentialsView.table(incident.checkpoint("after"));
            var effective = table.column("effective").orElseThrow();
            assertEquals(
                    "11: CAP_CHOWN",
                    CellText.brief(effective.cell(table.rows().getFirst())).split(",")[0]);
        }
    }
}
