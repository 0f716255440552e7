package org.icecore.views.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.desk.Pointer;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryEditorTest {
    private static final CheckpointId AFTER = new CheckpointId("after");
    private static final VirtualAddress INJECTED = new VirtualAddress(0x7f2f369d0000L);
    private static final MemoryKey KEY = new MemoryKey(AFTER, new Pid(6), INJECTED);

    private DeskWindow window =
            DeskWindow.open(
                    1200,
                    640,
                    makings ->
                            new DeskWindow.Parts(
                                    List.of(
                                            ViewDescriptor.of(
                                                    DataInspectorView.ID,
                                                    "Data Inspector",
                                                    () ->
                                                            new DataInspectorView(
                                                                    makings.bench()::checkpoint,
                                                                    makings.services()))),
                                    List.of(MemoryEditors.of(makings.bench(), makings.services())),
                                    Layout.leftRight(
                                            0.66,
                                            Layout.editors(),
                                            Layout.stack(DataInspectorView.ID))));

    @BeforeEach
    void openTheInjectedMapping() {
        window.with("after");
        DeskWindow.run(() -> window.services().parts().openEditor(KEY));
        window.until("mapped", () -> editor().hex().view().model().content().regions().size() > 1);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private MemoryEditor editor() {
        return (MemoryEditor) window.services().parts().editor(KEY).orElseThrow();
    }

    private long caret() {
        return DeskWindow.call(() -> editor().hex().view().navigation().caret());
    }

    @Test
    void beginsWhereItsKeyPointsTo() {
        assertEquals(INJECTED.value(), caret());
    }

    @Test
    void tellsAddressPermissionsAndOriginInTheStatusLine() {
        var status = DeskWindow.call(() -> editor().status().getValue());
        assertTrue(
                status.matches(
                        "0x7f2f369d0000  ·  rwxp anonymous  ·  this checkpoint, checkpoint/pages-\\d+\\.img\\+0x[0-9a-f]+"),
                status);
    }

    @Test
    void copiesTheShellcodeAsHex() {
        DeskWindow.run(
                () -> {
                    editor().hex().view().navigation().select(AddressSpan.of(INJECTED.value(), 5));
                    window.services().commands().execute(DeskCommands.COPY_HEX);
                });
        assertEquals(
                "fc 48 83 e4 f0",
                DeskWindow.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void copyAndSelectAllOfTheEditMenuAreAboutTheBytesThatHaveTheFocus() {
        DeskWindow.run(
                () -> {
                    editor().hex().view().requestFocus();
                    editor().hex().view().navigation().select(AddressSpan.of(INJECTED.value(), 5));
                });
        assertTrue(
                DeskWindow.call(() -> window.services().commands().execute(StandardCommands.COPY)));
        assertEquals(
                "fc 48 83 e4 f0",
                DeskWindow.call(() -> Clipboard.getSystemClipboard().getString()));
        assertTrue(
                DeskWindow.call(
                        () -> window.services().commands().execute(StandardCommands.SELECT_ALL)));
        assertEquals(
                Optional.of(AddressSpan.of(INJECTED.value(), 0x4000)),
                DeskWindow.call(() -> editor().hex().view().navigation().selection()));
    }

    @Test
    void goesToAnAddressTypedInTheBar() {
        window.press(KeyCode.CONTROL, KeyCode.G);
        DeskWindow.run(() -> editor().hex().goToBar().field().setText("+0x20"));
        window.press(KeyCode.ENTER);
        assertEquals(INJECTED.value() + 0x20, caret());
    }

    @Test
    void saysWhyItCannotGoThere() {
        window.press(KeyCode.CONTROL, KeyCode.G);
        DeskWindow.run(() -> editor().hex().goToBar().field().setText("nowhere.so"));
        window.press(KeyCode.ENTER);
        assertEquals(
                "No address, and no region with \"nowhere.so\" in its label.",
                DeskWindow.call(() -> editor().hex().goToBar().said()));
    }

    @Test
    void findsTextAndGoesOnWithControlK() {
        window.press(KeyCode.CONTROL, KeyCode.F);
        DeskWindow.run(() -> editor().hex().find().bar().field().setText("INJECTED-RWX"));
        window.press(KeyCode.ENTER);
        window.until("found", () -> editor().hex().find().bar().said().startsWith("found"));
        assertEquals(
                Optional.of(AddressSpan.of(INJECTED.value() + 0x20, 12)),
                DeskWindow.call(() -> editor().hex().view().navigation().selection()));
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.until("found again", () -> !editor().hex().view().search().runningProperty().get());
        assertTrue(
                DeskWindow.call(() -> editor().hex().find().bar().said())
                        .startsWith("found at 0x"));
    }

    @Test
    void followsThePointerAtTheCaretWithF3AndRemembersTheWayBack() {
        var content = DeskWindow.call(() -> editor().hex().view().model().content());
        var stack =
                content.regions().stream()
                        .filter(region -> region.label().contains("[stack]"))
                        .findFirst()
                        .orElseThrow()
                        .span();
        long at = stack.end() - 8;
        while (!(Pointer.at(content, at) instanceof Pointer.To)) {
            at -= 8;
        }
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 8; i++) {
            bytes.put(i, (byte) content.read(at, 8).value(i));
        }
        long pointer = at;
        DeskWindow.run(() -> editor().goTo(new VirtualAddress(pointer)));

        window.press(KeyCode.F3);

        assertEquals(bytes.getLong(0), caret());
        assertTrue(DeskWindow.call(() -> window.services().history().canGoBack().get()));
    }

    @Test
    void saysWhyThereIsNoPointerToFollow() {
        window.press(KeyCode.F3);
        assertEquals(INJECTED.value(), caret());
        var status = DeskWindow.call(() -> editor().status().getValue());
        assertTrue(
                status.endsWith("0x909090f0e48348fc is not mapped: no pointer at 0x7f2f369d0000."),
                status);
    }

    @Test
    void selectsTheByteAtTheCaretForTheInspector() {
        window.press(KeyCode.RIGHT);
        assertEquals(
                Optional.of(
                        new ArtefactRef.OfMemory(
                                AFTER, new Pid(6), AddressRange.of(INJECTED.value() + 1, 1))),
                DeskWindow.call(() -> window.services().selection().current().get().value()));
    }

    @Test
    void goesWhereAnotherPartSelects() {
        DeskWindow.run(
                () ->
                        window.services()
                                .selection()
                                .select(
                                        "elsewhere",
                                        new ArtefactRef.OfMemory(
                                                AFTER,
                                                new Pid(6),
                                                AddressRange.of(INJECTED.value() + 0x40, 4))));
        assertEquals(INJECTED.value() + 0x40, caret());
    }

    @Test
    void remembersJumpsForTheWayBack() {
        DeskWindow.run(() -> editor().goTo(new VirtualAddress(INJECTED.value() + 0x100)));
        assertEquals(
                Optional.of(
                        new ArtefactRef.OfMemory(
                                AFTER, new Pid(6), AddressRange.of(INJECTED.value() + 0x100, 1))),
                DeskWindow.call(() -> window.services().history().present()));
        assertTrue(DeskWindow.call(() -> window.services().history().canGoBack().get()));
    }

    @Test
    void saysThatATaskIsNotThere() {
        var absent = new MemoryKey(AFTER, new Pid(4711), INJECTED);
        DeskWindow.run(() -> window.services().parts().openEditor(absent));
        window.picture("memory-absent");
        assertEquals(
                "pid (4711)",
                DeskWindow.call(
                        () ->
                                window.services()
                                        .parts()
                                        .editor(absent)
                                        .orElseThrow()
                                        .title()
                                        .getValue()));
    }

    @Test
    void looksCalmInEveryTheme() {
        window.picture("memory-editor-light");
        window.wear(Theme.DARK).picture("memory-editor-dark");
        window.press(KeyCode.CONTROL, KeyCode.F);
        DeskWindow.run(() -> editor().hex().find().bar().field().setText("INJECTED-RWX"));
        window.press(KeyCode.ENTER);
        window.until("found", () -> editor().hex().find().bar().said().startsWith("found"));
        window.picture("memory-editor-find-dark");
        window.wear(Theme.LIGHT).size(760, 480).picture("memory-editor-narrow");
    }
}
