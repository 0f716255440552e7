package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of two checkpoints in one folder")
class PairOrderTest {

    @Test
    void theOneThatWasTakenFirstComesFirstWhateverTheirNames(@TempDir Path folder)
            throws IOException {
        Files.copy(Incident.after(), folder.resolve("a.tar.gz"));
        Files.copy(Incident.before(), folder.resolve("b.tar.gz"));
        try (var incident = Incident.closed()) {
            incident.bench().open(List.of(folder));
            incident.until(
                    "compared",
                    () -> incident.bench().comparison().get() instanceof ComparisonState.Done);
            var pair = incident.bench().comparison().get().chosen().orElseThrow();
            assertEquals(
                    List.of("b.tar.gz", "a.tar.gz", "by time"),
                    List.of(
                            pair.before().source().within().orElseThrow().replace(": ", ""),
                            pair.after().source().within().orElseThrow().replace(": ", ""),
                            pair.order()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "before/, after/",
        "shop-before.tar: , shop-after.tar: ",
        "dump-9/, dump-10/",
        "2026-11-21/, 2026-11-22/",
        "a/, b/",
        "before-1/, before-2/"
    })
    void withoutTimesTheirNamesSayIt(String first, String second) {
        assertEquals(
                List.of(first, second),
                Stream.of(second, first).sorted(PairOrder::compare).toList());
    }
}
