package org.icecore.app.desktop;

import java.util.ArrayList;
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
import org.icecore.views.acquisition.AcquisitionView;
import org.icecore.views.archive.ArchiveView;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.Pair;
import org.icecore.views.compare.ChangesView;
import org.icecore.views.compare.CompareEditors;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.views.compare.CompareParts;
import org.icecore.views.compare.MappingsCompareView;
import org.icecore.views.compare.OpenFilesCompareView;
import org.icecore.views.compare.WayBack;
import org.icecore.views.credentials.CredentialsView;
import org.icecore.views.desk.StoredFileDeeds;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.views.files.FilesView;
import org.icecore.views.guide.GuideEditor;
import org.icecore.views.guide.GuideKey;
import org.icecore.views.images.ImageEditors;
import org.icecore.views.images.ImagesView;
import org.icecore.views.kernel.KernelDesk;
import org.icecore.views.mappings.MappingsView;
import org.icecore.views.memory.DataInspectorView;
import org.icecore.views.memory.MemoryEditors;
import org.icecore.views.mounts.MountsView;
import org.icecore.views.namespaces.NamespacesView;
import org.icecore.views.network.NetworkView;
import org.icecore.views.overview.OverviewEditor;
import org.icecore.views.properties.PropertiesView;
import org.icecore.views.recovered.RecoveredView;
import org.icecore.views.result.ChangeMarks;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.TableServices;
import org.icecore.views.rootfs.RootfsView;
import org.icecore.views.search.SearchView;
import org.icecore.views.sockets.SocketsView;
import org.icecore.views.tasks.TasksView;
import org.icecore.views.text.TextEditors;
import org.icecore.views.threads.ThreadsView;
import org.icecore.views.unknown.UnknownFieldsView;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.layout.Side;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.table.Mark;

/// All views and editors of the program. Whoever adds one adds it here, and to a perspective.
final class DesktopParts {
    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final TableServices tables;
    private final CompareParts compared;
    private final StoredFileDeeds files;
    private final BooleanProperty ofAllTasks = new SimpleBooleanProperty(true);
    private final ObservableValue<Optional<Comparison>> comparison;
    private final ObservableValue<Function<ArtefactRef, Mark>> marks;

    DesktopParts(WorkbenchServices services, Bench bench, BenchSelection selection) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.tables = TableServices.of(services);
        this.compared = CompareParts.of(bench, services);
        this.files = new StoredFileDeeds(selection, services, DesktopActions::copy);
        this.comparison =
                Bindings.createObjectBinding(
                        () ->
                                services.parts()
                                        .perspective()
                                        .getValue()
                                        .filter(
                                                perspective ->
                                                        perspective
                                                                .id()
                                                                .equals(
                                                                        DesktopPerspectives
                                                                                .COMPARE))
                                        .flatMap(_ -> bench.comparison().get().found()),
                        services.parts().perspective(),
                        bench.comparison());
        this.marks =
                comparison.map(found -> found.map(ChangeMarks::of).orElse(ChangeMarks.NONE)::of);
    }

    /// The views, in the order of the menu.
    List<ViewDescriptor> views() {
        var views = new ArrayList<ViewDescriptor>();
        views.addAll(ofTheSelection());
        views.addAll(ofTheContainer());
        views.addAll(new KernelParts(kernelDesk()).views());
        views.addAll(ofMemory());
        views.addAll(ofTheComparison());
        return List.copyOf(views);
    }

    private List<ViewDescriptor> ofTheSelection() {
        var commands = services.commands();
        var jobs = services.jobs();
        var sight = new CheckpointQuestion.Sight(selection, marks, tables, jobs);
        return List.of(
                ViewDescriptor.of(
                                EvidenceView.ID,
                                "Evidence",
                                () ->
                                        new EvidenceView(
                                                bench,
                                                selection,
                                                commands,
                                                services.parts(),
                                                tables))
                        .at(Side.LEFT),
                ViewDescriptor.of(
                                TasksView.ID,
                                "Tasks",
                                () -> new TasksView(bench, selection, comparison, commands, tables))
                        .at(Side.LEFT),
                ViewDescriptor.of(
                        FilesView.ID,
                        "Open Files",
                        () -> FilesView.of(selection, marks, tables, jobs)),
                ViewDescriptor.of(
                        SocketsView.ID, "Sockets", () -> SocketsView.of(sight, ofAllTasks)),
                ViewDescriptor.of(
                        MappingsView.ID,
                        "Mappings",
                        () -> MappingsView.of(selection, marks, commands, tables, jobs)),
                ViewDescriptor.of(
                                PropertiesView.ID,
                                "Properties",
                                () -> new PropertiesView(selection))
                        .at(Side.RIGHT));
    }

    /// What is asked of the checkpoint as a whole, whichever task is selected.
    private List<ViewDescriptor> ofTheContainer() {
        var sight = new CheckpointQuestion.Sight(selection, marks, tables, services.jobs());
        var parts = services.parts();
        Runnable properties = () -> parts.showView(PropertiesView.ID);
        return List.of(
                ViewDescriptor.of(
                        ThreadsView.ID,
                        "Threads",
                        () -> ThreadsView.of(sight, services.commands())),
                ViewDescriptor.of(
                        CredentialsView.ID,
                        "Credentials",
                        () -> CredentialsView.of(sight, properties)),
                ViewDescriptor.of(
                        NamespacesView.ID,
                        "Namespaces",
                        () -> NamespacesView.of(sight, properties)),
                ViewDescriptor.of(MountsView.ID, "Mounts", () -> MountsView.of(sight, properties)),
                ViewDescriptor.of(
                        MountsView.SPECIFIED,
                        "Mounts of the Specification",
                        () -> MountsView.specified(sight, properties)),
                ViewDescriptor.of(
                        NetworkView.ID, "Network", () -> NetworkView.of(sight, properties)),
                ViewDescriptor.of(
                        RootfsView.ID,
                        "Root Filesystem Changes",
                        () -> RootfsView.of(sight, files::open)),
                ViewDescriptor.of(
                        RecoveredView.ID,
                        "Recovered Files",
                        () -> RecoveredView.of(sight, files::open)),
                ViewDescriptor.of(
                        UnknownFieldsView.ID,
                        "Unknown Fields",
                        () -> UnknownFieldsView.of(sight, this::openMember)),
                ViewDescriptor.of(
                        AcquisitionView.ID,
                        "Acquisition",
                        () -> AcquisitionView.of(sight, this::openMember)),
                ViewDescriptor.of(
                        ImagesView.ID, "Images", () -> ImagesView.of(sight, parts::openEditor)),
                ViewDescriptor.of(
                        ArchiveView.ID,
                        "Archive",
                        () -> ArchiveView.of(sight, parts::openEditor, files::open)));
    }

    private KernelDesk kernelDesk() {
        return new KernelDesk(
                new CheckpointQuestion.Sight(selection, marks, tables, services.jobs()),
                ofAllTasks,
                services.commands(),
                () -> services.parts().showView(PropertiesView.ID),
                files);
    }

    private void openMember(ArtefactRef ref) {
        if (ref instanceof ArtefactRef.OfMember(var id, var member)) {
            services.parts().openEditor(new MemberKey(id, member));
        }
    }

    /// What can be done with files within a checkpoint.
    StoredFileDeeds files() {
        return files;
    }

    private List<ViewDescriptor> ofMemory() {
        return List.of(
                ViewDescriptor.of(
                                DataInspectorView.ID,
                                "Data Inspector",
                                () -> new DataInspectorView(bench::checkpoint, services))
                        .at(Side.RIGHT),
                ViewDescriptor.of(
                        SearchView.ID, "Search", () -> new SearchView(bench, selection, services)));
    }

    private List<ViewDescriptor> ofTheComparison() {
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

    /// The editors; the first that understands a key opens it.
    List<EditorFactory> editors() {
        return List.of(
                key ->
                        key instanceof CheckpointId id
                                ? bench.item(id)
                                        .<Editor>map(
                                                item ->
                                                        new OverviewEditor(
                                                                bench,
                                                                item,
                                                                this::showComparison,
                                                                () ->
                                                                        services.parts()
                                                                                .showView(
                                                                                        DefectWords
                                                                                                .WHERE),
                                                                () ->
                                                                        services.commands()
                                                                                .execute(
                                                                                        BenchCommands
                                                                                                .SUPPLY_PARENT)))
                                : Optional.empty(),
                key ->
                        key instanceof GuideKey guide
                                ? Optional.of(
                                        new GuideEditor(
                                                guide,
                                                Guides::text,
                                                id -> services.commands().execute(id)))
                                : Optional.empty(),
                new CompareEditors(compared),
                ImageEditors.of(bench, services),
                TextEditors.of(bench, services),
                MemoryEditors.of(bench, services));
    }

    /// The comparison while it is what the examiner works on.
    ObservableValue<Optional<Comparison>> comparison() {
        return comparison;
    }

    /// Whether views show what all tasks have, and not the selected one alone.
    BooleanProperty ofAllTasks() {
        return ofAllTasks;
    }

    /// Shows what changed between the two.
    void showComparison() {
        services.parts().showPerspective(DesktopPerspectives.COMPARE);
        services.parts().openEditor(new CompareOverviewKey());
    }

    /// Shows what changed between the two, with a way back to where the examiner was.
    ///
    /// @param previous what was compared before
    void leadToComparison(Pair pair, String why, Optional<Pair> previous) {
        services.parts()
                .perspective()
                .getValue()
                .ifPresent(
                        from ->
                                compared.wayBack()
                                        .set(
                                                Optional.of(
                                                        new WayBack(
                                                                pair,
                                                                why,
                                                                from.title(),
                                                                () -> takeBack(from, previous)))));
        showComparison();
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
