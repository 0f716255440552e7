package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.compare.ChangesView;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.views.files.FilesView;
import org.icecore.views.mappings.MappingsView;
import org.icecore.views.memory.DataInspectorView;
import org.icecore.views.sockets.SocketsView;
import org.icecore.views.tasks.TasksView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an examiner sees of the tables before moving anything: on the headless screen, over the sample investigation.
class DefaultColumnsTest {
    private static final double SCROLL_BAR = 12;

    @TempDir private Path configuration = Path.of("");

    @ParameterizedTest
    @CsvSource({"1296, 810", "1440, 900"})
    void noColumnOfTheMainTablesIsOutOfSight(double width, double height) {
        try (var window = opened(width, height)) {
            assertInSight(window, DesktopPerspectives.TRIAGE, EvidenceView.ID, "Evidence");
            assertInSight(window, DesktopPerspectives.TRIAGE, TasksView.ID, "Tasks");
            assertInSight(window, DesktopPerspectives.TRIAGE, FilesView.ID, "Open Files");
            assertInSight(window, DesktopPerspectives.TRIAGE, MappingsView.ID, "Mappings");
            assertInSight(window, DesktopPerspectives.MEMORY, TasksView.ID, "Tasks");
            assertInSight(window, DesktopPerspectives.MEMORY, MappingsView.ID, "Mappings");
            assertInSight(window, DesktopPerspectives.COMPARE, EvidenceView.ID, "Evidence");
            assertInSight(window, DesktopPerspectives.COMPARE, TasksView.ID, "Tasks");
            assertInSight(window, DesktopPerspectives.COMPARE, ChangesView.ID, "Changes");
        }
    }

    /// The container with deep trees of tasks, zombies and long command lines.
    @Test
    void noTitleIsCutAndNothingOfATaskButItsCommandLine() {
        var folder = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE")).map(Path::of);
        assumeTrue(folder.isPresent(), "ICECORE_EVIDENCE names no folder with all of the evidence");
        var web = folder.get().resolve("podman-web");
        var pair = List.of(web.resolve("before.tar.zst"), web.resolve("after.tar.zst"));
        try (var window = opened(pair, 10, 1296, 810)) {
            assertReadable(window, DesktopPerspectives.TRIAGE, TasksView.ID, "Tasks", "command");
            assertReadable(window, DesktopPerspectives.MEMORY, TasksView.ID, "Tasks", "command");
            assertReadable(window, DesktopPerspectives.COMPARE, TasksView.ID, "Tasks", "changes");
            assertReadable(window, DesktopPerspectives.TRIAGE, MappingsView.ID, "Mappings", "name");
            assertReadable(window, DesktopPerspectives.MEMORY, MappingsView.ID, "Mappings", "name");
            assertReadable(window, DesktopPerspectives.TRIAGE, EvidenceView.ID, "Evidence", "kind");
            assertReadable(
                    window, DesktopPerspectives.TRIAGE, SocketsView.ID, "Sockets", "destination");
            var command =
                    widths(window, DesktopPerspectives.TRIAGE, TasksView.ID, "Tasks")
                            .get("command");
            assertTrue(command > 100, "a command line has " + command + " pixels");
        }
    }

    @Test
    void noNumberAtTheCaretIsCut() {
        try (var window = opened(1296, 810)) {
            DesktopWindow.run(
                    () -> window.services().parts().showPerspective(DesktopPerspectives.MEMORY));
            assertTrue(window.execute(BenchCommands.REVEAL_MEMORY));
            assertReadable(
                    window,
                    DesktopPerspectives.MEMORY,
                    DataInspectorView.ID,
                    "Data inspector",
                    "none");
            var widths =
                    widths(
                            window,
                            DesktopPerspectives.MEMORY,
                            DataInspectorView.ID,
                            "Data inspector");
            var longest = "-2.2250738585072014E-308";
            var needed = Math.min(widths.get("little"), widths.get("big"));
            assertTrue(needed > longest.length() * 7.8, longest + " in " + needed + " pixels");
        }
    }

    @Test
    void theColumnsThatAnExaminerNeedsAreThere() {
        try (var window = opened(1296, 810)) {
            assertEquals(
                    List.of("task", "command", "state", "threads", "uid"),
                    ids(window, DesktopPerspectives.TRIAGE, TasksView.ID, "Tasks"));
            assertEquals(
                    List.of(
                            "mark",
                            "range",
                            "permissions",
                            "size",
                            "kind",
                            "name",
                            "capturedPages",
                            "sharedPages",
                            "zeroPages",
                            "notCapturedPages",
                            "offset"),
                    ids(window, DesktopPerspectives.TRIAGE, MappingsView.ID, "Mappings"));
            assertTrue(
                    ids(window, DesktopPerspectives.TRIAGE, FilesView.ID, "Open Files")
                            .containsAll(List.of("fd", "kind", "target", "flags", "position")));
        }
    }

    private DesktopWindow opened(double width, double height) {
        return opened(DesktopWindow.sample(), 6, width, height);
    }

    private DesktopWindow opened(List<Path> pair, int pid, double width, double height) {
        var window = DesktopWindow.open(configuration, pair);
        DesktopWindow.run(
                () -> {
                    window.stage().setWidth(width);
                    window.stage().setHeight(height);
                });
        DesktopWindow.until(
                "compared",
                () -> window.bench().comparison().get() instanceof ComparisonState.Done);
        DesktopWindow.until(
                "a checkpoint is selected",
                () -> window.selection().checkpoint().get().isPresent());
        DesktopWindow.run(
                () ->
                        window.selection()
                                .select(
                                        "test",
                                        new ArtefactRef.OfTask(
                                                window.selection()
                                                        .checkpoint()
                                                        .get()
                                                        .orElseThrow()
                                                        .id(),
                                                new Pid(pid))));
        return window;
    }

    private static void assertInSight(
            DesktopWindow window, String perspective, String view, String title) {
        var table = table(window, perspective, view, title);
        DesktopWindow.run(
                () -> {
                    var needed = shown(table).stream().mapToDouble(TableColumnBase::getWidth).sum();
                    assertTrue(
                            needed <= table.getWidth() - SCROLL_BAR,
                            "%s in %s needs %.0f of %.0f pixels: %s"
                                    .formatted(
                                            title,
                                            perspective,
                                            needed,
                                            table.getWidth(),
                                            shown(table).stream()
                                                    .map(
                                                            column ->
                                                                    column.getId()
                                                                            + " "
                                                                            + column.getWidth())
                                                    .toList()));
                });
    }

    /// No title of a column is cut, and no text in sight but those of one column.
    private static void assertReadable(
            DesktopWindow window, String perspective, String view, String title, String mayBeCut) {
        var table = table(window, perspective, view, title);
        var cut =
                DesktopWindow.call(
                        () ->
                                table.lookupAll(".label, .table-cell, .tree-table-cell").stream()
                                        .map(Labeled.class::cast)
                                        .filter(text -> !mayBeCut.equals(text.getId()))
                                        .filter(Labeled::isTextTruncated)
                                        .map(Labeled::getText)
                                        .toList());
        assertEquals(List.of(), cut, title + " in " + perspective);
    }

    private static Map<String, Double> widths(
            DesktopWindow window, String perspective, String view, String title) {
        var table = table(window, perspective, view, title);
        return DesktopWindow.call(
                () ->
                        shown(table).stream()
                                .collect(
                                        Collectors.toMap(
                                                TableColumnBase::getId,
                                                TableColumnBase::getWidth)));
    }

    private static List<String> ids(
            DesktopWindow window, String perspective, String view, String title) {
        var table = table(window, perspective, view, title);
        return DesktopWindow.call(() -> shown(table).stream().map(TableColumnBase::getId).toList());
    }

    private static Control table(
            DesktopWindow window, String perspective, String view, String title) {
        DesktopWindow.run(
                () -> {
                    window.services().parts().showPerspective(perspective);
                    window.services().parts().showView(view);
                });
        DesktopWindow.until(title + " shows rows", () -> find(window, title).isPresent());
        return DesktopWindow.call(
                () -> {
                    window.stage().getScene().getRoot().applyCss();
                    window.stage().getScene().getRoot().layout();
                    return find(window, title).orElseThrow();
                });
    }

    private static Optional<Control> find(DesktopWindow window, String title) {
        var found = new ArrayList<Node>();
        found.addAll(window.stage().getScene().getRoot().lookupAll(".table-view"));
        found.addAll(window.stage().getScene().getRoot().lookupAll(".tree-table-view"));
        return found.stream()
                .map(Control.class::cast)
                .filter(table -> title.equals(table.getAccessibleText()) && rows(table) > 0)
                .findFirst();
    }

    private static int rows(Control control) {
        return switch (control) {
            case TableView<?> table -> table.getItems().size();
            case TreeTableView<?> tree -> tree.getExpandedItemCount();
            default -> throw new AssertionError(control);
        };
    }

    private static List<? extends TableColumnBase<?, ?>> shown(Control control) {
        ObservableList<? extends TableColumnBase<?, ?>> columns =
                switch (control) {
                    case TableView<?> table -> table.getVisibleLeafColumns();
                    case TreeTableView<?> tree -> tree.getVisibleLeafColumns();
                    default -> throw new AssertionError(control);
                };
        return columns;
    }
}
