package org.icecore.views.unknown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;

/// The fields of all images that the schema has no number for. Enter opens the image.
public final class UnknownFieldsView {
    /// Its id.
    public static final String ID = "unknown-fields";

    private UnknownFieldsView() {}

    /// The view.
    ///
    /// @param open opens the member behind an artefact
    public static QuestionView<UnknownContent.Row> of(
            CheckpointQuestion.Sight sight, Consumer<ArtefactRef> open) {
        return new CheckpointQuestion<>(
                        "unknown fields",
                        (checkpoint, progress) -> UnknownContent.of(checkpoint, progress).table(),
                        "Every field of every image is known to this release.")
                .view(look(), sight, (_, ref) -> open.accept(ref), List.of());
    }

    private static GridLook<UnknownContent.Row> look() {
        return GridLook.<UnknownContent.Row>of(
                        ID,
                        "Unknown Fields",
                        List.of("image", "field", "form", "count", "bytes", "first", "at"))
                .withWidths(
                        Map.of(
                                "image", 240, "field", 220, "form", 110, "count", 72, "bytes", 84,
                                "first", 220, "at", 280))
                .withIcon("image", _ -> Optional.of("unknown-image"));
    }
}
