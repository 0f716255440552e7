package org.icecore.app.desktop;

import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;

/// The commands of the program with their keys, menus and tool bar.
final class DesktopCommands {
    static final String GUIDE = "help.guide";
    static final String SAMPLE_GUIDE = "help.sample";
    static final String ABOUT = "help.about";

    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final DesktopParts parts;
    private final DesktopActions actions;
    private final ReportActions reports;
    private final EvidenceActions evidence;

    DesktopCommands(
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            DesktopParts parts,
            DesktopActions actions,
            ReportActions reports,
            EvidenceActions evidence) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.parts = parts;
        this.actions = actions;
        this.reports = reports;
        this.evidence = evidence;
    }

    /// Adds all of them.
    void contribute(WorkbenchContributions.Builder builder) {
        var list = new CommandList(builder);
        new FileCommands(bench, selection, actions, reports, evidence).contribute(list);
        new EvidenceCommands(services, selection, parts, actions).contribute(list);
        new NavigationCommands(services, bench, selection, actions).contribute(list);
        new CompareCommands(bench, parts, actions).contribute(list);
        help(list);
        new DesktopMenus(services, evidence).contribute(builder);
    }

    private void help(CommandList list) {
        list.add(
                "f1",
                CommandList.command(GUIDE, "Help", "Guide", "Explains the program", "help"),
                Handler.of(() -> services.parts().openEditor(Guides.GUIDE)));
        list.add(
                "shift+f1",
                CommandList.command(
                        SAMPLE_GUIDE,
                        "Help",
                        "Sample Investigation",
                        "Tells what happened in the sample and how to find it",
                        "sample"),
                Handler.of(() -> services.parts().openEditor(Guides.SAMPLE)));
        list.add(
                "shortcut+f1",
                CommandList.command(ABOUT, "Help", "About Icecore", "Version and licence", "about"),
                Handler.of(actions::about));
    }
}
