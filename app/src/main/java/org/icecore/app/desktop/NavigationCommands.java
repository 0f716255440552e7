package org.icecore.app.desktop;

import java.util.List;
import java.util.Set;
import org.icecore.views.acquisition.AcquisitionView;
import org.icecore.views.archive.ArchiveView;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.compare.MappingsCompareView;
import org.icecore.views.compare.OpenFilesCompareView;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.images.ImagesView;
import org.icecore.views.search.SearchView;
import org.icecore.views.unknown.UnknownFieldsView;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;

/// Going to a place, to the next change, to a view.
final class NavigationCommands {
    static final String SEARCH = "search.memory";

    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final DesktopActions actions;

    NavigationCommands(
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            DesktopActions actions) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.actions = actions;
    }

    void contribute(CommandList list) {
        // An editor that is active goes to the address itself; elsewhere Quick Access finds it.
        list.add(
                CommandList.command(
                        DeskCommands.GO_TO,
                        "Navigate",
                        "Go To...",
                        "Goes to an address, a task, a file or a member by its name",
                        "goto"),
                Handler.of(() -> services.commands().execute(StandardCommands.QUICK_ACCESS)));
        list.add(
                "shortcut+h",
                CommandList.command(
                        SEARCH,
                        "Search",
                        "Search Memory...",
                        "Searches the memory of all tasks for text or bytes",
                        "search"),
                Handler.of(() -> services.parts().showView(SearchView.ID)));
        list.add(
                DeskCommands.command(DeskCommands.FOLLOW),
                new Follow(services, selection, actions).handler());
        var steps = new ChangeSteps(services.parts(), bench, services.errorLog());
        for (var step : List.of(DeskCommands.NEXT_CHANGE, DeskCommands.PREVIOUS_CHANGE)) {
            list.add(DeskCommands.command(step), steps.handler(step));
        }
        var own =
                Set.of(
                        DeskCommands.GO_TO,
                        DeskCommands.FOLLOW,
                        DeskCommands.NEXT_CHANGE,
                        DeskCommands.PREVIOUS_CHANGE);
        DeskCommands.all().stream()
                .filter(command -> !own.contains(command.id()))
                .forEach(list::add);
        list.keys(DeskCommands.keys());
        // The other views get a letter of their title.
        list.viewKey("h", SearchView.ID);
        list.viewKey("shift+m", MappingsCompareView.ID);
        list.viewKey("shift+o", OpenFilesCompareView.ID);
        list.viewKey("shift+u", UnknownFieldsView.ID);
        list.viewKey("shift+d", AcquisitionView.ID);
        list.viewKey("shift+i", ImagesView.ID);
        list.viewKey("shift+a", ArchiveView.ID);
        KernelParts.keys(list);
    }
}
