package org.icecore.views.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Progress;
import org.icecore.evidence.Unpacking;
import org.icecore.views.overview.OverviewSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On the bench")
class RemedyTest {
    private final Incident incident = Incident.closed();
    private final Bench bench = incident.bench();

    @AfterEach
    void close() {
        incident.close();
    }

    private static Path evidence(String path) {
        var all = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE")).map(Path::of);
        assumeTrue(all.isPresent(), "ICECORE_EVIDENCE names no folder with all of the evidence");
        return all.orElseThrow().resolve(path);
    }

    private BenchItem opened(Path path) {
        var item = bench.open(List.of(path)).getFirst();
        incident.until("open", () -> item.checkpoint().isPresent());
        return item;
    }

    private List<String> ids() {
        return bench.items().stream().map(item -> item.id().value()).toList();
    }

    @Nested
    class AFolderThatHoldsTwoCheckpoints {
        @TempDir private Path folder;

        private void lay() throws IOException {
            Files.copy(Incident.after(), folder.resolve("after.tar.gz"));
            Files.copy(Incident.before(), folder.resolve("before.tar.gz"));
        }

        @Test
        void becomesTwoItemsThatAreCalledAfterThem() throws IOException {
            lay();
            var came = new ArrayList<BenchItem>();
            bench.open(List.of(folder)).getFirst().follow(came::add);

            incident.until("both open", () -> bench.open().size() == 2);
            assertEquals(List.of("after", "before"), ids());
            assertEquals(bench.items(), came.subList(1, came.size()));
            assertEquals(
                    folder.getFileName() + ": after.tar.gz", bench.items().getFirst().fileName());
        }

        @Test
        void isComparedAsTwoThatAreOpenedAtOnceAre() throws IOException {
            lay();
            bench.open(List.of(folder));
            incident.until(
                    "compared", () -> bench.comparison().get() instanceof ComparisonState.Done);
            var pair = bench.comparison().get().chosen().orElseThrow();
            assertEquals(
                    Set.of("after", "before"),
                    Set.of(pair.before().id().value(), pair.after().id().value()));
            assertEquals(List.of(), incident.log().entries());
        }

        @Test
        void isNotOpenedAgain() throws IOException {
            lay();
            bench.open(List.of(folder));
            incident.until("both open", () -> bench.open().size() == 2);
            assertEquals(bench.items(), bench.open(List.of(folder)));
            assertEquals(2, bench.items().size());
        }
    }

    @Nested
    class EvidenceThatUnpacksToMoreThanIsAllowed {
        @Test
        void isOpenedWithAHigherLimitByWhoeverKnowsThatItIsThatLarge() {
            var little = Unpacking.standard().withLimit(1 << 20);
            var item = bench.open(CheckpointSource.of(Incident.before()).unpackedBy(little));

            incident.until("failed", () -> item.state().get() instanceof ItemState.Failed);
            var message = ((ItemState.Failed) item.state().get()).message();
            assertTrue(message.startsWith("before.tar.gz+0x0.."), message);
            assertEquals(new Remedy.RaiseLimit(1 << 20), item.remedy());
            assertEquals(
                    "open with up to 4.0 MiB, if you know that it is that large",
                    item.remedy().advice());

            while (item.checkpoint().isEmpty()) {
                bench.raiseLimit(item);
                incident.until("settled", () -> !(item.state().get() instanceof ItemState.Opening));
            }
            assertEquals(new Remedy.None(), item.remedy());
            assertEquals(List.of(item), bench.items());
        }

        @Test
        void isNotOpenedWithoutThat() {
            var item = bench.open(List.of(Incident.before())).getFirst();
            incident.until("open", () -> item.checkpoint().isPresent());
            var checkpoint = item.checkpoint().orElseThrow();
            bench.raiseLimit(item);
            assertSame(checkpoint, item.checkpoint().orElseThrow());
        }
    }

    @Nested
    class ACheckpointWhoseParentIsMissing {
        private final List<Optional<String>> told = new ArrayList<>();

        private void supply(BenchItem item, Path parent) {
            bench.supply(item, parent, () -> {}, told::add);
            incident.until("told", () -> !told.isEmpty());
        }

        @Test
        void isWholeOnceItIsSupplied() {
            var item = opened(evidence("podman-precheckpoint/full-with-previous.tar"));
            var old = item.checkpoint().orElseThrow();
            var remedy = assertInstanceOf(Remedy.SupplyParent.class, item.remedy());
            var overview = OverviewSummary.of(old, item.unknown().get());
            assertEquals(List.of(), overview.defects());
            assertTrue(
                    overview.missing().stream()
                            .noneMatch(
                                    line ->
                                            remedy.needed()
                                                    .contains(
                                                            line.replaceFirst(
                                                                    "Earlier dumps: ", ""))),
                    overview::toString);

            supply(item, evidence("podman-precheckpoint/pre.tar"));
            assertEquals(List.of(Optional.empty()), told);
            var now = item.checkpoint().orElseThrow();
            assertNotSame(old, now);
            assertInstanceOf(Ancestry.Complete.class, now.ancestry());
            assertEquals(List.of(), now.defects());
            assertEquals(new Remedy.None(), item.remedy());
            assertEquals(List.of(item), bench.items());
        }

        @Test
        void namesTheSuppliedFileWithItsDigest() throws Exception {
            var item = opened(evidence("podman-precheckpoint/full-with-previous.tar"));
            assertEquals(List.of(), item.further().get());
            var parent = evidence("podman-precheckpoint/pre.tar");

            supply(item, parent);
            incident.until(
                    "hashed",
                    () ->
                            item.further().get().stream()
                                    .anyMatch(file -> file.sha256() instanceof DigestState.Known));
            try (var archive = Archive.open(parent, Progress.unwatched())) {
                assertEquals(
                        List.of(
                                new FurtherFile(
                                        parent,
                                        new DigestState.Known(
                                                archive.sha256(Progress.unwatched())))),
                        item.further().get());
            }
        }

        @Test
        void staysAsItIsIfWhatIsSuppliedIsNone() {
            var item = opened(evidence("podman-precheckpoint/full-with-previous.tar"));
            var old = item.checkpoint().orElseThrow();

            supply(item, Incident.before());
            var reason = told.getFirst().orElseThrow();
            assertTrue(
                    reason.contains(
                            "is refused as a parent of full-with-previous: "
                                    + "before.tar.gz: config.dump+0x0..0x5eb5: is of container 3056d2523b7f"),
                    reason);
            assertSame(old, item.checkpoint().orElseThrow());
            assertTrue(
                    incident.log().entries().stream()
                            .noneMatch(entry -> entry.message().contains("verifying")));
            assertEquals(1, old.tasks().size());
        }

        @Test
        void hasItsPagesOfAPageServerSupplied() {
            var item = opened(evidence("criu-raw/ps-images"));
            assertInstanceOf(Remedy.SupplyParent.class, item.remedy());
            supply(item, evidence("criu-raw/ps-pages"));
            assertEquals(List.of(Optional.empty()), told);
        }
    }
}
