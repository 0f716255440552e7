package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.compare.MemoryCompareKey;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.workbench.StandardCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeStepsTest {
    private static final CheckpointId AFTER = new CheckpointId("after");
    private static final long HEAP = 0x37c47000L;
    private static final long FIRST_CHANGE = 0x37c47010L;
    private static final long FIRST_CAPTURED = 0x41f000L;

    @TempDir Path configuration;

    @Test
    void aChangeIsSteppedToFromAViewThatHasNone() {
        try (var window = DesktopWindow.open(configuration, DesktopWindow.sample())) {
            DesktopWindow.until(
                    "compared", () -> window.bench().comparison().get().found().isPresent());
            DesktopWindow.run(
                    () -> {
                        window.services()
                                .commands()
                                .execute(
                                        StandardCommands.showPerspective(
                                                DesktopPerspectives.COMPARE));
                        window.services().parts().showView(EvidenceView.ID);
                    });
            DesktopWindow.until(
                    "the keys are with the evidence",
                    () ->
                            window.services()
                                    .parts()
                                    .view(EvidenceView.ID)
                                    .orElseThrow()
                                    .node()
                                    .isFocusWithin());
            window.press(KeyCode.F8);
            DesktopWindow.until(
                    "a change of memory is in front",
                    () ->
                            window.services()
                                    .parts()
                                    .frontEditor()
                                    .getValue()
                                    .filter(MemoryCompareKey.class::isInstance)
                                    .isPresent());
        }
    }

    @Test
    void aStepFromTheMemoryOfATaskLeadsToTheNextChangeBehindTheCaret() {
        try (var window = DesktopWindow.open(configuration, DesktopWindow.sample())) {
            DesktopWindow.until(
                    "compared", () -> window.bench().comparison().get().found().isPresent());
            openMemory(window, HEAP);
            window.press(KeyCode.F8);
            DesktopWindow.until(
                    "the same memory before and after is in front",
                    () -> front(window).equals(Optional.of(new MemoryCompareKey(new Pid(6)))));
            DesktopWindow.until(
                    "at a change behind the caret",
                    () ->
                            window.selection().ref().get().orElseThrow()
                                            instanceof ArtefactRef.OfMemory memory
                                    && memory.range().start() == FIRST_CHANGE);
        }
    }

    @Test
    void aStepSaysThatNothingIsCompared() {
        var after = DesktopWindow.sample().getLast();
        try (var window = DesktopWindow.open(configuration, List.of(after))) {
            DesktopWindow.until("opened", () -> window.selection().checkpoint().get().isPresent());
            openMemory(window, HEAP);
            window.press(KeyCode.F8);
            DesktopWindow.until(
                    "said in the status bar",
                    () ->
                            window.services().errorLog().entries().stream()
                                    .anyMatch(
                                            entry ->
                                                    entry.message()
                                                            .equals(
                                                                    "No changes to step through: compare two"
                                                                            + " checkpoints first.")));
        }
    }

    @Test
    void theMemoryOfATaskBeginsAtItsFirstCapturedByte() {
        var after = DesktopWindow.sample().getLast();
        try (var window = DesktopWindow.open(configuration, List.of(after))) {
            DesktopWindow.until("opened", () -> window.selection().checkpoint().get().isPresent());
            DesktopWindow.run(
                    () ->
                            window.selection()
                                    .select("test", new ArtefactRef.OfTask(AFTER, new Pid(6))));
            window.execute(BenchCommands.REVEAL_MEMORY);
            DesktopWindow.until(
                    "at the first captured byte",
                    () ->
                            window.selection().ref().get().orElseThrow()
                                            instanceof ArtefactRef.OfMemory memory
                                    && memory.range().start() == FIRST_CAPTURED);
        }
    }

    private static void openMemory(DesktopWindow window, long address) {
        var key = new MemoryKey(AFTER, new Pid(6), new VirtualAddress(address));
        DesktopWindow.run(() -> window.services().parts().openEditor(key));
        DesktopWindow.until(
                "memory in front and at the address",
                () ->
                        window.selection().ref().get().orElseThrow()
                                        instanceof ArtefactRef.OfMemory memory
                                && memory.range().start() == address);
    }

    private static Optional<Object> front(DesktopWindow window) {
        return window.services().parts().frontEditor().getValue();
    }
}
