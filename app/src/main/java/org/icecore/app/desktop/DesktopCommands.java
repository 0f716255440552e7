package org.icecore.app.desktop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.report.content.Extent;
import org.icecore.views.acquisition.AcquisitionView;
import org.icecore.views.archive.ArchiveView;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.compare.MappingsCompareView;
import org.icecore.views.compare.OpenFilesCompareView;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.export.ReportExport;
import org.icecore.views.images.ImageCommands;
import org.icecore.views.images.ImageDeeds;
import org.icecore.views.images.ImagesView;
import org.icecore.views.kernel.OtherEnd;
import org.icecore.views.search.SearchView;
import org.icecore.views.unknown.UnknownFieldsView;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;

/// The commands of the program with their keys, menus and tool bar.
final class DesktopCommands {
    static final String EXIT = "file.exit";
    static final String REOPEN_LAST = "file.reopen-last";
    static final String SEARCH = "search.memory";
    static final String SHOW_COMPARISON = "compare.show";
    static final String SWAP = "compare.swap";
    static final String STOP_COMPARING = "compare.stop";
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
        file(builder);
        reports(builder);
        evidence(builder);
        storedFiles(builder);
        images(builder);
        navigation(builder);
        comparison(builder);
        help(builder);
        new DesktopMenus(services, evidence).contribute(builder);
    }

    private void file(WorkbenchContributions.Builder builder) {
        ObservableValue<Boolean> any = selection.item().map(Optional::isPresent);
        add(
                builder,
                "shortcut+o",
                command(
                        BenchCommands.OPEN,
                        "File",
                        "Open...",
                        "Opens checkpoint archives; two at once are compared",
                        "open"),
                Handler.of(evidence::open));
        add(
                builder,
                "shortcut+shift+o d",
                command(
                        BenchCommands.OPEN_FOLDER,
                        "File",
                        "Open Folder...",
                        "Opens a folder with images or with archives; each checkpoint in it by itself",
                        "open-folder"),
                Handler.of(evidence::openFolder));
        add(
                builder,
                "shortcut+shift+o p",
                command(
                        BenchCommands.SUPPLY_PARENT,
                        "File",
                        "Supply Parent...",
                        "Supplies the dump in which pages of the selected checkpoint lie; it is verified",
                        "supply-parent"),
                Handler.of(evidence.parents()::choose, evidence.parents().wanted()));
        add(
                builder,
                "shortcut+shift+o h",
                command(
                        BenchCommands.RAISE_LIMIT,
                        "File",
                        "Open With Higher Limit",
                        "Opens the selected evidence, which unpacks to more than is allowed, with four times the limit",
                        "raise-limit"),
                Handler.of(evidence.parents()::raiseLimit, evidence.parents().limited()));
        add(
                builder,
                "shortcut+shift+o l",
                command(
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
        add(
                builder,
                "shortcut+shift+f4",
                command(
                        BenchCommands.CLOSE,
                        "File",
                        "Close Checkpoint",
                        "Takes the selected checkpoint from the bench",
                        "close-checkpoint"),
                Handler.of(evidence::close, any));
        add(
                builder,
                "shortcut+q",
                command(EXIT, "File", "Exit", "Closes the window", "exit"),
                Handler.of(actions::exit));
    }

    private void reports(WorkbenchContributions.Builder builder) {
        add(builder, "shortcut+p", ReportExport.EXPORT.withIcon("pdf"), reports.whatIsWorkedOn());
        add(
                builder,
                "shortcut+shift+o k",
                ReportExport.CHECKPOINT.withIcon("checkpoint"),
                reports.ofTheCheckpoint());
        add(
                builder,
                "shortcut+shift+p",
                ReportExport.COMPARISON.withIcon("report"),
                reports.ofTheComparison(Extent.WHOLE));
        add(
                builder,
                "shortcut+shift+o c",
                ReportExport.CHANGES.withIcon("only-changes"),
                reports.ofTheComparison(Extent.CHANGES_ONLY));
        add(
                builder,
                "shortcut+shift+o r",
                ReportExport.OPEN_FOLDER.withIcon("report-folder"),
                reports.openFolder());
    }

    private void evidence(WorkbenchContributions.Builder builder) {
        ObservableValue<Boolean> any = selection.item().map(Optional::isPresent);
        ObservableValue<Boolean> open = selection.checkpoint().map(Optional::isPresent);
        add(
                builder,
                "shortcut+shift+o s",
                command(
                        BenchCommands.OPEN_SAMPLE,
                        "File",
                        "Open Sample Investigation",
                        "Opens two checkpoints of a container into which somebody broke",
                        "sample"),
                Handler.of(
                        evidence::openSample,
                        evidence.hasSample() ? Handler.of(() -> {}).enabled() : never()));
        add(
                builder,
                "shortcut+shift+o o",
                command(
                        BenchCommands.OPEN_OVERVIEW,
                        "Evidence",
                        "Open Overview",
                        "Shows the selected checkpoint at a glance",
                        "checkpoint"),
                Handler.of(actions::openOverview, any));
        add(
                builder,
                "shortcut+shift+y p",
                command(
                        BenchCommands.COPY_PATH,
                        "Evidence",
                        "Copy Path",
                        "Copies the path of the selected checkpoint's file",
                        "copy-path"),
                Handler.of(actions::copyPath, any));
        add(
                builder,
                "shortcut+shift+y s",
                command(
                        BenchCommands.COPY_DIGEST,
                        "Evidence",
                        "Copy SHA-256",
                        "Copies the digest of the selected checkpoint's file",
                        "copy-digest"),
                Handler.of(actions::copyDigest, open));
        add(
                builder,
                "f4",
                command(
                        BenchCommands.REVEAL_MEMORY,
                        "Navigate",
                        "Show Memory",
                        "Shows the bytes of the selected task, mapping or range",
                        "hex"),
                Handler.of(actions::revealMemory, selection.task().map(Optional::isPresent)));
        add(
                builder,
                "shortcut+shift+a",
                command(
                        BenchCommands.ALL_TASKS,
                        "Evidence",
                        "Of All Tasks",
                        "Shows what all tasks of the container have, such as sockets, or the selected task alone",
                        "scope-all"),
                Handler.toggle(
                        () -> parts.ofAllTasks().set(!parts.ofAllTasks().get()),
                        parts.ofAllTasks()));
        add(
                builder,
                "f7",
                command(
                        BenchCommands.OTHER_END,
                        "Navigate",
                        "Step to Other End",
                        "Selects who holds the other end of the selected pipe, connection or terminal",
                        "other-end"),
                new OtherEnd(selection, services.jobs(), actions::tell).handler());
    }

    private void storedFiles(WorkbenchContributions.Builder builder) {
        var files = parts.files();
        for (var command : StoredFileCommands.all()) {
            switch (command.id()) {
                case StoredFileCommands.OPEN ->
                        storedFile(builder, "shortcut+shift+o f", command, files::open);
                case StoredFileCommands.COPY_DIGEST ->
                        storedFile(builder, "shortcut+shift+y f", command, files::copyDigest);
                case StoredFileCommands.SAVE ->
                        storedFile(builder, "shortcut+shift+s", command, files::save);
                default -> throw new IllegalStateException("no deed for " + command.id());
            }
        }
    }

    private void storedFile(
            WorkbenchContributions.Builder builder, String keys, Command command, Runnable deed) {
        add(builder, keys, command, Handler.of(deed, parts.files().possible()));
    }

    /// The editor of an image handles the others.
    private void images(WorkbenchContributions.Builder builder) {
        var deeds = new ImageDeeds(selection, services.parts());
        for (var command : ImageCommands.all()) {
            switch (command.id()) {
                case ImageCommands.OPEN -> builder.command(command, deeds.open());
                case ImageCommands.REVEAL -> builder.command(command, deeds.reveal());
                case ImageCommands.REVEAL_MEMBER ->
                        builder.command(command, deeds.revealMember(ArchiveView.ID));
                default -> builder.command(command);
            }
        }
        ImageCommands.keys().forEach(key -> builder.key(key.keys().toString(), key.commandId()));
    }

    private void navigation(WorkbenchContributions.Builder builder) {
        // An editor that is active goes to the address itself; elsewhere Quick Access finds it.
        add(
                builder,
                "",
                command(
                        DeskCommands.GO_TO,
                        "Navigate",
                        "Go To...",
                        "Goes to an address, a task, a file or a member by its name",
                        "goto"),
                Handler.of(() -> services.commands().execute(StandardCommands.QUICK_ACCESS)));
        add(
                builder,
                "shortcut+h",
                command(
                        SEARCH,
                        "Search",
                        "Search Memory...",
                        "Searches the memory of all tasks for text or bytes",
                        "search"),
                Handler.of(() -> services.parts().showView(SearchView.ID)));
        add(
                builder,
                "",
                DeskCommands.command(DeskCommands.FOLLOW),
                new Follow(services, selection, actions).handler());
        var steps = new ChangeSteps(services.parts(), bench, services.errorLog());
        for (var step : List.of(DeskCommands.NEXT_CHANGE, DeskCommands.PREVIOUS_CHANGE)) {
            builder.command(DeskCommands.command(step), steps.handler(step));
        }
        var own =
                Set.of(
                        DeskCommands.GO_TO,
                        DeskCommands.FOLLOW,
                        DeskCommands.NEXT_CHANGE,
                        DeskCommands.PREVIOUS_CHANGE);
        DeskCommands.all().stream()
                .filter(command -> !own.contains(command.id()))
                .forEach(builder::command);
        DeskCommands.keys().forEach(key -> builder.key(key.keys().toString(), key.commandId()));
        // The other views get a letter of their title.
        viewKey(builder, "h", SearchView.ID);
        viewKey(builder, "shift+m", MappingsCompareView.ID);
        viewKey(builder, "shift+o", OpenFilesCompareView.ID);
        viewKey(builder, "shift+u", UnknownFieldsView.ID);
        viewKey(builder, "shift+d", AcquisitionView.ID);
        viewKey(builder, "shift+i", ImagesView.ID);
        viewKey(builder, "shift+a", ArchiveView.ID);
        KernelParts.keys(builder);
    }

    private static void viewKey(WorkbenchContributions.Builder builder, String key, String view) {
        builder.key("alt+shift+q " + key, StandardCommands.showView(view));
        builder.key("shortcut+shift+q " + key, StandardCommands.showView(view));
    }

    private void comparison(WorkbenchContributions.Builder builder) {
        var several = Bindings.createBooleanBinding(() -> bench.items().size() > 1, bench.items());
        ObservableValue<Boolean> chosen =
                bench.comparison().map(state -> state.chosen().isPresent());
        add(
                builder,
                "shortcut+d",
                command(
                        BenchCommands.CHOOSE_PAIR,
                        "Compare",
                        "Compare...",
                        "Chooses two open checkpoints and compares them",
                        "compare"),
                Handler.of(actions::choosePair, several));
        add(
                builder,
                "shortcut+shift+d v",
                command(
                        SHOW_COMPARISON,
                        "Compare",
                        "Show Comparison",
                        "Shows what changed between the two checkpoints",
                        "show-comparison"),
                Handler.of(parts::showComparison, chosen));
        add(
                builder,
                "shortcut+shift+d s",
                command(
                        SWAP,
                        "Compare",
                        "Swap Before and After",
                        "Compares the other way round",
                        "swap"),
                Handler.of(bench::swap, chosen));
        add(
                builder,
                "shortcut+shift+d x",
                command(
                        STOP_COMPARING,
                        "Compare",
                        "Stop Comparing",
                        "Forgets the pair and its comparison",
                        "stop-comparing"),
                Handler.of(bench::forgetPair, chosen));
    }

    private void help(WorkbenchContributions.Builder builder) {
        add(
                builder,
                "f1",
                command(GUIDE, "Help", "Guide", "Explains the program", "help"),
                Handler.of(() -> services.parts().openEditor(Guides.GUIDE)));
        add(
                builder,
                "shift+f1",
                command(
                        SAMPLE_GUIDE,
                        "Help",
                        "Sample Investigation",
                        "Tells what happened in the sample and how to find it",
                        "sample"),
                Handler.of(() -> services.parts().openEditor(Guides.SAMPLE)));
        add(
                builder,
                "shortcut+f1",
                command(ABOUT, "Help", "About Icecore", "Version and licence", "about"),
                Handler.of(actions::about));
    }

    private static void add(
            WorkbenchContributions.Builder builder, String keys, Command command, Handler handler) {
        builder.command(command, handler);
        if (!keys.isEmpty()) {
            builder.key(keys, command.id());
        }
    }

    private static Command command(
            String id, String category, String title, String description, String icon) {
        return Command.of(id, category, title, description).withIcon(icon);
    }

    private static ObservableValue<Boolean> never() {
        return new javafx.beans.property.ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
    }

    /// The kinds of files that hold checkpoints.
    static List<String> patterns() {
        return List.of("*.tar", "*.tar.gz", "*.tgz", "*.tar.zst", "*.tar.xz", "*.tar.bz2", "*.zip");
    }
}
