package org.icecore.views.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.content.ArchiveTable;
import org.icecore.analysis.content.PathNode;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.evidence.Member;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.result.Branches;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// All members of the archive by folder, and what lay in a tmpfs or in the root file system below what keeps it. Enter opens
/// one: images field by field, text as text, all others as bytes.
public final class ArchiveView {
    /// Its id.
    public static final String ID = "archive";

    private ArchiveView() {}

    /// The view.
    ///
    /// @param open opens the editor of a member
    /// @param within opens the content of a file within a member
    public static QuestionView<?> of(
            CheckpointQuestion.Sight sight,
            Consumer<MemberKey> open,
            Consumer<ArtefactRef> within) {
        return new CheckpointQuestion<>(
                        "members of the archive", ArchiveTable::of, "The archive is empty.")
                .view(
                        look(),
                        sight,
                        (row, ref) ->
                                row.member()
                                        .map(CheckpointMember::member)
                                        .filter(member -> member.type() == Member.Type.FILE)
                                        .ifPresent(
                                                member -> {
                                                    if (row.tmpfs().isPresent()
                                                            || row.export().isPresent()) {
                                                        within.accept(ref);
                                                    } else {
                                                        open.accept(
                                                                new MemberKey(
                                                                        ref.checkpoint(),
                                                                        member.name()));
                                                    }
                                                }),
                        List.of());
    }

    private static GridLook<ArchiveTable.Row> look() {
        return GridLook.<ArchiveTable.Row>of(
                        ID,
                        "Archive",
                        List.of(
                                "path",
                                "size",
                                "type",
                                "image",
                                "nested",
                                "mode",
                                "uid",
                                "gid",
                                "modified",
                                "location",
                                "link",
                                "below",
                                "stale"))
                .withWidths(
                        Map.ofEntries(
                                Map.entry("path", 280),
                                Map.entry("size", 84),
                                Map.entry("type", 90),
                                Map.entry("image", 130),
                                Map.entry("nested", 110),
                                Map.entry("mode", 130),
                                Map.entry("uid", 56),
                                Map.entry("gid", 56),
                                Map.entry("modified", 180),
                                Map.entry("location", 150),
                                Map.entry("link", 160),
                                Map.entry("below", 60),
                                Map.entry("stale", 60)))
                .withIcon("path", row -> Optional.of(icon(row)))
                .withTree(ArchiveView::tree)
                .withContextMenu(
                        MenuItem.list(
                                StoredFileCommands.OPEN,
                                StoredFileCommands.COPY_DIGEST,
                                StoredFileCommands.SAVE));
    }

    static Branches<ArchiveTable.Row> tree(ResultTable<ArchiveTable.Row> table) {
        return Branches.ofPaths(table.rows(), ArchiveTable.Row::path, PathNode::folder, 1);
    }

    private static String icon(ArchiveTable.Row row) {
        if (row.nested()) {
            return "archive";
        } else if (row.tmpfs().isPresent() || row.export().isPresent()) {
            return row.member().filter(ArchiveView::isDirectory).isPresent() ? "directory" : "file";
        }
        return row.member()
                .map(
                        member ->
                                member.image().isPresent()
                                        ? "image-file"
                                        : switch (member.member().type()) {
                                            case DIRECTORY -> "folder";
                                            case FILE, SYMBOLIC_LINK, HARD_LINK, OTHER -> "member";
                                            case FIFO -> "fifo";
                                            case CHARACTER_DEVICE, BLOCK_DEVICE -> "device";
                                        })
                .orElse("folder");
    }

    private static boolean isDirectory(CheckpointMember member) {
        return member.member().type() == Member.Type.DIRECTORY;
    }
}
