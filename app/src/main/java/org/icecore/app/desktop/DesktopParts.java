package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.acquisition.AcquisitionView;
import org.icecore.views.archive.ArchiveView;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.credentials.CredentialsView;
import org.icecore.views.desk.ContentDigests;
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
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.TableServices;
import org.icecore.views.rootfs.RootfsView;
import org.icecore.views.search.SearchView;
import org.icecore.views.sockets.SocketsView;
import org.icecore.views.tasks.TasksView;
import org.icecore.views.text.TextEditors;
import org.icecore.views.threads.ThreadsView;
import org.icecore.views.unknown.UnknownFieldsView;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.layout.Side;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.ViewDescriptor;

/// All views and editors of the program. Whoever adds one adds it here, and to a perspective.
final class DesktopParts {
    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final TableServices tables;
    private final StoredFileDeeds files;
    private final ContentDigests digests;
    private final ComparisonParts comparison;
    private final CheckpointQuestion.Sight sight;
    private final BooleanProperty ofAllTasks = new SimpleBooleanProperty(true);

    DesktopParts(WorkbenchServices services, Bench bench, BenchSelection selection) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.tables = TableServices.of(services);
        this.files = new StoredFileDeeds(selection, services, DesktopActions::copy);
        this.digests = new ContentDigests(services.jobs());
        this.comparison = new ComparisonParts(services, bench);
        this.sight =
                new CheckpointQuestion.Sight(
                        selection, comparison.marks(), tables, services.jobs());
    }

    /// The views, in the order of the menu.
    List<ViewDescriptor> views() {
        var views = new ArrayList<ViewDescriptor>();
        views.addAll(ofTheSelection());
        views.addAll(ofTheContainer());
        views.addAll(new KernelParts(kernelDesk()).views());
        views.addAll(ofMemory());
        views.addAll(comparison.views());
        return List.copyOf(views);
    }

    private List<ViewDescriptor> ofTheSelection() {
        var commands = services.commands();
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
                                () ->
                                        new TasksView(
                                                bench,
                                                selection,
                                                comparison.current(),
                                                commands,
                                                ofATask(),
                                                tables))
                        .at(Side.LEFT),
                ViewDescriptor.of(
                        FilesView.ID, "Open Files", () -> FilesView.of(sight, ofAllTasks, files)),
                ViewDescriptor.of(
                        SocketsView.ID, "Sockets", () -> SocketsView.of(sight, ofAllTasks)),
                ViewDescriptor.of(
                        MappingsView.ID, "Mappings", () -> MappingsView.of(sight, commands)),
                ViewDescriptor.of(
                                PropertiesView.ID,
                                "Properties",
                                () -> new PropertiesView(selection, digests))
                        .at(Side.RIGHT));
    }

    /// Where a reader goes from a task: there its rows are marked.
    private static List<String> ofATask() {
        return Stream.of(
                        FilesView.ID,
                        SocketsView.ID,
                        MappingsView.ID,
                        ThreadsView.ID,
                        CredentialsView.ID,
                        PropertiesView.ID)
                .map(StandardCommands::showView)
                .toList();
    }

    /// What is asked of the checkpoint as a whole, whichever task is selected.
    private List<ViewDescriptor> ofTheContainer() {
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
                        () -> RecoveredView.of(sight, files::open, digests)),
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
                sight,
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

    /// The editors; the first that understands a key opens it.
    List<EditorFactory> editors() {
        return List.of(
                key -> key instanceof CheckpointId id ? overview(id) : Optional.empty(),
                key -> key instanceof GuideKey guide ? Optional.of(guide(guide)) : Optional.empty(),
                comparison.editors(),
                ImageEditors.of(bench, services),
                TextEditors.of(bench, services),
                MemoryEditors.of(bench, services));
    }

    private Optional<Editor> overview(CheckpointId id) {
        return bench.item(id)
                .map(
                        item ->
                                new OverviewEditor(
                                        bench,
                                        item,
                                        comparison::show,
                                        () -> services.parts().showView(DefectWords.WHERE),
                                        () ->
                                                services.commands()
                                                        .execute(BenchCommands.SUPPLY_PARENT)));
    }

    private Editor guide(GuideKey guide) {
        return new GuideEditor(guide, Guides::text, id -> services.commands().execute(id));
    }

    /// The views and editors of two checkpoints compared.
    ComparisonParts comparison() {
        return comparison;
    }

    /// Whether views show what all tasks have, and not the selected one alone.
    BooleanProperty ofAllTasks() {
        return ofAllTasks;
    }
}
