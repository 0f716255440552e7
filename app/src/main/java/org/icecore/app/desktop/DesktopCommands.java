package org.icecore.app.desktop;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.sockets.SocketsView;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;

/// The commands of the program with their keys, menus and tool bar.
final class DesktopCommands {
    static final String EXPORT_PDF = "file.export-pdf";
    static final String EXIT = "file.exit";
    static final String GO_TO = "navigate.go-to";
    static final String SWAP = "compare.swap";
    static final String NEXT_CHANGE = "compare.next";
    static final String PREVIOUS_CHANGE = "compare.previous";
    static final String STOP_COMPARING = "compare.stop";
    static final String GUIDE = "help.guide";
    static final String SAMPLE_GUIDE = "help.sample";
    static final String KEYS = "help.keys";
    static final String ABOUT = "help.about";

    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;
    private final DesktopParts parts;
    private final DesktopActions actions;

    DesktopCommands(
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection,
            DesktopParts parts,
            DesktopActions actions) {
        this.services = services;
        this.bench = bench;
        this.selection = selection;
        this.parts = parts;
        this.actions = actions;
    }

    /// Adds all of them.
    void contribute(WorkbenchContributions.Builder builder) {
        file(builder);
        evidence(builder);
        navigation(builder);
        comparison(builder);
        help(builder);
        menus(builder);
    }

    private void file(WorkbenchContributions.Builder builder) {
        ObservableValue<Boolean> any = selection.item().map(Optional::isPresent);
        ObservableValue<Boolean> open = selection.checkpoint().map(Optional::isPresent);
        add(builder, "shortcut+o", command(BenchCommands.OPEN, "File", "Open...",
                "Opens checkpoint archives; two at once are compared", "open"), Handler.of(actions::open));
        add(builder, "", command(BenchCommands.CLOSE, "File", "Close",
                "Takes the selected checkpoint from the bench", "close"), Handler.of(actions::close, any));
        add(builder, "shortcut+p", command(EXPORT_PDF, "File", "Export PDF...",
                "Writes a report of the selected checkpoint", "pdf"),
                Handler.of(actions::exportPdf, actions.exports() ? open : never()));
        add(builder, "shortcut+q", command(EXIT, "File", "Exit", "Closes the window", ""), Handler.of(actions::exit));
    }

    private void evidence(WorkbenchContributions.Builder builder) {
        ObservableValue<Boolean> any = selection.item().map(Optional::isPresent);
        ObservableValue<Boolean> open = selection.checkpoint().map(Optional::isPresent);
        add(builder, "", command(BenchCommands.OPEN_SAMPLE, "File", "Open Sample Investigation",
                "Opens two checkpoints of a container into which somebody broke", "evidence"),
                Handler.of(actions::openSample, actions.hasSample() ? Handler.of(() -> {}).enabled() : never()));
        add(builder, "", command(BenchCommands.OPEN_OVERVIEW, "Evidence", "Open Overview",
                "Shows the selected checkpoint at a glance", "checkpoint"), Handler.of(actions::openOverview, any));
        add(builder, "", command(BenchCommands.COPY_PATH, "Evidence", "Copy Path",
                "Copies the path of the selected checkpoint's file", "copy"), Handler.of(actions::copyPath, any));
        add(builder, "", command(BenchCommands.COPY_DIGEST, "Evidence", "Copy SHA-256",
                "Copies the digest of the selected checkpoint's file", "copy"),
                Handler.of(actions::copyDigest, open));
        add(builder, "f4", command(BenchCommands.REVEAL_MEMORY, "Navigate", "Show Memory",
                "Shows the bytes of the selected task, mapping or range", "hex"),
                Handler.of(actions::revealMemory, selection.task().map(Optional::isPresent)));
        add(builder, "", command(SocketsView.TOGGLE_ALL, "Evidence", "Sockets of All Tasks",
                "Shows the sockets of the whole container, or of the selected task", "container"),
                Handler.toggle(
                        () -> parts.socketsOfAll().set(!parts.socketsOfAll().get()), parts.socketsOfAll()));
    }

    private void navigation(WorkbenchContributions.Builder builder) {
        add(builder, "shortcut+g", command(GO_TO, "Navigate", "Go To...",
                "Goes to an address, a task, a file or a member by its name", "goto"),
                Handler.of(() -> services.commands().execute(StandardCommands.QUICK_ACCESS)));
        builder.key("shortcut+l", GO_TO);
        builder.command(command(BenchCommands.FIND, "Search", "Find", "Finds within the part that has the keys", "find"));
        builder.key("shortcut+f", BenchCommands.FIND);
    }

    private void comparison(WorkbenchContributions.Builder builder) {
        var several = Bindings.createBooleanBinding(() -> bench.items().size() > 1, bench.items());
        ObservableValue<Boolean> chosen = bench.comparison().map(state -> state.chosen().isPresent());
        add(builder, "", command(BenchCommands.CHOOSE_PAIR, "Compare", "Compare...",
                "Chooses two open checkpoints and compares them", "compare"), Handler.of(actions::choosePair, several));
        add(builder, "", command(SWAP, "Compare", "Swap Before and After",
                "Compares the other way round", "refresh"), Handler.of(bench::swap, chosen));
        add(builder, "", command(STOP_COMPARING, "Compare", "Stop Comparing",
                "Forgets the pair and its comparison", "cancel"), Handler.of(bench::forgetPair, chosen));
        builder.command(command(NEXT_CHANGE, "Compare", "Next Change", "Goes to the next change", "next-change"));
        builder.key("f8", NEXT_CHANGE);
        builder.command(command(
                PREVIOUS_CHANGE, "Compare", "Previous Change", "Goes to the change before", "previous-change"));
        builder.key("shift+f8", PREVIOUS_CHANGE);
    }

    private void help(WorkbenchContributions.Builder builder) {
        add(builder, "f1", command(GUIDE, "Help", "Guide", "Explains the program", "help"),
                Handler.of(() -> services.parts().openEditor(Guides.GUIDE)));
        add(builder, "", command(SAMPLE_GUIDE, "Help", "Sample Investigation",
                "Tells what happened in the sample and how to find it", "evidence"),
                Handler.of(() -> services.parts().openEditor(Guides.SAMPLE)));
        add(builder, "", command(KEYS, "Help", "Keys", "Lists all keys", "keys"),
                Handler.of(() -> services.commands().execute(StandardCommands.SHOW_KEYS)));
        add(builder, "", command(ABOUT, "Help", "About Icecore", "Version and licence", "info"),
                Handler.of(actions::about));
    }

    private void menus(WorkbenchContributions.Builder builder) {
        builder.menu("File", MenuItem.list(BenchCommands.OPEN, BenchCommands.OPEN_SAMPLE, "-", BenchCommands.CLOSE,
                        "-", EXPORT_PDF, "-", EXIT))
                .menu("Navigate", MenuItem.list(StandardCommands.BACK, StandardCommands.FORWARD, "-", GO_TO,
                        BenchCommands.REVEAL_MEMORY, BenchCommands.OPEN_OVERVIEW))
                .menu("Search", MenuItem.list(BenchCommands.FIND))
                .menu("Compare", MenuItem.list(BenchCommands.CHOOSE_PAIR, SWAP, STOP_COMPARING, "-",
                        NEXT_CHANGE, PREVIOUS_CHANGE))
                .menu("Window", StandardCommands.windowMenu(services))
                .menu("Help", MenuItem.list(GUIDE, SAMPLE_GUIDE, KEYS, "-", ABOUT))
                .toolBar(BenchCommands.OPEN, BenchCommands.CHOOSE_PAIR, "-", StandardCommands.BACK,
                        StandardCommands.FORWARD, "-", GO_TO, BenchCommands.FIND, "-", EXPORT_PDF);
    }

    private static void add(WorkbenchContributions.Builder builder, String keys, Command command, Handler handler) {
        builder.command(command, handler);
        if (!keys.isEmpty()) {
            builder.key(keys, command.id());
        }
    }

    private static Command command(String id, String category, String title, String description, String icon) {
        return new Command(id, title, description, icon.isEmpty() ? Optional.empty() : Optional.of(icon), category);
    }

    private static ObservableValue<Boolean> never() {
        return new javafx.beans.property.ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
    }

    /// The kinds of files that hold checkpoints.
    static List<String> patterns() {
        return List.of("*.tar", "*.tar.gz", "*.tgz", "*.tar.zst");
    }
}
