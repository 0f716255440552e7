package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.ItemState;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.bench.Remedy;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.part.EditorTab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes back when the program is started again.
class LastSessionTest {
    private static final CheckpointId AFTER = new CheckpointId("after");
    private static final CheckpointId BEFORE = new CheckpointId("before");
    private static final MemoryKey MEMORY =
            new MemoryKey(AFTER, new Pid(6), new VirtualAddress(0x7f2f369d0000L));
    private static final MemberKey SPECIFICATION = new MemberKey(AFTER, "spec.dump");

    @TempDir private Path folder = Path.of("");

    private DesktopWindow start(Path... files) {
        return DesktopWindow.open(folder.resolve("configuration"), List.of(files));
    }

    private static Path[] sample() {
        return DesktopWindow.sample().toArray(Path[]::new);
    }

    private static void untilCompared(DesktopWindow window) {
        DesktopWindow.until(
                "compared", () -> window.bench().comparison().get().found().isPresent());
    }

    private static List<String> titles(DesktopWindow window) {
        return DesktopWindow.call(
                () ->
                        window.services().parts().editorTabs().stream()
                                .map(EditorTab::title)
                                .toList());
    }

    private static boolean isMade(DesktopWindow window, Object key) {
        return DesktopWindow.call(() -> window.services().parts().editor(key).isPresent());
    }

    @Test
    void editorsComeBackAsTabsThatAreFilledWhenTheyAreSelected() {
        try (var window = start(sample())) {
            untilCompared(window);
            DesktopWindow.run(
                    () -> {
                        window.services().parts().openEditor(MEMORY);
                        window.services().parts().openEditor(SPECIFICATION);
                        window.services().parts().closeEditor(BEFORE);
                    });
        }
        try (var window = start(sample())) {
            untilCompared(window);
            DesktopWindow.until("restored", () -> titles(window).contains("spec.dump - after"));
            assertEquals(
                    List.of(
                            "shop (before)",
                            "shop (after)",
                            "python3 (6) - after",
                            "spec.dump - after"),
                    titles(window));
            assertEquals(
                    Optional.of(SPECIFICATION),
                    DesktopWindow.call(() -> window.services().parts().frontEditor().getValue()));
            assertFalse(isMade(window, MEMORY), "not before it is selected");

            DesktopWindow.run(() -> window.services().parts().closeEditor(SPECIFICATION));
            assertTrue(isMade(window, MEMORY));
        }
    }

    @Test
    void overviewsStandInTheOrderInWhichTheyStood() {
        for (var order : List.of(List.of(BEFORE, AFTER), List.of(AFTER, BEFORE))) {
            var wanted = order.stream().map("shop (%s)"::formatted).toList();
            try (var window = start(sample())) {
                untilCompared(window);
                DesktopWindow.until("both", () -> titles(window).size() == 2);
                // A tab that is closed and opened again stands right of the one in front.
                DesktopWindow.run(
                        () -> {
                            var parts = window.services().parts();
                            parts.closeEditor(order.getLast());
                            parts.openEditor(order.getLast());
                        });
                assertEquals(wanted, titles(window));
            }
            try (var window = start(sample())) {
                untilCompared(window);
                DesktopWindow.until("restored", () -> titles(window).equals(wanted));
            }
        }
    }

    @Test
    void whatIsOpenedIsRememberedWhileAnArchiveOfTheLastTimeIsGone() throws IOException {
        var gone = Files.copy(sample()[0], folder.resolve("gone.tar"));
        try (var window = start(DesktopWindow.SAMPLE.resolve("after.tar.gz"), gone)) {
            DesktopWindow.until("both opened", () -> titles(window).size() == 2);
        }
        Files.delete(gone);
        try (var window = start(DesktopWindow.SAMPLE.resolve("after.tar.gz"), gone)) {
            DesktopWindow.until("opened", () -> titles(window).contains("shop (after)"));
            DesktopWindow.until(
                    "the other failed",
                    () ->
                            window.bench().items().stream()
                                    .anyMatch(
                                            item ->
                                                    item.state().get()
                                                            instanceof ItemState.Failed));
            DesktopWindow.run(() -> window.services().parts().openEditor(SPECIFICATION));
            assertTrue(
                    DesktopWindow.call(
                            () ->
                                    window.services()
                                            .preferences()
                                            .text("session.editors")
                                            .orElse("")
                                            .contains("spec.dump")));
        }
    }

    @Test
    void aParentThatWasSuppliedIsVerifiedAndUsedAgain() throws IOException {
        var dump = copied("full-with-previous.tar");
        var parent = copied("pre.tar");
        try (var window = start(dump)) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            var item = window.bench().items().getFirst();
            assertTrue(item.remedy() instanceof Remedy.SupplyParent);
            window.choosing(parent);
            assertTrue(window.execute(BenchCommands.SUPPLY_PARENT));
            assertEquals(List.of(parent.getParent()), window.startedIn());
            DesktopWindow.until("supplied", () -> item.remedy() instanceof Remedy.None);
        }
        try (var window = start(dump)) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            var item = window.bench().items().getFirst();
            DesktopWindow.until("supplied", () -> item.remedy() instanceof Remedy.None);
            assertEquals(List.of(parent), item.source().parents());
        }
        Files.delete(parent);
        try (var window = start(dump)) {
            DesktopWindow.until(
                    "said that it is gone",
                    () ->
                            window.services().errorLog().entries().stream()
                                    .anyMatch(
                                            entry ->
                                                    entry.message()
                                                            .startsWith(
                                                                    "what was supplied before is not used: ")));
            assertTrue(window.bench().items().getFirst().remedy() instanceof Remedy.SupplyParent);
        }
    }

    @Test
    void whatWasSelectedStaysSelectedWhileItsParentIsSupplied() throws IOException {
        var dump = copied("full-with-previous.tar");
        var parent = copied("pre.tar");
        try (var window = start(DesktopWindow.sample().getLast(), dump)) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 2);
            var item = window.bench().items().getLast();
            var task = new ArtefactRef.OfTask(item.id(), new Pid(1));
            DesktopWindow.run(() -> window.services().selection().select("test", task));
            window.choosing(parent);
            assertTrue(window.execute(BenchCommands.SUPPLY_PARENT));
            DesktopWindow.until("supplied", () -> item.remedy() instanceof Remedy.None);
            DesktopWindow.until(
                    "told",
                    () ->
                            window.services().errorLog().entries().stream()
                                    .anyMatch(
                                            entry ->
                                                    entry.message()
                                                            .equals(
                                                                    "pre.tar is taken as the dump before full-with-previous")));
            assertEquals(Optional.of(task), window.services().selection().current().get().value());
        }
    }

    /// A copy of an archive with parents, from the folder of evidence if there is one.
    private Path copied(String name) throws IOException {
        var evidence = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE"));
        assumeTrue(evidence.isPresent(), "ICECORE_EVIDENCE does not name the folder of evidence");
        return Files.copy(
                Path.of(evidence.get(), "podman-precheckpoint", name), folder.resolve(name));
    }

    @Test
    void editorsStayAwayFromOtherEvidence() {
        try (var window = start(sample())) {
            untilCompared(window);
            DesktopWindow.run(() -> window.services().parts().openEditor(MEMORY));
        }
        try (var window = start(DesktopWindow.sample().getLast())) {
            DesktopWindow.until("opened", () -> titles(window).contains("shop (after)"));
            assertEquals(List.of("shop (after)"), titles(window));
        }
    }

    @Test
    void theComparisonComesBackWithItsPerspective() {
        try (var window = start(sample())) {
            untilCompared(window);
            window.execute(StandardCommands.showPerspective(DesktopPerspectives.COMPARE));
            assertTrue(isMade(window, new CompareOverviewKey()));
            DesktopWindow.run(
                    () -> window.services().parts().closeEditor(new CompareOverviewKey()));
        }
        try (var window = start(sample())) {
            untilCompared(window);
            assertTrue(isMade(window, new CompareOverviewKey()));
        }
    }

    @Test
    void withoutFilesTheEmptyWindowOffersWhatWasOpenLast() {
        try (var window = start(sample())) {
            untilCompared(window);
        }
        try (var window = start()) {
            assertTrue(
                    links(window).contains("Reopen last evidence: before.tar.gz, after.tar.gz"),
                    links(window).toString());
            assertTrue(window.execute(FileCommands.REOPEN_LAST));
            untilCompared(window);
            assertFalse(window.execute(FileCommands.REOPEN_LAST), "it lies on the bench");
        }
    }

    @Test
    void evidenceThatIsGoneSaysSo() throws IOException {
        var copy = Files.copy(sample()[1], folder.resolve("seized.tar.gz"));
        try (var window = start(copy)) {
            DesktopWindow.until("opened", () -> titles(window).contains("shop (seized)"));
        }
        Files.delete(copy);
        try (var window = start(sample()[0])) {
            DesktopWindow.until("opened", () -> titles(window).contains("shop (before)"));
        }
        try (var window = start()) {
            DesktopWindow.until(
                    "looked for",
                    () -> window.labels().contains("gone from " + folder.toAbsolutePath()));
            assertTrue(links(window).contains("seized.tar.gz"), links(window).toString());
        }
    }

    private static List<String> links(DesktopWindow window) {
        return DesktopWindow.call(
                () ->
                        window.stage().getScene().getRoot().lookupAll(".hyperlink").stream()
                                .map(node -> ((Hyperlink) node).getText())
                                .toList());
    }
}
