package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.icecore.workbench.log.LogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectLogTest {
    private final Incident incident = Incident.closed();
    private final Bench bench = incident.bench();

    @AfterEach
    void close() {
        incident.close();
    }

    private boolean isTold(String part) {
        return incident.log().entries().stream()
                .map(LogEntry::message)
                .anyMatch(message -> message.contains(part));
    }

    @Test
    void tellsOfWhatCouldNotBeLookedIntoBesideSeveralCheckpoints(@TempDir Path folder)
            throws IOException {
        DefectLog.watch(bench, incident.log());
        Files.copy(Incident.before(), folder.resolve("before.tar.gz"));
        Files.copy(Incident.after(), folder.resolve("after.tar.gz"));
        var broken = new byte[200];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, broken, 0, 4);
        broken[27] = 100;
        Files.write(folder.resolve("broken.zip"), broken);
        bench.open(List.of(folder));

        incident.until(
                "open",
                () ->
                        bench.items().stream().filter(item -> item.checkpoint().isPresent()).count()
                                == 2);
        assertTrue(isTold("broken.zip"), () -> incident.log().entries().toString());
        var stays =
                bench.items().stream()
                        .filter(item -> item.state().get() instanceof ItemState.Failed)
                        .toList();
        assertEquals(1, stays.size());
        var message = ((ItemState.Failed) stays.getFirst().state().get()).message();
        assertTrue(message.contains("it may hold more"), message);
        assertTrue(message.contains("broken.zip"), message);
    }
}
