package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppingTest {
    private final Incident incident = Incident.closed();
    private final Bench bench = incident.bench();
    private final List<String> led = new ArrayList<>();

    @TempDir private Path folder = Path.of("");

    @AfterEach
    void close() {
        incident.close();
    }

    private void drop(Path... paths) {
        Dropping.take(
                bench,
                List.of(paths),
                new Dropping.Lead() {
                    @Override
                    public void toComparison(Pair pair, String why) {
                        led.add(
                                "%s and %s: %s"
                                        .formatted(pair.before().id(), pair.after().id(), why));
                    }

                    @Override
                    public void toChoice(List<BenchItem> open) {
                        led.add("choose among " + open.stream().map(BenchItem::id).toList());
                    }
                });
        incident.until(
                "settled",
                () ->
                        bench.items().stream()
                                .noneMatch(
                                        item -> item.state().get() instanceof ItemState.Opening));
    }

    private Path copy(String name) throws IOException {
        return Files.copy(Incident.before(), folder.resolve(name));
    }

    @Nested
    class OfOneFile {
        @Test
        void aloneOpensIt() {
            drop(Incident.after());

            assertEquals(List.of(), led);
            assertEquals(1, bench.open().size());
        }

        @Test
        void besideAnOpenOneComparesTheTwoInTheOrderOfTheirTimes() {
            drop(Incident.after());
            drop(Incident.before());

            assertEquals(List.of("before and after: before was dropped beside after"), led);
            assertEquals("by time", bench.comparison().get().chosen().orElseThrow().order());
        }

        @Test
        void besideOneThatIsStillOpeningWaitsForBoth() {
            bench.open(List.of(Incident.before()));
            drop(Incident.after());

            assertEquals(List.of("before and after: after was dropped beside before"), led);
        }

        @Test
        void besideTwoLeavesTheirComparisonAlone() throws IOException {
            drop(Incident.before(), Incident.after());
            led.clear();
            drop(copy("third.tar.gz"));

            assertEquals(List.of(), led);
            assertEquals(3, bench.open().size());
            var pair = bench.comparison().get().chosen().orElseThrow();
            assertEquals("after", pair.after().id().value());
        }

        @Test
        void thatIsNoCheckpointLeadsNowhere() throws IOException {
            drop(Incident.before());
            drop(Files.writeString(folder.resolve("notes.tar"), "no archive"));

            assertEquals(List.of(), led);
            assertTrue(bench.comparison().get().chosen().isEmpty());
        }
    }

    @Nested
    class OfTwoFiles {
        @Test
        void comparesThem() {
            drop(Incident.after(), Incident.before());

            assertEquals(
                    List.of("before and after: the two were dropped on the window together"), led);
        }

        @Test
        void besideOthersComparesThoseTwo() throws IOException {
            bench.open(List.of(copy("third.tar.gz")));
            drop(Incident.before(), Incident.after());

            assertEquals(
                    List.of("before and after: the two were dropped on the window together"), led);
        }
    }

    @Nested
    class OfThreeFiles {
        @Test
        void asksWhichTwo() throws IOException {
            drop(Incident.before(), Incident.after(), copy("third.tar.gz"));

            assertEquals(List.of("choose among [before, after, third]"), led);
            assertTrue(bench.comparison().get().chosen().isEmpty());
        }

        @Test
        void ofWhichOneCannotBeOpenedComparesTheOtherTwo() throws IOException {
            drop(
                    Incident.before(),
                    Incident.after(),
                    Files.writeString(folder.resolve("notes.tar"), "no archive"));

            assertEquals(
                    List.of("before and after: the two were dropped on the window together"), led);
        }
    }
}
