package org.icecore.app.desktop;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.icecore.report.content.Extent;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.export.ReportExport;
import org.icecore.workbench.command.Handler;

/// What the menu of files does: open, close, report.
final class FileCommands {
    static final String EXIT = "file.exit";
    static final String REOPEN_LAST = "file.reopen-last";

    private final Bench bench;
    private final BenchSelection selection;
    private final DesktopActions actions;
    private final ReportActions reports;
    private final EvidenceActions evidence;

    FileCommands(
            Bench bench,
            BenchSelection selection,
            DesktopActions actions,
            ReportActions reports,
            EvidenceActions evidence) {
        this.bench = bench;
        this.selection = selection;
        this.actions = actions;
        this.reports = reports;
        this.evidence = evidence;
    }

    void contribute(CommandList list) {
        file(list);
        reports(list);
        sample(list);
    }

    private void file(CommandList list) {
        ObservableValue<Boolean> any = selection.item().map(Optional::isPresent);
        list.add(
                "shortcut+o",
                CommandList.command(
                        BenchCommands.OPEN,
                        "File",
                        "Open...",
                        "Opens checkpoint archives; two at once are compared",
                        "open"),
                Handler.of(evidence::open));
        list.add(
                "shortcut+shift+o d",
                CommandList.command(
                        BenchCommands.OPEN_FOLDER,
                        "File",
                        "Open Folder...",
                        "Opens a folder with images or with archives; each checkpoint in it by itself",
                        "open-folder"),
                Handler.of(evidence::openFolder));
        list.add(
                "shortcut+shift+o p",
                CommandList.command(
                        BenchCommands.SUPPLY_PARENT,
                        "File",
                        "Supply Parent...",
                        "Supplies the dump in which pages of the selected checkpoint lie; it is verified",
                        "supply-parent"),
                Handler.of(evidence.parents()::choose, evidence.parents().wanted()));
        list.add(
                "shortcut+shift+o h",
                CommandList.command(
                        BenchCommands.RAISE_LIMIT,
                        "File",
                        "Open With Higher Limit",
                        "Opens the selected evidence, which unpacks to more than is allowed, with four times the limit",
                        "raise-limit"),
                Handler.of(evidence.parents()::raiseLimit, evidence.parents().limited()));
        list.add(
                "shortcut+shift+o l",
                CommandList.command(
                        REOPEN_LAST,
                        "File",
                        "Reopen Last Evidence",
                        "Opens what lay on the bench when the program was last used",
                        "recent"),
                Handler.of(
                        evidence::reopenLast,
                        Bindings.createBooleanBinding(
                                () ->
                                        bench.items().isEmpty()
                                                && evidence.session().archives().isPresent(),
                                bench.items())));
        list.add(
                "shortcut+shift+f4",
                CommandList.command(
                        BenchCommands.CLOSE,
                        "File",
                        "Close Checkpoint",
                        "Takes the selected checkpoint from the bench",
                        "close-checkpoint"),
                Handler.of(evidence::close, any));
        list.add(
                "shortcut+q",
                CommandList.command(EXIT, "File", "Exit", "Closes the window", "exit"),
                Handler.of(actions::exit));
    }

    private void reports(CommandList list) {
        list.add("shortcut+p", ReportExport.EXPORT.withIcon("pdf"), reports.whatIsWorkedOn());
        list.add(
                "shortcut+shift+o k",
                ReportExport.CHECKPOINT.withIcon("checkpoint"),
                reports.ofTheCheckpoint());
        list.add(
                "shortcut+shift+p",
                ReportExport.COMPARISON.withIcon("report"),
                reports.ofTheComparison(Extent.WHOLE));
        list.add(
                "shortcut+shift+o c",
                ReportExport.CHANGES.withIcon("only-changes"),
                reports.ofTheComparison(Extent.CHANGES_ONLY));
        list.add(
                "shortcut+shift+o r",
                ReportExport.OPEN_FOLDER.withIcon("report-folder"),
                reports.openFolder());
    }

    private void sample(CommandList list) {
        list.add(
                "shortcut+shift+o s",
                CommandList.command(
                        BenchCommands.OPEN_SAMPLE,
                        "File",
                        "Open Sample Investigation",
                        "Opens two checkpoints of a container into which somebody broke",
                        "sample"),
                Handler.of(
                        evidence::openSample,
                        new ReadOnlyBooleanWrapper(evidence.hasSample()).getReadOnlyProperty()));
    }
}
