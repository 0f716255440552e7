package org.icecore.views.rootfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Member;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// The paths of the root file system that the container wrote or deleted. Enter opens the content of a file.
public final class RootfsView {
    /// Its id.
    public static final String ID = "rootfs";

    private RootfsView() {}

    /// The view.
    ///
    /// @param open opens the content of the file behind an artefact
    public static QuestionView<RootfsRow> of(
            CheckpointQuestion.Sight sight, Consumer<ArtefactRef> open) {
        return new CheckpointQuestion<>(
                        "changes of the root file system",
                        RootfsRows::of,
                        "The engine exported no change of the root file system.")
                .view(
                        look(),
                        sight,
                        (row, ref) -> {
                            if (isFile(row)) {
                                open.accept(ref);
                            }
                        },
                        List.of());
    }

    private static GridLook<RootfsRow> look() {
        return GridLook.<RootfsRow>of(
                        ID,
                        "Root Filesystem Changes",
                        List.of(
                                "name",
                                "change",
                                "type",
                                "size",
                                "mode",
                                "uid",
                                "gid",
                                "modified",
                                "link",
                                "below"))
                .withWidths(
                        Map.of(
                                "name",
                                300,
                                "change",
                                84,
                                "type",
                                110,
                                "size",
                                84,
                                "mode",
                                130,
                                "uid",
                                56,
                                "gid",
                                56,
                                "modified",
                                180,
                                "link",
                                180,
                                "below",
                                56))
                .withIcon("name", row -> Optional.of(icon(row)))
                .withInks(Map.of("change", RootfsView::ink))
                .withTree(table -> RootfsRows.tree(table.rows()))
                .withContextMenu(
                        MenuItem.list(
                                StoredFileCommands.OPEN,
                                StoredFileCommands.COPY_DIGEST,
                                StoredFileCommands.SAVE));
    }

    private static boolean isFile(RootfsRow row) {
        return row.change()
                .flatMap(RootfsChange::entry)
                .filter(member -> member.type() == Member.Type.FILE)
                .isPresent();
    }

    private static Optional<String> ink(RootfsRow row) {
        return row.change()
                .map(
                        change ->
                                switch (change.kind()) {
                                    case WRITTEN -> "ink-changed";
                                    case DELETED, EMPTIED -> "ink-removed";
                                });
    }

    private static String icon(RootfsRow row) {
        if (row.change().isEmpty()) {
            return "directory";
        }
        return row.change()
                .flatMap(RootfsChange::entry)
                .map(
                        member ->
                                switch (member.type()) {
                                    case DIRECTORY -> "directory";
                                    case FILE, SYMBOLIC_LINK, HARD_LINK, OTHER -> "file";
                                    case FIFO -> "fifo";
                                    case CHARACTER_DEVICE, BLOCK_DEVICE -> "device";
                                })
                .orElse("deleted-file");
    }
}
