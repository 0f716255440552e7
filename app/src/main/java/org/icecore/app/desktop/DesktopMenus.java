package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.List;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.export.ReportExport;
import org.icecore.views.images.ImageCommands;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.MenuItem;

/// The menu bar and the tool bar.
final class DesktopMenus {
    private final WorkbenchServices services;
    private final EvidenceActions evidence;

    DesktopMenus(WorkbenchServices services, EvidenceActions evidence) {
        this.services = services;
        this.evidence = evidence;
    }

    void contribute(WorkbenchContributions.Builder builder) {
        builder.menu("File", fileMenu())
                .menu(
                        "Edit",
                        MenuItem.list(
                                StandardCommands.COPY,
                                StandardCommands.SELECT_ALL,
                                StandardCommands.CONTEXT_MENU,
                                "-",
                                DeskCommands.COPY_AS,
                                DeskCommands.COPY_HEX,
                                DeskCommands.COPY_DUMP,
                                DeskCommands.COPY_TEXT,
                                DeskCommands.COPY_C_ARRAY,
                                DeskCommands.COPY_JAVA_ARRAY,
                                DeskCommands.COPY_PYTHON,
                                DeskCommands.COPY_ADDRESS,
                                "-",
                                DeskCommands.FITTING,
                                DeskCommands.EIGHT,
                                DeskCommands.SIXTEEN,
                                DeskCommands.THIRTY_TWO,
                                "-",
                                DeskCommands.LARGER,
                                DeskCommands.SMALLER,
                                DeskCommands.USUAL_SIZE,
                                "-",
                                StandardCommands.CHOOSE_COLUMNS,
                                StandardCommands.FIT_COLUMNS,
                                "-",
                                DeskCommands.RAW_TEXT,
                                DeskCommands.WRAP_LINES))
                .menu(
                        "Navigate",
                        MenuItem.list(
                                StandardCommands.BACK,
                                StandardCommands.FORWARD,
                                "-",
                                DeskCommands.GO_TO,
                                DeskCommands.FOLLOW,
                                BenchCommands.OTHER_END,
                                BenchCommands.REVEAL_MEMORY,
                                ImageCommands.REVEAL,
                                ImageCommands.REVEAL_MEMBER,
                                ImageCommands.OPEN,
                                BenchCommands.OPEN_OVERVIEW))
                .menu(
                        "Search",
                        MenuItem.list(
                                DeskCommands.FIND,
                                DeskCommands.FIND_NEXT,
                                DeskCommands.FIND_PREVIOUS,
                                "-",
                                NavigationCommands.SEARCH))
                .menu(
                        "Compare",
                        MenuItem.list(
                                BenchCommands.CHOOSE_PAIR,
                                CompareCommands.SHOW_COMPARISON,
                                CompareCommands.SWAP,
                                CompareCommands.STOP_COMPARING,
                                "-",
                                DeskCommands.NEXT_CHANGE,
                                DeskCommands.PREVIOUS_CHANGE,
                                DeskCommands.ONLY_CHANGES))
                .menu("Window", StandardCommands.windowMenu(services))
                .menu(
                        "Help",
                        MenuItem.list(
                                DesktopCommands.GUIDE,
                                DesktopCommands.SAMPLE_GUIDE,
                                StandardCommands.SHOW_KEYS,
                                "-",
                                DesktopCommands.ABOUT))
                .toolBar(
                        BenchCommands.OPEN,
                        BenchCommands.CHOOSE_PAIR,
                        "-",
                        StandardCommands.BACK,
                        StandardCommands.FORWARD,
                        "-",
                        DeskCommands.GO_TO,
                        DeskCommands.FIND,
                        "-",
                        ReportExport.EXPORT.id());
    }

    private List<MenuItem> fileMenu() {
        var items = new ArrayList<MenuItem>();
        items.add(MenuItem.invoke(BenchCommands.OPEN));
        items.add(MenuItem.invoke(BenchCommands.OPEN_FOLDER));
        items.add(new MenuItem.Submenu("Open Recent", this::recent));
        items.addAll(
                MenuItem.list(
                        FileCommands.REOPEN_LAST,
                        BenchCommands.OPEN_SAMPLE,
                        "-",
                        BenchCommands.SUPPLY_PARENT,
                        BenchCommands.RAISE_LIMIT,
                        "-",
                        BenchCommands.CLOSE,
                        "-",
                        ReportExport.EXPORT.id(),
                        ReportExport.CHECKPOINT.id(),
                        ReportExport.COMPARISON.id(),
                        ReportExport.CHANGES.id(),
                        ReportExport.OPEN_FOLDER.id(),
                        "-",
                        FileCommands.EXIT));
        return items;
    }

    private List<MenuItem> recent() {
        var recent = evidence.recent();
        recent.look();
        if (recent.entries().isEmpty()) {
            return List.of(
                    new MenuItem.Listed("Nothing was opened yet", "recent", false, () -> {}));
        }
        return recent.entries().stream()
                .<MenuItem>map(
                        entry ->
                                new MenuItem.Listed(
                                        recent.isGone(entry)
                                                ? entry.title() + " (gone)"
                                                : entry.title(),
                                        "archive",
                                        !recent.isGone(entry),
                                        () -> evidence.open(entry.paths())))
                .toList();
    }
}
