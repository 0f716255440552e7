package org.icecore.workbench.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.Workbench;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.WorkbenchSetup;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.View;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.DenseTree;
import org.icecore.workbench.table.Mark;
import org.icecore.workbench.table.TableSetup;

/// A workbench over made-up rows.
public final class DemoWorkbench {
    /// A made-up task.
    public record Row(int pid, String name, String command, Mark mark, List<Row> children) {}

    /// A made-up file.
    public record FileRow(
            int fd, String kind, String target, String flags, long position, Mark mark) {}

    private final WorkbenchServices services;
    private final List<String> ran = new ArrayList<>();
    private final Stage stage;
    private final Workbench workbench;

    /// To be made on the UI thread.
    public DemoWorkbench(Path folder) {
        stage = new Stage();
        services =
                new WorkbenchServices(
                        WorkbenchSetup.of(
                                folder,
                                Clock.fixed(Instant.parse("2026-11-21T22:52:01Z"), ZoneOffset.UTC),
                                DemoWorkbench::icon,
                                new NoFiles()));
        workbench = new Workbench(stage, services, contributions());
    }

    public WorkbenchServices services() {
        return services;
    }

    public Workbench workbench() {
        return workbench;
    }

    public Stage stage() {
        return stage;
    }

    /// The ids of the commands of this demo that ran.
    public List<String> ran() {
        return ran;
    }

    private WorkbenchContributions contributions() {
        var status =
                services.selection()
                        .current()
                        .map(
                                selection ->
                                        selection
                                                .as(Row.class)
                                                .map(row -> "task %d".formatted(row.pid()))
                                                .orElse(""));
        var builder =
                WorkbenchContributions.builder()
                        .title(new ReadOnlyStringWrapper("shop (after) - Demo"))
                        .status(status)
                        .view(
                                ViewDescriptor.of(
                                        "evidence",
                                        "Evidence",
                                        () -> text("shop (after)\nshop (before)")))
                        .view(ViewDescriptor.of("tasks", "Tasks", this::tasks))
                        .view(ViewDescriptor.of("files", "Open Files", this::files))
                        .view(ViewDescriptor.of("sockets", "Sockets", () -> placeholder()))
                        .view(ViewDescriptor.of("mappings", "Mappings", () -> text("rwx anon 16K")))
                        .view(
                                ViewDescriptor.of(
                                        "properties",
                                        "Properties",
                                        () -> text("pid 72\ncomm kworker/u8:3")))
                        .perspective(
                                Perspective.of(
                                        "triage",
                                        "Triage",
                                        "Overview of a checkpoint",
                                        Layout.leftRight(
                                                0.2,
                                                Layout.topBottom(
                                                        0.35,
                                                        Layout.stack("evidence"),
                                                        Layout.stack("tasks")),
                                                Layout.leftRight(
                                                        0.75,
                                                        Layout.topBottom(
                                                                0.6,
                                                                Layout.editors(),
                                                                Layout.stack(
                                                                        "files",
                                                                        "sockets",
                                                                        "mappings",
                                                                        "error-log")),
                                                        Layout.stack("properties")))))
                        .perspective(
                                Perspective.of(
                                        "memory",
                                        "Memory",
                                        "Bytes of a task",
                                        Layout.leftRight(
                                                0.25,
                                                Layout.topBottom(
                                                        0.5,
                                                        Layout.stack("tasks"),
                                                        Layout.stack("mappings")),
                                                Layout.editors())))
                        .perspective(
                                Perspective.of(
                                        "compare",
                                        "Compare",
                                        "Two checkpoints",
                                        Layout.leftRight(
                                                0.3, Layout.stack("tasks"), Layout.editors())))
                        .editor(
                                key ->
                                        key instanceof String name
                                                ? Optional.of(new TextEditor(name))
                                                : Optional.empty())
                        .quickAccess(
                                QuickAccessProvider.of(
                                        "Tasks",
                                        () ->
                                                rows().stream()
                                                        .map(
                                                                row ->
                                                                        QuickAccessItem.of(
                                                                                row.name(),
                                                                                "task " + row.pid(),
                                                                                () ->
                                                                                        services.selection()
                                                                                                .select(
                                                                                                        "quick",
                                                                                                        row)))
                                                        .toList()))
                        .emptyEditorArea(
                                () -> {
                                    var hint =
                                            new Label(
                                                    "Open a checkpoint archive: Ctrl+O, or drop files on the window.");
                                    hint.getStyleClass().add("muted");
                                    return hint;
                                })
                        .toolBar(
                                "file.open",
                                "compare.start",
                                "-",
                                StandardCommands.BACK,
                                StandardCommands.FORWARD,
                                "-")
                        .toolBar("navigate.go-to", "edit.find", "-", "file.export")
                        .key("shortcut+o", "file.open")
                        .key("shortcut+l", "navigate.go-to")
                        .key("shortcut+g", "navigate.go-to")
                        .key("shortcut+k shortcut+s", "compare.start")
                        .key("shortcut+f", "edit.find")
                        .menu("File", MenuItem.list("file.open", "-", "file.export"))
                        .menu("Edit", MenuItem.list("edit.find"))
                        .menu(
                                "Navigate",
                                MenuItem.list(
                                        StandardCommands.BACK,
                                        StandardCommands.FORWARD,
                                        "-",
                                        "navigate.go-to"))
                        .menu("Compare", MenuItem.list("compare.start"))
                        .menu("Window", StandardCommands.windowMenu(services));
        command(builder, "file.open", "File", "Open...", "Open a checkpoint archive");
        command(builder, "file.export", "File", "Export PDF...", "Write the report");
        command(
                builder,
                "navigate.go-to",
                "Navigate",
                "Go to Address...",
                "Show an address in the editor");
        command(builder, "compare.start", "Compare", "Compare...", "Compare two checkpoints");
        builder.command(
                Command.of("edit.find", "Edit", "Find...", "Find in the active part")
                        .withIcon("edit.find"));
        return builder.build();
    }

    private void command(
            WorkbenchContributions.Builder builder,
            String id,
            String category,
            String title,
            String description) {
        builder.command(
                Command.of(id, category, title, description).withIcon(id),
                Handler.of(() -> ran.add(id)));
    }

    /// Made-up rows.
    public static List<Row> rows() {
        return List.of(
                new Row(
                        1,
                        "start.sh",
                        "/bin/sh /start.sh",
                        Mark.NONE,
                        List.of(
                                new Row(
                                        6,
                                        "python3",
                                        "python3 -m http.server",
                                        Mark.CHANGED,
                                        List.of()),
                                new Row(
                                        56,
                                        "sshd",
                                        "sshd: [listener]",
                                        Mark.ADDED,
                                        List.of(
                                                new Row(
                                                        72,
                                                        "kworker/u8:3",
                                                        "kworker/u8:3",
                                                        Mark.ADDED,
                                                        List.of()))))),
                new Row(7, "sleep", "sleep 1000", Mark.REMOVED, List.of()));
    }

    private View tasks() {
        var setup =
                TableSetup.<Row>of(
                                "tasks",
                                "Tasks",
                                List.of(
                                        Column.<Row>text("name", "Name", 140, Row::name)
                                                .withIcon(_ -> Optional.of("task")),
                                        Column.number("pid", "Pid", 48, Row::pid),
                                        Column.text("command", "Command line", 220, Row::command)),
                                services.menus(),
                                services.icons(),
                                services.preferences())
                        .withMarks(Row::mark)
                        .withContextMenu(MenuItem.list("compare.start"));
        var tree = new DenseTree<>(setup, Row::children);
        tree.show(rows());
        tree.expand(3);
        tree.selectedRow()
                .subscribe(
                        row -> row.ifPresent(found -> services.selection().select("tasks", found)));
        tree.onOpen(row -> services.parts().openEditor(row.name()));
        return new SimpleView(
                tree, tree.control(), Map.of("edit.find", Handler.of(tree::openFilter)));
    }

    private View files() {
        var setup =
                TableSetup.<FileRow>of(
                                "files",
                                "Open Files",
                                List.of(
                                        Column.number("fd", "Fd", 40, FileRow::fd),
                                        Column.text("kind", "Kind", 64, FileRow::kind),
                                        Column.<FileRow>text(
                                                        "target", "Target", 300, FileRow::target)
                                                .monospaced(),
                                        Column.text("flags", "Flags", 140, FileRow::flags),
                                        Column.<FileRow, Long>number(
                                                        "pos", "Position", 80, FileRow::position)
                                                .shownAs("%,d"::formatted)),
                                services.menus(),
                                services.icons(),
                                services.preferences())
                        .withMarks(FileRow::mark);
        var table = new DenseTable<>(setup);
        table.show(
                List.of(
                        new FileRow(0, "chr", "/dev/null", "O_RDWR", 0, Mark.NONE),
                        new FileRow(1, "pipe", "pipe:[48213]", "O_WRONLY", 0, Mark.NONE),
                        new FileRow(
                                3,
                                "sock",
                                "tcp 127.0.0.1:36814 -> 127.0.0.1:4445",
                                "O_RDWR",
                                0,
                                Mark.ADDED),
                        new FileRow(
                                4,
                                "reg",
                                "/var/log/shop.log",
                                "O_WRONLY|O_APPEND",
                                81_204,
                                Mark.CHANGED),
                        new FileRow(
                                5, "reg", "/tmp/.cache (deleted)", "O_RDWR", 4_096, Mark.REMOVED),
                        new FileRow(
                                6,
                                "memfd",
                                "/memfd:kworker (deleted)",
                                "O_RDWR",
                                0,
                                Mark.EXECUTABLE),
                        new FileRow(
                                7,
                                "reg",
                                "/srv/big.bin",
                                "O_RDONLY",
                                10_485_760,
                                Mark.NOT_CAPTURED)));
        return new SimpleView(
                table, table.control(), Map.of("edit.find", Handler.of(table::openFilter)));
    }

    private static View placeholder() {
        var pane =
                new PlaceholderPane(
                        new Label(),
                        new ViewState.NothingSelected("Select a task to see its sockets."));
        return new SimpleView(pane, pane, Map.of());
    }

    private static View text(String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().addAll("details", "mono");
        return new SimpleView(area, area, Map.of());
    }

    /// Simple shapes, one per name, so that icons can be told apart.
    private static Optional<String> icon(String name) {
        var shapes =
                List.<Function<Integer, String>>of(
                        _ -> "M2.5 4.5h4l1.5 2h5.5v6h-11z",
                        _ -> "M4 2.5h6l2.5 2.5v8.5h-8.5zM10 2.5v2.5h2.5",
                        _ -> "M3 3.5h10M3 8h10M3 12.5h10",
                        _ -> "M8 3v10M3 8h10",
                        _ -> "M3 3h4v4H3zM9 9h4v4H9zM7 5h4v4");
        return name.startsWith("workbench.")
                        || name.startsWith("severity.")
                        || name.equals("missing")
                ? Optional.empty()
                : Optional.of(shapes.get(Math.floorMod(name.hashCode(), shapes.size())).apply(0));
    }

    private record SimpleView(Node node, Node toFocus, Map<String, Handler> handlers)
            implements View {
        @Override
        public void focus() {
            toFocus.requestFocus();
        }
    }

    private static final class TextEditor implements Editor {
        private final String name;
        private final TextArea area = new TextArea();

        TextEditor(String name) {
            this.name = name;
            var text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(
                        "7f2f369d%04x  fc 48 83 e4 f0 90 90 90  90 90 90 90 90 90 90 90  .H......%n"
                                .formatted(i * 16));
            }
            area.setText(text.toString());
            area.setEditable(false);
            area.getStyleClass().addAll("details", "mono");
        }

        @Override
        public Node node() {
            return area;
        }

        @Override
        public ObservableValue<String> title() {
            return new ReadOnlyStringWrapper(name);
        }

        @Override
        public ObservableValue<String> status() {
            return new ReadOnlyStringWrapper("0x7f2f369d0020 . rwx . anonymous");
        }
    }

    private static final class NoFiles implements FileChoice {
        @Override
        public List<Path> open(String title, List<Kind> kinds) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
