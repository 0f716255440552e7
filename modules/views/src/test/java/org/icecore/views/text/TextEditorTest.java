package org.icecore.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.Incident;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.memory.BytesEditor;
import org.icecore.views.memory.MemoryEditors;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextEditorTest {
    private static final MemberKey SPECIFICATION =
            new MemberKey(new CheckpointId("after"), "spec.dump");
    private static final MemberKey DESCRIPTORS =
            new MemberKey(new CheckpointId("after"), "checkpoint/descriptors.json");

    private final DeskWindow window =
            DeskWindow.open(
                    1000,
                    620,
                    makings ->
                            new DeskWindow.Parts(
                                    List.of(),
                                    List.of(
                                            TextEditors.of(makings.bench(), makings.services()),
                                            MemoryEditors.of(makings.bench(), makings.services())),
                                    Layout.editors()));

    @BeforeEach
    void openACheckpoint() {
        window.with("after");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TextEditor open(MemberKey key) {
        DeskWindow.run(() -> window.services().parts().openEditor(key));
        var editor =
                (TextEditor)
                        DeskWindow.call(() -> window.services().parts().editor(key).orElseThrow());
        window.until("loaded", () -> editor.text().area().getLength() > 0);
        return editor;
    }

    @Test
    void indentsJsonAnewUntilTheRawTextIsAskedFor() {
        var editor = open(DESCRIPTORS);
        assertTrue(
                DeskWindow.call(() -> editor.text().area().getText())
                        .startsWith("[\n  \"/dev/null\",\n"));
        window.picture("text-json-light");
        DeskWindow.run(() -> window.services().commands().execute(DeskCommands.RAW_TEXT));
        assertTrue(
                DeskWindow.call(() -> editor.text().area().getText())
                        .startsWith("[\"/dev/null\","));
        window.picture("text-json-raw");
    }

    @Test
    void namesItsCheckpointWhileSeveralAreOpen() {
        var editor = open(SPECIFICATION);
        assertEquals("spec.dump", DeskWindow.call(() -> editor.title().getValue()));
        DeskWindow.run(() -> window.bench().open(List.of(Incident.before())));
        assertEquals("spec.dump - after", DeskWindow.call(() -> editor.title().getValue()));
    }

    @Test
    void hasTheKeysFromTheMomentItIsOpened() {
        DeskWindow.run(
                () -> {
                    var editor = window.services().parts().openEditor(DESCRIPTORS).orElseThrow();
                    // Nothing is read yet: the hands must not fall to whatever comes first in the
                    // window.
                    assertTrue(editor.node().isFocusWithin());
                });
        var shown =
                (TextEditor)
                        DeskWindow.call(
                                () -> window.services().parts().editor(DESCRIPTORS).orElseThrow());
        window.until("shown", () -> shown.text().area().isFocused());
    }

    @Test
    void findsAndSelects() {
        var editor = open(SPECIFICATION);
        window.press(KeyCode.CONTROL, KeyCode.F);
        DeskWindow.run(() -> editor.text().find().field().setText("namespace"));
        window.press(KeyCode.ENTER);
        assertEquals(
                "namespace",
                DeskWindow.call(
                        () ->
                                editor.text()
                                        .area()
                                        .getSelectedText()
                                        .toLowerCase(java.util.Locale.ROOT)));
        assertTrue(DeskWindow.call(() -> editor.text().find().said()).startsWith("1 of "));
        window.wear(Theme.DARK).picture("text-find-dark");
        window.size(560, 480).picture("text-narrow-dark");
    }

    @Test
    void goesToALineByItsNumber() {
        var editor = open(DESCRIPTORS);
        window.press(KeyCode.CONTROL, KeyCode.L);
        DeskWindow.run(() -> editor.text().goToBar().field().setText("2:3"));
        window.picture("text-go-to-line");
        window.press(KeyCode.ENTER);
        assertTrue(
                DeskWindow.call(() -> editor.status().getValue()).startsWith("line 2, column 3"),
                DeskWindow.call(() -> editor.status().getValue()));
    }

    @Test
    void copiesWhatIsSelectedWithCommandsThatItsMenuNames() {
        var editor = open(DESCRIPTORS);
        DeskWindow.run(() -> editor.text().area().requestFocus());
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals(
                DeskWindow.call(() -> editor.text().area().getText()),
                DeskWindow.call(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals(
                List.of(
                        "edit.copy",
                        "edit.select-all",
                        "search.find",
                        "search.find-next",
                        "search.find-previous",
                        "navigate.go-to",
                        "text.raw",
                        "text.wrap"),
                DeskWindow.call(
                        () ->
                                editor.text().area().getContextMenu().getItems().stream()
                                        .flatMap(item -> Optional.ofNullable(item.getId()).stream())
                                        .toList()));
    }

    @Test
    void wrapsLinesWithEclipsesKey() {
        var editor = open(DESCRIPTORS);
        window.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.Y);
        assertTrue(DeskWindow.call(() -> editor.text().area().isWrapText()));
    }

    @Test
    void leavesBinaryMembersToTheEditorOfBytes() {
        var member =
                DeskWindow.call(
                        () ->
                                window
                                        .bench()
                                        .open()
                                        .getFirst()
                                        .checkpoint()
                                        .orElseThrow()
                                        .members()
                                        .stream()
                                        .map(found -> found.member().name())
                                        .filter(name -> name.endsWith("inventory.img"))
                                        .findFirst()
                                        .orElseThrow());
        var key = new MemberKey(new CheckpointId("after"), member);
        DeskWindow.run(() -> window.services().parts().openEditor(key));
        var editor = DeskWindow.call(() -> window.services().parts().editor(key).orElseThrow());
        assertInstanceOf(BytesEditor.class, editor);
        window.picture("member-bytes-light");
        assertTrue(DeskWindow.call(() -> editor.status().getValue()).contains(member + "+0x0"));
    }
}
