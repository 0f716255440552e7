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

    /// The tables reach below all else: paths, flags and counts of pages want the width, and the tasks above want theirs
    /// for command lines. The editor shows digests in full, and 16 bytes in a row on a screen of 1600 pixels.
    private static Layout triage() {
        return Layout.topBottom(
                0.62,
                Layout.leftRight(
                        0.37,
                        Layout.topBottom(
                                0.31, Layout.stack(EvidenceView.ID), Layout.stack(TasksView.ID)),
                        Layout.leftRight(0.82, Layout.editors(), Layout.stack(PropertiesView.ID))),
                Layout.stack(
                        FilesView.ID,
                        SocketsView.ID,
                        MappingsView.ID,
                        ThreadsView.ID,
                        MountsView.ID,
                        RootfsView.ID,
                        SearchView.ID));
    }

    /// Leaves the editors room for 16 bytes in a row where the window has its usual size, the numbers at the caret room
    /// for their digits, and the mappings room for all that is known of their pages.
    private static Layout memory() {
        return Layout.topBottom(
                0.7,
                Layout.leftRight(
                        0.41,
                        Layout.topBottom(
                                0.42,
                                Layout.stack(TasksView.ID),
                                Layout.stack(DataInspectorView.ID, PropertiesView.ID)),
                        Layout.editors()),
                Layout.stack(MappingsView.ID, SearchView.ID));
    }

    private static Layout kernel() {
        return Layout.topBottom(
                0.56,
                Layout.leftRight(
                        0.39,
                        Layout.stack(TasksView.ID, FilesView.ID),
                        Layout.leftRight(0.75, Layout.editors(), Layout.stack(PropertiesView.ID))),
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
                        ContainerStateViews.TRACKED_CONNECTIONS,
                        KernelViews.TRAITS,
                        FiltersView.ID,
                        HostView.ID));
    }

    /// Leaves two memories side by side room for whole rows where the window has its first size, and what changed room
    /// for the values before and after.
    private static Layout compare() {
        return Layout.topBottom(
                0.6,
                Layout.leftRight(
                        0.3,
                        Layout.topBottom(
                                0.34, Layout.stack(EvidenceView.ID), Layout.stack(TasksView.ID)),
                        Layout.editors()),
                Layout.stack(
                        ChangesView.ID,
                        MappingsCompareView.ID,
                        OpenFilesCompareView.ID,
                        SocketsView.ID,
                        PropertiesView.ID));
    }
}
