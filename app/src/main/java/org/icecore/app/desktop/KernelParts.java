package org.icecore.app.desktop;

import java.util.List;
import org.icecore.views.filters.FiltersView;
import org.icecore.views.host.HostView;
import org.icecore.views.kernel.ContainerStateViews;
import org.icecore.views.kernel.KernelDesk;
import org.icecore.views.kernel.KernelViews;
import org.icecore.views.kernel.PeersView;
import org.icecore.views.kernel.QueuesView;
import org.icecore.workbench.part.ViewDescriptor;

/// The views of what the kernel kept for the tasks.
///
/// @param desk what they work with
record KernelParts(KernelDesk desk) {
    /// Second strokes behind the one that all views share.
    private static final List<Key> KEYS =
            List.of(
                    new Key("shift+s", KernelViews.SIGNALS),
                    new Key("shift+t", KernelViews.TIMERS),
                    new Key("shift+l", KernelViews.LOCKS),
                    new Key("shift+q", QueuesView.ID),
                    new Key("shift+p", PeersView.ID),
                    new Key("shift+w", KernelViews.WATCHES),
                    new Key("shift+r", KernelViews.TRAITS),
                    new Key("shift+v", ContainerStateViews.IPC),
                    new Key("shift+c", ContainerStateViews.CGROUPS),
                    new Key("shift+e", ContainerStateViews.TERMINALS),
                    new Key("shift+n", ContainerStateViews.NAMESPACE_SETTINGS),
                    new Key("shift+k", ContainerStateViews.TRACKED_CONNECTIONS),
                    new Key("shift+f", FiltersView.ID),
                    new Key("shift+h", HostView.ID));

    private record Key(String stroke, String view) {}

    /// In the order of the menu.
    List<ViewDescriptor> views() {
        var ofTasks = new KernelViews(desk);
        var ofContainer = new ContainerStateViews(desk);
        return List.of(
                ViewDescriptor.of(KernelViews.SIGNALS, "Signals", ofTasks::signals),
                ViewDescriptor.of(KernelViews.TIMERS, "Timers", ofTasks::timers),
                ViewDescriptor.of(KernelViews.LOCKS, "Locks", ofTasks::locks),
                ViewDescriptor.of(QueuesView.ID, "Queues", () -> QueuesView.of(desk)),
                ViewDescriptor.of(PeersView.ID, "Peers", () -> PeersView.of(desk)),
                ViewDescriptor.of(KernelViews.WATCHES, "Watches", ofTasks::watches),
                ViewDescriptor.of(KernelViews.TRAITS, "Traits", ofTasks::traits),
                ViewDescriptor.of(ContainerStateViews.IPC, "IPC", ofContainer::ipc),
                ViewDescriptor.of(
                        ContainerStateViews.CGROUPS, "Control Groups", ofContainer::cgroups),
                ViewDescriptor.of(
                        ContainerStateViews.TERMINALS, "Terminals", ofContainer::terminals),
                ViewDescriptor.of(
                        ContainerStateViews.NAMESPACE_SETTINGS,
                        "Namespace Settings",
                        ofContainer::namespaceSettings),
                ViewDescriptor.of(
                        ContainerStateViews.TRACKED_CONNECTIONS,
                        "Tracked Connections",
                        ofContainer::trackedConnections),
                ViewDescriptor.of(
                        FiltersView.ID,
                        "Filters",
                        () -> FiltersView.of(desk.sight(), desk.commands())),
                ViewDescriptor.of(
                        HostView.ID, "Host", () -> HostView.of(desk.sight(), desk.commands())));
    }

    /// Gives each its key.
    static void keys(CommandList list) {
        KEYS.forEach(key -> list.viewKey(key.stroke(), key.view()));
    }
}
