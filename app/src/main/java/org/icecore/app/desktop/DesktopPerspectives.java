package org.icecore.app.desktop;

import java.util.List;
import org.icecore.views.compare.ChangesView;
import org.icecore.views.compare.MappingsCompareView;
import org.icecore.views.compare.OpenFilesCompareView;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.views.files.FilesView;
import org.icecore.views.filters.FiltersView;
import org.icecore.views.host.HostView;
import org.icecore.views.kernel.ContainerStateViews;
import org.icecore.views.kernel.KernelViews;
import org.icecore.views.kernel.PeersView;
import org.icecore.views.kernel.QueuesView;
import org.icecore.views.mappings.MappingsView;
import org.icecore.views.memory.DataInspectorView;
import org.icecore.views.mounts.MountsView;
import org.icecore.views.namespaces.NamespacesView;
import org.icecore.views.properties.PropertiesView;
import org.icecore.views.rootfs.RootfsView;
import org.icecore.views.search.SearchView;
import org.icecore.views.sockets.SocketsView;
import org.icecore.views.tasks.TasksView;
import org.icecore.views.threads.ThreadsView;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.Perspective;

/// The built-in perspectives.
final class DesktopPerspectives {
    static final String TRIAGE = "triage";
    static final String MEMORY = "memory";
    static final String KERNEL = "kernel";
    static final String COMPARE = "compare";

    private DesktopPerspectives() {}

    static List<Perspective> all() {
        return List.of(
                Perspective.of(
                        TRIAGE, "Triage", "What the container was when it was frozen", triage()),
                Perspective.of(MEMORY, "Memory", "The bytes of a task", memory()),
                Perspective.of(
                        COMPARE, "Compare", "What changed between two checkpoints", compare()),
                Perspective.of(KERNEL, "Kernel", "What the kernel kept for the tasks", kernel()));
    }

    /// The tables below the editor reach under the properties: paths, flags and counts of pages want the width.
    private static Layout triage() {
        return Layout.leftRight(
                0.32,
                Layout.topBottom(0.38, Layout.stack(EvidenceView.ID), Layout.stack(TasksView.ID)),
                Layout.topBottom(
                        0.56,
                        Layout.leftRight(0.77, Layout.editors(), Layout.stack(PropertiesView.ID)),
                        Layout.stack(
                                FilesView.ID,
                                SocketsView.ID,
                                MappingsView.ID,
                                ThreadsView.ID,
                                MountsView.ID,
                                RootfsView.ID,
                                SearchView.ID)));
    }

    /// Leaves the editors room for 16 bytes in a row where the window has its usual size, and the mappings room for all that
    /// is known of their pages, and the numbers at the caret room for their digits; properties wrap.
    private static Layout memory() {
        return Layout.leftRight(
                0.29,
                Layout.topBottom(
                        0.45, Layout.stack(TasksView.ID), Layout.stack(DataInspectorView.ID)),
                Layout.topBottom(
                        0.64,
                        Layout.leftRight(0.8, Layout.editors(), Layout.stack(PropertiesView.ID)),
                        Layout.stack(MappingsView.ID, SearchView.ID)));
    }

    private static Layout kernel() {
        return Layout.leftRight(
                0.27,
                Layout.topBottom(0.5, Layout.stack(TasksView.ID), Layout.stack(FilesView.ID)),
                Layout.topBottom(
                        0.56,
                        Layout.leftRight(0.66, Layout.editors(), Layout.stack(PropertiesView.ID)),
                        Layout.stack(
                                KernelViews.SIGNALS,
                                KernelViews.TIMERS,
                                KernelViews.LOCKS,
                                QueuesView.ID,
                                PeersView.ID,
                                SocketsView.ID,
                                KernelViews.WATCHES,
                                ContainerStateViews.IPC,
                                ContainerStateViews.CGROUPS,
                                ContainerStateViews.TERMINALS,
                                NamespacesView.ID,
                                ContainerStateViews.NAMESPACE_SETTINGS,
                                KernelViews.TRAITS,
                                FiltersView.ID,
                                HostView.ID)));
    }

    /// Leaves two memories side by side room for whole rows where the window has its first size.
    private static Layout compare() {
        return Layout.leftRight(
                0.3,
                Layout.topBottom(0.3, Layout.stack(EvidenceView.ID), Layout.stack(TasksView.ID)),
                Layout.topBottom(
                        0.58,
                        Layout.editors(),
                        Layout.stack(
                                ChangesView.ID,
                                MappingsCompareView.ID,
                                OpenFilesCompareView.ID,
                                SocketsView.ID,
                                PropertiesView.ID)));
    }
}
