package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private final Incident incident = Incident.closed();
    private final Bench bench = incident.bench();

    @AfterEach
    void close() {
        incident.close();
    }

    @Nested
    class OpeningAFile {
        @Test
        void namesItAfterTheFileAndTellsHowItGoes() {
            var item = bench.open(List.of(Incident.before())).getFirst();

            assertEquals("before", item.id().value());
            assertInstanceOf(ItemState.Opening.class, item.state().get());
            assertEquals("before.tar.gz", item.title());
            incident.until("open", () -> item.checkpoint().isPresent());
            assertEquals("shop (before)", item.title());
            assertEquals(List.of(item), bench.open());
        }

        @Test
        void computesItsDigestInTheBackground() {
            var item = bench.open(List.of(Incident.after())).getFirst();

            incident.until("hashed", () -> item.sha256().get() instanceof DigestState.Known);
            assertEquals(
                    "5098eb82f436c1ec79cd1543bdf48e1f86d6b5050d4c81f24726515a45b9df4e",
                    ((DigestState.Known) item.sha256().get()).digest().hex());
        }

        @Test
        void thatIsOpenAlreadyGivesTheSameItem() {
            var first = bench.open(List.of(Incident.before())).getFirst();
            var roundabout = Incident.before().getParent().resolve(".").resolve("before.tar.gz");

            assertSame(first, bench.open(List.of(roundabout)).getFirst());
            assertEquals(1, bench.items().size());
        }

        @Test
        void givesASecondOneOfThatNameANumber(@TempDir Path folder) throws IOException {
            var copy = Files.copy(Incident.before(), folder.resolve("before.tgz"));
            bench.open(List.of(Incident.before()));

            assertEquals("before-2", bench.open(List.of(copy)).getFirst().id().value());
        }
    }

    @Nested
    class AFileThatCannotBeOpened {
        @Test
        void isShownWithTheReason(@TempDir Path folder) throws IOException {
            var text = Files.writeString(folder.resolve("notes.txt"), "no archive at all");
            var item = bench.open(List.of(text)).getFirst();

            incident.until("failed", () -> item.state().get() instanceof ItemState.Failed);
            assertEquals(List.of(item), bench.items());
            assertTrue(
                    ((ItemState.Failed) item.state().get()).message().contains("notes.txt"),
                    item.state().get()::toString);
            incident.until("logged", () -> !incident.log().entries().isEmpty());
            assertTrue(
                    incident.log()
                            .entries()
                            .getFirst()
                            .message()
                            .startsWith("opening notes.txt: "));
        }

        @Test
        void becauseItIsNotThereSaysSo(@TempDir Path folder) {
            var item = bench.open(List.of(folder.resolve("gone.tar"))).getFirst();

            incident.until("failed", () -> item.state().get() instanceof ItemState.Failed);
            var message = ((ItemState.Failed) item.state().get()).message();
            assertTrue(message.contains("gone.tar"), message);
        }

        @Test
        void isTriedAgainWhenItIsOpenedAgain(@TempDir Path folder) throws IOException {
            var path = folder.resolve("later.tar.gz");
            var failed = bench.open(List.of(path)).getFirst();
            incident.until("failed", () -> failed.state().get() instanceof ItemState.Failed);
            Files.copy(Incident.before(), path);

            var item = bench.open(List.of(path)).getFirst();
            incident.until("open", () -> item.checkpoint().isPresent());
            assertEquals(List.of(item), bench.items());
        }
    }

    @Nested
    class TwoOpenedAtOnce {
        @Test
        void areComparedWithTheOlderAsBefore() {
            bench.open(List.of(Incident.after(), Incident.before()));
            incident.until(
                    "compared", () -> bench.comparison().get() instanceof ComparisonState.Done);

            var done = (ComparisonState.Done) bench.comparison().get();
            assertEquals("before", done.pair().before().id().value());
            assertEquals("by time", done.pair().order());
            assertEquals(new CheckpointId("after"), done.comparison().after().id());
            assertEquals(11, done.comparison().tasks().size());
        }

        @Test
        void areComparedOnlyOnceHoweverOftenTheyAreChosen() {
            var items = bench.open(List.of(Incident.before(), Incident.after()));
            incident.until(
                    "compared", () -> bench.comparison().get() instanceof ComparisonState.Done);
            var first = bench.comparison().get();

            bench.compare(items.getLast(), items.getFirst());

            assertSame(first, bench.comparison().get());
        }

        @Test
        void canBeSwapped() {
            bench.open(List.of(Incident.before(), Incident.after()));
            incident.until(
                    "compared", () -> bench.comparison().get() instanceof ComparisonState.Done);

            bench.swap();

            incident.until(
                    "compared again",
                    () -> bench.comparison().get() instanceof ComparisonState.Done);
            var done = (ComparisonState.Done) bench.comparison().get();
            assertEquals("after", done.pair().before().id().value());
            assertEquals("in the order the examiner chose", done.pair().order());
        }

        @Test
        void areForgottenAsAPairWhenOneIsClosed() {
            var items = bench.open(List.of(Incident.before(), Incident.after()));
            incident.until(
                    "compared", () -> bench.comparison().get() instanceof ComparisonState.Done);

            bench.close(items.getFirst());

            assertInstanceOf(ComparisonState.NoPair.class, bench.comparison().get());
            assertEquals(List.of(items.getLast()), bench.items());
        }
    }

    @Nested
    class Closing {
        @Test
        void whileItIsBeingOpenedLeavesNothing() {
            var item = bench.open(List.of(Incident.before())).getFirst();
            var job = ((ItemState.Opening) item.state().get()).job();

            bench.close(item);

            assertTrue(job.isCancelled());
            incident.until("ended", () -> job.outcome().get().isPresent());
            assertEquals(List.of(), bench.items());
            assertInstanceOf(ItemState.Opening.class, item.state().get());
        }
    }

    @Nested
    class TheSelection {
        @Test
        void fallsOnTheFirstCheckpointUntilOneIsChosen() {
            var items = bench.open(List.of(Incident.before(), Incident.after()));
            incident.until("open", () -> bench.open().size() == 2);

            assertEquals(items.getFirst().checkpoint(), incident.selection().checkpoint().get());
            assertTrue(incident.selection().task().get().isEmpty());
        }

        @Test
        void keepsTheTaskWhileSomethingWithoutATaskIsSelected() {
            bench.open(List.of(Incident.before(), Incident.after()));
            incident.until("open", () -> bench.open().size() == 2);
            var after = new CheckpointId("after");

            incident.selection().select("test", new ArtefactRef.OfTask(after, new Pid(72)));
            incident.selection().select("test", new ArtefactRef.OfMember(after, "config.dump"));

            assertEquals("kworker/u8:3", incident.selection().task().get().orElseThrow().comm());
            assertEquals(after, incident.selection().checkpoint().get().orElseThrow().id());
        }

        @Test
        void losesTheTaskWithItsCheckpoint() {
            var items = bench.open(List.of(Incident.before(), Incident.after()));
            incident.until("open", () -> bench.open().size() == 2);
            incident.selection()
                    .select("test", new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(72)));

            bench.close(items.getLast());

            assertTrue(incident.selection().ref().get().isEmpty());
            assertTrue(incident.selection().task().get().isEmpty());
            assertEquals(items.getFirst().checkpoint(), incident.selection().checkpoint().get());
        }
    }
}
