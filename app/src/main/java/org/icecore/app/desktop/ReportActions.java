package org.icecore.app.desktop;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.evidence.Digest;
import org.icecore.report.content.Extent;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DigestState;
import org.icecore.views.compare.CompareEditors;
import org.icecore.views.export.ReportExport;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.Parts;
import org.icecore.workbench.part.Perspective;

/// What the commands that write reports do.
final class ReportActions {
    private final Bench bench;
    private final BenchSelection selection;
    private final Parts parts;
    private final ReportExport export;
    private final ObservableValue<Boolean> open;
    private final ObservableValue<Boolean> compared;
    private final ObservableValue<Boolean> comparing;

    ReportActions(Bench bench, BenchSelection selection, Parts parts, ReportExport export) {
        this.bench = bench;
        this.selection = selection;
        this.parts = parts;
        this.export = export;
        open = selection.checkpoint().map(Optional::isPresent);
        compared = bench.comparison().map(state -> state.found().isPresent());
        comparing =
                Bindings.createBooleanBinding(
                        this::isComparing,
                        parts.frontEditor(),
                        parts.perspective(),
                        bench.comparison());
    }

    /// Reports on the comparison where it is what the examiner works on, else on the selected checkpoint.
    Handler whatIsWorkedOn() {
        return Handler.of(
                () -> {
                    if (isComparing()) {
                        comparison(Extent.WHOLE);
                    } else {
                        checkpoint();
                    }
                },
                comparing.flatMap(both -> both ? compared : open));
    }

    Handler ofTheCheckpoint() {
        return Handler.of(this::checkpoint, open);
    }

    Handler ofTheComparison(Extent extent) {
        return Handler.of(() -> comparison(extent), compared);
    }

    Handler openFolder() {
        return export.openFolder();
    }

    /// An editor of the comparison in front, or its perspective: whichever editor is in front there, the views around
    /// it compare.
    private boolean isComparing() {
        return bench.comparison().get().chosen().isPresent()
                && (parts.frontEditor().getValue().filter(CompareEditors::opens).isPresent()
                        || parts.perspective()
                                .getValue()
                                .map(Perspective::id)
                                .filter(DesktopPerspectives.COMPARE::equals)
                                .isPresent());
    }

    private void checkpoint() {
        selection
                .item()
                .get()
                .ifPresent(
                        item ->
                                item.checkpoint()
                                        .ifPresent(
                                                checkpoint ->
                                                        export.checkpoint(
                                                                checkpoint, digest(item))));
    }

    private void comparison(Extent extent) {
        var state = bench.comparison().get();
        state.found()
                .ifPresent(
                        comparison ->
                                state.chosen()
                                        .ifPresent(
                                                pair ->
                                                        export.comparison(
                                                                comparison,
                                                                extent,
                                                                digest(pair.before()),
                                                                digest(pair.after()))));
    }

    private static Optional<Digest> digest(BenchItem item) {
        return switch (item.sha256().get()) {
            case DigestState.Known(var digest) -> Optional.of(digest);
            case DigestState.Awaited _, DigestState.Computing _, DigestState.Unavailable _ ->
                    Optional.empty();
        };
    }
}
