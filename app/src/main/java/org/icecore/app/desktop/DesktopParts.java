package org.icecore.app.desktop;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.views.files.FilesView;
import org.icecore.views.guide.GuideEditor;
import org.icecore.views.guide.GuideKey;
import org.icecore.views.mappings.MappingsView;
import org.icecore.views.overview.OverviewEditor;
import org.icecore.views.properties.PropertiesView;
import org.icecore.views.result.ChangeMarks;
import org.icecore.views.result.TableServices;
import org.icecore.views.sockets.SocketsView;
import org.icecore.views.tasks.TasksView;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.layout.Side;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.table.Mark;

/// All views and editors of the program. Whoever adds one adds it here, and to a perspective.
final class DesktopParts {
    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final TableServices tables;
    private final BooleanProperty socketsOfAll = new SimpleBooleanProperty(true);
    private final ObservableValue<Optional<Comparison>> comparison;
    private final ObservableValue<Function<ArtefactRef, Mark>> marks;

    DesktopParts(WorkbenchServices services, Bench bench, BenchSelection selection) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.tables = TableServices.of(services);
        this.comparison = Bindings.createObjectBinding(
                () -> services.parts().perspective().getValue()
                        .filter(perspective -> perspective.id().equals(DesktopPerspectives.COMPARE))
                        .flatMap(_ -> bench.comparison().get().found()),
                services.parts().perspective(),
                bench.comparison());
        this.marks = comparison.map(found -> found.map(ChangeMarks::of).orElse(ChangeMarks.NONE)::of);
    }

    /// The views, in the order of the menu.
    List<ViewDescriptor> views() {
        var commands = services.commands();
        var jobs = services.jobs();
        return List.of(
                ViewDescriptor.of(
                                EvidenceView.ID,
                                "Evidence",
                                () -> new EvidenceView(bench, selection, commands, services.parts(), tables))
                        .at(Side.LEFT),
                ViewDescriptor.of(
                                TasksView.ID,
                                "Tasks",
                                () -> new TasksView(bench, selection, comparison, commands, tables))
                        .at(Side.LEFT),
                ViewDescriptor.of(
                        FilesView.ID, "Open Files", () -> FilesView.of(selection, marks, tables, jobs)),
                ViewDescriptor.of(
                        SocketsView.ID,
                        "Sockets",
                        () -> SocketsView.of(selection, socketsOfAll, marks, tables, jobs)),
                ViewDescriptor.of(
                        MappingsView.ID, "Mappings", () -> MappingsView.of(selection, marks, commands, tables, jobs)),
                ViewDescriptor.of(PropertiesView.ID, "Properties", () -> new PropertiesView(selection))
                        .at(Side.RIGHT));
    }

    /// The editors; the first that understands a key opens it.
    ///
    /// Keys without a factory yet: [org.icecore.views.bench.MemoryKey], [org.icecore.views.bench.MemberKey].
    List<EditorFactory> editors() {
        return List.of(
                key -> key instanceof CheckpointId id
                        ? bench.item(id).<Editor>map(item -> new OverviewEditor(bench, item, this::showComparison))
                        : Optional.empty(),
                key -> key instanceof GuideKey guide
                        ? Optional.of(new GuideEditor(guide, Guides::text, id -> services.commands().execute(id)))
                        : Optional.empty());
    }

    /// Whether the Sockets view shows those of all tasks.
    BooleanProperty socketsOfAll() {
        return socketsOfAll;
    }

    private void showComparison() {
        services.parts().showPerspective(DesktopPerspectives.COMPARE);
    }
}
