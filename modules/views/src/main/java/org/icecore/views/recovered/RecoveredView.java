package org.icecore.views.recovered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.desk.ContentDigests;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// Files that lie in no file system and whose content the checkpoint keeps. Enter opens the content. The
/// digests come as they are computed.
public final class RecoveredView {
    /// Its id.
    public static final String ID = "recovered";

    private RecoveredView() {}

    /// The view.
    ///
    /// @param open opens the content of the file behind an artefact
    /// @param digests what is known of the contents, and computes the others while the view shows them
    public static QuestionView<RecoveredFileTable.Row> of(
            CheckpointQuestion.Sight sight, Consumer<ArtefactRef> open, ContentDigests digests) {
        return new CheckpointQuestion<>(
                        "recovered files",
                        (checkpoint, progress) ->
                                digests.added(
                                        checkpoint, RecoveredFileTable.of(checkpoint, progress)),
                        "No task held an unlinked file or a file of memory alone, and no tmpfs was kept.")
                .view(
                        look(),
                        sight,
                        (_, ref) -> open.accept(ref),
                        List.of(
                                StoredFileCommands.OPEN,
                                StoredFileCommands.COPY_DIGEST,
                                StoredFileCommands.SAVE))
                .watched(
                        digests.changes(),
                        table ->
                                table.ifPresentOrElse(
                                        shown ->
                                                sight.selection()
                                                        .checkpoint()
                                                        .get()
                                                        .ifPresent(
                                                                checkpoint ->
                                                                        digests.compute(
                                                                                checkpoint,
                                                                                shown.rows())),
                                        digests::cancel));
    }

    private static GridLook<RecoveredFileTable.Row> look() {
        return GridLook.<RecoveredFileTable.Row>of(
                        ID,
                        "Recovered Files",
                        List.of(
                                "name",
                                "kind",
                                "size",
                                "holders",
                                "mode",
                                "uid",
                                "gid",
                                "modified",
                                "sha256",
                                "image"))
                .withWidths(
                        Map.of(
                                "sha256",
                                160,
                                "name",
                                280,
                                "kind",
                                116,
                                "size",
                                84,
                                "holders",
                                300,
                                "mode",
                                130,
                                "uid",
                                56,
                                "gid",
                                56,
                                "modified",
                                176,
                                "image",
                                200))
                .withIcon("name", row -> Optional.of(icon(row.kind())))
                .withContextMenu(
                        MenuItem.list(
                                StoredFileCommands.OPEN,
                                StoredFileCommands.COPY_DIGEST,
                                StoredFileCommands.SAVE));
    }

    private static String icon(RecoveredFileTable.Kind kind) {
        return switch (kind) {
            case GHOST_FILE -> "deleted-file";
            case MEMFD -> "memfd";
            case SHARED_MEMORY, SEGMENT -> "mapping-shared";
            case TMPFS_FILE -> "file";
        };
    }
}
