package org.icecore.app.desktop;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.Pair;
import org.icecore.views.compare.ChangesView;
import org.icecore.views.compare.CompareEditors;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.views.compare.CompareParts;
import org.icecore.views.compare.MappingsCompareView;
import org.icecore.views.compare.OpenFilesCompareView;
import org.icecore.views.compare.WayBack;
import org.icecore.views.result.ChangeMarks;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.table.Mark;

/// The views and editors of two checkpoints compared, and the way to them and back.
final class ComparisonParts {
    private final WorkbenchServices services;
    private final Bench bench;
    private final CompareParts compared;
    private final ObservableValue<Optional<Comparison>> current;

    ComparisonParts(WorkbenchServices services, Bench bench) {
        this.services = services;
        this.bench = bench;
        this.compared = CompareParts.of(bench, services);
        var perspective = services.parts().perspective();
        this.current =
                Bindings.createObjectBinding(
                        () ->
                                perspective
                                        .getValue()
                                        .map(Perspective::id)
                                        .filter(DesktopPerspectives.COMPARE::equals)
                                        .flatMap(_ -> bench.comparison().get().found()),
                        perspective,
                        bench.comparison());
    }

    List<ViewDescriptor> views() {
        return List.of(
                ViewDescriptor.of(ChangesView.ID, "Changes", () -> new ChangesView(compared)),
                ViewDescriptor.of(
                        MappingsCompareView.ID,
                        "Mappings, Compared",
                        () -> MappingsCompareView.of(compared)),
                ViewDescriptor.of(
                        OpenFilesCompareView.ID,
                        "Open Files, Compared",
                        () -> OpenFilesCompareView.of(compared)));
    }

    EditorFactory editors() {
        return new CompareEditors(compared);
    }

    /// The comparison while it is what the examiner works on.
    ObservableValue<Optional<Comparison>> current() {
        return current;
    }

    /// How the current comparison marks what other views show; no marks without one.
    ObservableValue<Function<ArtefactRef, Mark>> marks() {
        return current.map(found -> found.map(ChangeMarks::of).orElse(ChangeMarks.NONE)::of);
    }

    /// Shows what changed between the two.
    void show() {
        services.parts().showPerspective(DesktopPerspectives.COMPARE);
        services.parts().openEditor(new CompareOverviewKey());
    }

    /// Shows what changed between the two, with a way back to where the examiner was.
    ///
    /// @param previous what was compared before
    void leadTo(Pair pair, String why, Optional<Pair> previous) {
        services.parts()
                .perspective()
                .getValue()
                .map(from -> new WayBack(pair, why, from.title(), () -> takeBack(from, previous)))
                .ifPresent(way -> compared.wayBack().set(Optional.of(way)));
        show();
    }

    private void takeBack(Perspective from, Optional<Pair> previous) {
        compared.wayBack().set(Optional.empty());
        previous.ifPresentOrElse(
                pair -> bench.compareAs(pair.before(), pair.after()), bench::forgetPair);
        if (previous.isEmpty()) {
            services.parts().editorKeys().stream()
                    .filter(CompareEditors::opens)
                    .toList()
                    .forEach(services.parts()::closeEditor);
        }
        services.parts().showPerspective(from.id());
    }
}
