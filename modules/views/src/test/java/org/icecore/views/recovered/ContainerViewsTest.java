package org.icecore.views.recovered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.desk.ContentDigests;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.desk.StoredFileDeeds;
import org.icecore.views.memory.MemoryEditors;
import org.icecore.views.mounts.MountsView;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.ResultTree;
import org.icecore.views.rootfs.RootfsRow;
import org.icecore.views.rootfs.RootfsView;
import org.icecore.views.text.TextEditors;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Views of a whole checkpoint in a window, one as a table and one as a tree.
class ContainerViewsTest {
    private static final CheckpointId AFTER = new CheckpointId("after");

    private final DeskWindow window =
            DeskWindow.open(
                            1200,
                            800,
                            makings -> {
                                var services = makings.services();
                                var files =
                                        new StoredFileDeeds(makings.selection(), services, _ -> {});
                                var sight = makings.sight();
                                return new DeskWindow.Parts(
                                        List.of(
                                                ViewDescriptor.of(
                                                        RecoveredView.ID,
                                                        "Recovered Files",
                                                        () ->
                                                                RecoveredView.of(
                                                                        sight,
                                                                        files::open,
                                                                        new ContentDigests(
                                                                                services.jobs()))),
                                                ViewDescriptor.of(
                                                        RootfsView.ID,
                                                        "Root Filesystem Changes",
                                                        () -> RootfsView.of(sight, files::open)),
                                                ViewDescriptor.of(
                                                        MountsView.ID,
                                                        "Mounts",
                                                        () -> MountsView.of(sight, () -> {}))),
                                        List.of(
                                                TextEditors.of(makings.bench(), services),
                                                MemoryEditors.of(makings.bench(), services)),
                                        Layout.topBottom(
                                                0.5,
                                                Layout.editors(),
                                                Layout.stack(
                                                        RecoveredView.ID,
                                                        RootfsView.ID,
                                                        MountsView.ID)));
                            })
                    .with("after");

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void enterOnARecoveredFileOpensItsBytes() {
        QuestionView<RecoveredFileTable.Row> view = shown(RecoveredView.ID);
        DeskWindow.run(
                () -> {
                    var grid = view.grid().orElseThrow();
                    grid.select(List.of(grid.table().ref(grid.table().rows().getFirst())));
                    grid.focusRows();
                });
        window.press(KeyCode.ENTER);
        window.until("opened", () -> !window.services().parts().editorKeys().isEmpty());
        assertEquals(".x", title());
    }

    /// `truth/GROUND-TRUTH.md` has the digest.
    @Test
    void aRecoveredFileHasItsDigestOnceItIsComputed() {
        QuestionView<RecoveredFileTable.Row> view = shown(RecoveredView.ID);
        var table = DeskWindow.call(() -> view.grid().orElseThrow().table());
        var digest = table.column("sha256").orElseThrow();
        window.until(
                "computed",
                () ->
                        table.rows().stream()
                                .noneMatch(row -> digest.cell(row).equals(Cell.text("..."))));
        assertEquals(
                Cell.text("cc27ab03ce66bddbfb29639dd50f24113dfb39d503374bde1138cf0a531453aa"),
                digest.cell(table.rows().getFirst()));
    }

    @Test
    void enterOnAnExportedTextOpensItAsText() {
        QuestionView<RootfsRow> view = shown(RootfsView.ID);
        DeskWindow.run(
                () -> {
                    var tree = view.grid().orElseThrow();
                    tree.select(List.of(new ArtefactRef.OfRootfsEntry(AFTER, "/etc/passwd")));
                    tree.focusRows();
                });
        window.press(KeyCode.ENTER);
        window.until("opened", () -> !window.services().parts().editorKeys().isEmpty());
        assertEquals("passwd", title());
    }

    @Test
    void aTreeOpensItsBranchesAndSaysWhoseItIs() {
        var view = DeskWindowViews.<Object>of(window, MountsView.ID);
        var tree = (ResultTree<?>) DeskWindow.call(() -> view.grid().orElseThrow());
        var root = DeskWindow.call(() -> tree.rows().control().getRoot());
        assertEquals(1, root.getChildren().size());
        assertTrue(root.getChildren().getFirst().isExpanded());
        assertTrue(
                DeskWindow.call(
                        () ->
                                view.node().lookupAll(".about").stream()
                                        .anyMatch(
                                                node ->
                                                        node instanceof Label label
                                                                && label.getText()
                                                                        .equals("shop (after)"))));
    }

    private String title() {
        return DeskWindow.call(
                () -> {
                    var parts = window.services().parts();
                    return parts.editor(parts.editorKeys().getFirst())
                            .orElseThrow()
                            .title()
                            .getValue();
                });
    }

    private <R> QuestionView<R> shown(String id) {
        return DeskWindowViews.of(window, id);
    }
}
