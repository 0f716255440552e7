package org.icecore.views.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.content.ImageTable;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// The images of the checkpoint by kind. Enter opens one in the editor.
public final class ImagesView {
    /// Its id.
    public static final String ID = "images";

    private ImagesView() {}

    /// The view.
    ///
    /// @param open opens the editor of a member
    public static QuestionView<?> of(CheckpointQuestion.Sight sight, Consumer<MemberKey> open) {
        return new CheckpointQuestion<>(
                        "images", ImageTable::of, "The archive holds no image of CRIU.")
                .view(
                        look(),
                        sight,
                        (_, ref) -> {
                            if (ref instanceof ArtefactRef.OfMember(var id, var member)) {
                                open.accept(new MemberKey(id, member));
                            }
                        },
                        List.of(ImageCommands.OPEN));
    }

    private static GridLook<ImageTable.Row> look() {
        return GridLook.<ImageTable.Row>of(
                        ID,
                        "Images",
                        List.of("kind", "name", "entries", "size", "unknown", "defects", "stale"))
                .withWidths(
                        Map.of(
                                "kind", 120, "name", 240, "entries", 76, "size", 84, "unknown", 80,
                                "defects", 76, "stale", 60))
                .withIcon("name", _ -> Optional.of("image-file"))
                .withInks(
                        Map.of(
                                "unknown", row -> warning(row.unknown()),
                                "defects", row -> warning(row.defects())))
                .withContextMenu(MenuItem.list(ImageCommands.OPEN));
    }

    private static Optional<String> warning(Cell cell) {
        return cell instanceof Cell.Number(var count) && count == 0
                ? Optional.empty()
                : Optional.of("ink-warning");
    }
}
