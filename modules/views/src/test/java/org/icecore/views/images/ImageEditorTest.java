package org.icecore.views.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ImageEditorTest {
    private static final MemberKey KEY =
            new MemberKey(new CheckpointId("after"), "checkpoint/core-6.img");

    private final DeskWindow window =
            DeskWindow.open(
                    1200,
                    640,
                    makings ->
                            new DeskWindow.Parts(
                                    List.of(),
                                    List.of(ImageEditors.of(makings.bench(), makings.services())),
                                    Layout.editors()));

    @BeforeEach
    void openTheCoreOfPython() {
        window.with("after");
        DeskWindow.run(() -> window.services().parts().openEditor(KEY));
        window.until("read", () -> editor().selected().isPresent());
        window.settle();
    }

    @Test
    void takesTheKeysAsItIsOpened() {
        window.until("the fields have the focus", () -> editor().fields().isFocused());
    }

    @Test
    void tellsRepeatedFieldsByTheirNumbersAndTheLengthOfAnEntryByItsName() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.DOWN);
        untilSelected("entries[0].entry size");
        assertEquals("entry size", DeskWindow.call(() -> selectedName()));
        find("rlimits");
        window.until("found", () -> selectedName().equals("rlimits"));
        window.press(KeyCode.ENTER);
        window.until("found next", () -> selectedName().equals("rlimits[0]"));
    }

    private String selectedName() {
        return editor().fields()
                .selectedRow()
                .flatMap(FieldRow::line)
                .map(FieldLine::name)
                .orElse("");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private ImageEditor editor() {
        return (ImageEditor) window.services().parts().editor(KEY).orElseThrow();
    }

    private Optional<AddressSpan> selectedBytes() {
        return DeskWindow.call(() -> editor().hex().view().navigation().selection());
    }

    private void untilSelected(String words) {
        window.until(
                words,
                () -> editor().selected().filter(found -> found.words().equals(words)).isPresent());
    }

    /// Finds a field by the keys.
    private void find(String text) {
        DeskWindow.run(
                () -> {
                    editor().finder().bar().open();
                    editor().finder().bar().field().setText(text);
                });
        window.until("the field has the focus", () -> editor().finder().bar().field().isFocused());
        window.press(KeyCode.ENTER);
    }

    @Test
    void selectingAFieldSelectsItsBytes() {
        assertEquals(Optional.of(AddressSpan.of(0, 8)), selectedBytes());
        window.press(KeyCode.DOWN);
        untilSelected("entries[0]");
        assertEquals(8, selectedBytes().orElseThrow().first());
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.DOWN);
        untilSelected("entries[0].entry size");
        assertEquals(Optional.of(AddressSpan.of(8, 4)), selectedBytes());
        window.press(KeyCode.LEFT);
        untilSelected("entries[0]");
    }

    @Test
    void selectingBytesSelectsTheInnermostField() {
        find("comm=python3");
        untilSelected("entries[0].tc.comm");
        var comm = selectedBytes().orElseThrow();
        DeskWindow.run(
                () -> {
                    editor().hex().view().model().goTo(0);
                    editor().hex().view().requestFocus();
                });
        untilSelected("magic.common");
        DeskWindow.run(
                () -> editor().hex().view().model().select(AddressSpan.of(comm.first() + 2, 3)));
        untilSelected("entries[0].tc.comm");
        assertEquals(Optional.of(AddressSpan.of(comm.first() + 2, 3)), selectedBytes());
        window.press(KeyCode.RIGHT);
        assertEquals(
                "comm",
                DeskWindow.call(
                        () ->
                                editor().fields()
                                        .selectedRow()
                                        .flatMap(FieldRow::line)
                                        .map(FieldLine::name)
                                        .orElse("")));
    }

    @RepeatedTest(5)
    void whatWasFoundStaysSelectedWhileRowsAreReadAndOpened() {
        find("comm=python3");
        untilSelected("entries[0].tc.comm");
        window.settle();
        untilSelected("entries[0].tc.comm");
    }

    @Test
    void copiesAFieldItsPathAndItsEntry() {
        find("comm=python3");
        untilSelected("entries[0].tc.comm");
        var range = DeskWindow.call(() -> editor().selected().orElseThrow().line().range());
        copy(ImageCommands.COPY_FIELD, "comm: python3");
        DeskWindow.run(() -> editor().fields().requestFocus());
        copy(StandardCommands.COPY, "comm: python3");
        copy(ImageCommands.COPY_FIELD_PATH, KEY.member() + ": entries[0].tc.comm " + range);
        DeskWindow.run(() -> window.services().commands().execute(ImageCommands.COPY_ENTRY));
        window.until(
                "JSON", () -> Clipboard.getSystemClipboard().getString().contains("\"mtype\""));
    }

    private void copy(String command, String expected) {
        DeskWindow.run(() -> window.services().commands().execute(command));
        assertEquals(expected, DeskWindow.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void tellsAScreenReaderWhatARowIs() {
        find("comm=python3");
        untilSelected("entries[0].tc.comm");
        var spoken = DeskWindow.call(() -> editor().fields().selectedRow().orElseThrow().spoken());
        assertTrue(spoken.startsWith("comm, python3, string, bytes 0x"), spoken);
        assertTrue(spoken.endsWith("level 3"), spoken);
    }

    @Test
    void looksCalmInEveryTheme() {
        find("comm=python3");
        untilSelected("entries[0].tc.comm");
        window.settle();
        window.picture("image-editor-light");
        window.wear(Theme.DARK).picture("image-editor-dark");
        window.wear(Theme.LIGHT).size(760, 480).picture("image-editor-narrow");
    }
}
