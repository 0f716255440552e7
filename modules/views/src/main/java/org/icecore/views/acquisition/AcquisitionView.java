package org.icecore.views.acquisition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.acquisition.AcquisitionTable;
import org.icecore.analysis.acquisition.Statement;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;

/// How the selected checkpoint was taken and what it does not hold. Enter opens the member that a statement was read from.
public final class AcquisitionView {
    /// Its id.
    public static final String ID = "acquisition";

    private AcquisitionView() {}

    /// The view.
    ///
    /// @param open opens the member behind an artefact
    public static QuestionView<Statement> of(
            CheckpointQuestion.Sight sight, Consumer<ArtefactRef> open) {
        return new CheckpointQuestion<>(
                        "acquisition",
                        AcquisitionTable::of,
                        "Nothing is known of how this checkpoint was taken.")
                .view(look(), sight, (_, ref) -> open.accept(ref), List.of());
    }

    private static GridLook<Statement> look() {
        return GridLook.<Statement>of(
                        ID, "Acquisition", List.of("topic", "bearing", "subject", "value", "why"))
                .withWidths(
                        Map.of(
                                "topic", 160, "bearing", 90, "subject", 210, "value", 380, "why",
                                520))
                .withIcon("bearing", row -> Optional.of(icon(row)))
                .withInks(Map.of("bearing", AcquisitionView::ink));
    }

    private static String icon(Statement row) {
        return switch (row.bearing()) {
            case FACT -> "info";
            case CAUTION -> "warning";
            case GAP -> "gap";
        };
    }

    private static Optional<String> ink(Statement row) {
        return switch (row.bearing()) {
            case FACT -> Optional.empty();
            case CAUTION, GAP -> Optional.of("ink-warning");
        };
    }
}
