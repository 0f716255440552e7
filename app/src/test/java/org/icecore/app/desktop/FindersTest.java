package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.tasks.TasksView;
import org.icecore.workbench.part.EditorTab;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Quick Access over the sample investigation.
class FindersTest {
    private static final Pattern ITEM =
            Pattern.compile("QuickAccessItem\\[title=(.*?), detail=(.*?), icon=");
    private static final String INJECTED = "0x7f2f369d0000";

    @TempDir private static Path configuration = Path.of("");
    private static Optional<DesktopWindow> opened = Optional.empty();

    @BeforeAll
    static void open() {
        var window = DesktopWindow.open(configuration, DesktopWindow.sample());
        opened = Optional.of(window);
        DesktopWindow.until(
                "compared", () -> window.bench().comparison().get().found().isPresent());
    }

    @AfterAll
    static void close() {
        opened.ifPresent(DesktopWindow::close);
    }

    @BeforeEach
    void standInTheTasks() {
        DesktopWindow.run(() -> window().services().parts().showView(TasksView.ID));
    }

    private static DesktopWindow window() {
        return opened.orElseThrow();
    }

    private static List<String> offered(String query) {
        return DesktopWindow.call(
                () -> {
                    var root = window().stage().getScene().getRoot();
                    ((TextField) root.lookup(".quick-access")).setText(query);
                    return root.lookupAll(".quick-access-list").stream()
                            .flatMap(list -> ((ListView<?>) list).getItems().stream())
                            .flatMap(row -> ITEM.matcher(row.toString()).results())
                            .map(found -> found.group(1))
                            .toList();
                });
    }

    @Test
    void anExactAddressComesFirstInQuickAccess() {
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertEquals(INJECTED, offered(INJECTED).getFirst());
        assertEquals(INJECTED, offered("7f2f369d0000").getFirst());
    }

    @Test
    void anExactAddressComesFirstWhereGoToHasNoEditorOfAddresses() {
        window().press(KeyCode.CONTROL, KeyCode.G);
        assertEquals(INJECTED, offered(INJECTED).getFirst());
    }

    @Test
    void anAddressThatIsChosenIsShownInTheMemoryOfTheTaskThatMapsIt() {
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        offered(INJECTED);
        window().press(KeyCode.ENTER);
        var key =
                new MemoryKey(
                        new CheckpointId("after"), new Pid(6), new VirtualAddress(0x7f2f369d0000L));
        DesktopWindow.until(
                "memory shown",
                () ->
                        window().services()
                                .parts()
                                .frontEditor()
                                .getValue()
                                .equals(Optional.of(key)));
        assertEquals(
                "python3 (6) - after",
                DesktopWindow.call(
                        () ->
                                window().services().parts().editorTabs().stream()
                                        .filter(tab -> tab.key().equals(key))
                                        .map(EditorTab::title)
                                        .findFirst()
                                        .orElse("")));
    }

    @Test
    void commandsAreFoundByTheirWordsInAnyOrder() {
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertEquals(
                "Export PDF Report of the Comparison...", offered("report comparison").getFirst());
        assertTrue(offered("pdf").contains("Export PDF Report..."));
        assertTrue(offered("export").contains("Export PDF Report..."));
        assertTrue(offered("report").contains("Export PDF Report..."));
        assertEquals("Swap Before and After", offered("after swap").getFirst());
    }

    @Test
    void evidenceThatWasOpenedIsOfferedAgain() {
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertEquals("before.tar.gz, after.tar.gz", offered("before.tar.gz, after").getFirst());
    }

    private static List<String> details(String query) {
        return DesktopWindow.call(
                () -> {
                    var root = window().stage().getScene().getRoot();
                    ((TextField) root.lookup(".quick-access")).setText(query);
                    return root.lookupAll(".quick-access-list").stream()
                            .flatMap(list -> ((ListView<?>) list).getItems().stream())
                            .flatMap(row -> ITEM.matcher(row.toString()).results())
                            .map(found -> found.group(2))
                            .toList();
                });
    }

    private static void select(String checkpoint, int pid) {
        DesktopWindow.run(
                () ->
                        window().selection()
                                .select(
                                        "test",
                                        new ArtefactRef.OfTask(
                                                new CheckpointId(checkpoint), new Pid(pid))));
    }

    @Test
    void mappingsOfAllTasksAreFoundThoseOfTheSelectedTaskFirst() {
        select("before", 6);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        var found = details("[stack]");
        assertEquals(
                List.of(
                        "before, task 6 python3, rw-p",
                        "before, task 1 start.sh, rw-p",
                        "before, task 10 sleep, rw-p",
                        "after, task 1 start.sh, rw-p"),
                found.subList(0, 4));
        assertEquals(found.size(), new HashSet<>(found).size());
    }

    @Test
    void aMappingOfAnotherTaskThatIsChosenSelectsItAndItsTask() {
        select("after", 6);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        offered("[heap] 0x5622bb345000");
        window().press(KeyCode.ENTER);
        var heap =
                new ArtefactRef.OfVma(
                        new CheckpointId("after"), new Pid(1), new VirtualAddress(0x5622bb345000L));
        DesktopWindow.until(
                "selected", () -> window().selection().ref().get().equals(Optional.of(heap)));
        assertEquals(
                Optional.of(new Pid(1)),
                DesktopWindow.call(() -> window().selection().task().get().map(Task::pid)));
    }

    @Test
    void aFileOfAnotherCheckpointThatIsChosenSelectsItsDescriptorAndTask() {
        select("before", 6);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertEquals(List.of("after, task 35 nc, fd 3, tcp"), details("127.0.0.1:4445 LISTEN"));
        window().press(KeyCode.ENTER);
        var socket =
                new ArtefactRef.OfDescriptor(
                        new CheckpointId("after"), new Pid(35), new FdNumber(3));
        DesktopWindow.until(
                "selected", () -> window().selection().ref().get().equals(Optional.of(socket)));
        assertEquals(
                Optional.of(new Pid(35)),
                DesktopWindow.call(() -> window().selection().task().get().map(Task::pid)));
    }

    @Test
    void tasksOfAllCheckpointsAreFoundAlsoOffTheThreadOfTheWindow() {
        select("after", 6);
        var finders =
                new Finders(window().services(), window().bench(), window().selection()).all();
        var tasks =
                finders.stream()
                        .filter(finder -> finder.title().equals("Tasks"))
                        .flatMap(finder -> finder.find("python3", () -> false).stream())
                        .toList();
        assertEquals(
                List.of(
                        "after, task 6 python3, python3 /app/victim.py",
                        "before, task 6 python3, python3 /app/victim.py"),
                tasks.stream().map(QuickAccessItem::detail).toList());
    }

    private static List<String> found(String group, String query) {
        select("after", 1);
        return DesktopWindow.call(
                () ->
                        new Finders(window().services(), window().bench(), window().selection())
                                .all().stream()
                                        .filter(finder -> finder.title().equals(group))
                                        .flatMap(finder -> finder.find(query, () -> false).stream())
                                        .map(item -> item.title() + " | " + item.detail())
                                        .toList());
    }

    private static final List<String> VICTIMS =
            List.of(
                    "6 python3 | after, task 6 python3, python3 /app/victim.py",
                    "6 python3 | before, task 6 python3, python3 /app/victim.py");

    @Test
    void aTaskIsFoundByItsCommandLineItsNameAndItsPidInAnyOrder() {
        for (var query : List.of("victim", "victim 6", "app python3", "VICT pyth")) {
            assertEquals(VICTIMS, found("Tasks", query), query);
        }
        for (var query : List.of("6", "task 6")) {
            assertEquals(VICTIMS, found("Tasks", query).subList(0, 2), query);
        }
        assertEquals(List.of(VICTIMS.get(1)), found("Tasks", "before victim"));
    }

    @Test
    void aTaskFoundByItsCommandLineIsShownInTheList() {
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(offered("victim").contains("6 python3"));
    }

    @Test
    void whatBelongsToATaskIsFoundByWhatIsToldOfTheTask() {
        var heaps = List.of("after, task 6 python3, rw-p", "before, task 6 python3, rw-p");
        for (var query : List.of("heap python3", "heap 6", "6 heap", "victim heap", "[heap] 6")) {
            var found = found("Mappings", query);
            assertTrue(
                    found.subList(0, 2).stream().allMatch(each -> each.startsWith("[heap] ")),
                    found::toString);
            assertEquals(
                    heaps,
                    found.subList(0, 2).stream()
                            .map(each -> each.substring(each.indexOf("| ") + 2))
                            .toList(),
                    query);
        }
    }

    @Test
    void aPidComesBeforePartsOfAddresses() {
        var found = found("Mappings", "35");
        assertTrue(
                found.stream().limit(12).allMatch(each -> each.contains(", task 35 nc, ")),
                found::toString);
    }

    @Test
    void onlyTheBestOfVeryManyAnswersAreMade() {
        var offers = new Offers("worker");
        var made = new AtomicInteger();
        for (int i = 0; i < 50_000; i++) {
            var title = i == 49_999 ? "worker" : "a worker " + i;
            offers.consider(
                    title,
                    "",
                    Offers.Nearness.ELSEWHERE,
                    () -> {
                        made.incrementAndGet();
                        return QuickAccessItem.of(title, "", () -> {});
                    });
        }
        var best = offers.best();
        assertEquals("worker", best.getFirst().title());
        assertEquals(30, best.size());
        assertEquals(30, made.get());
    }

    @Test
    void aFileThatNoDescriptorHoldsIsOfferedWithItsCheckpoint() {
        select("after", 6);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(details("/tmp/.x").contains("after, file, no descriptor"));
    }

    @Test
    void membersOfAllCheckpointsAreFoundAndSayWhoseTheyAre() {
        select("after", 6);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        var found = details("stats-dump");
        assertEquals(List.of("after, member, 50 B", "before, member, 50 B"), found);
    }

    @Test
    void aMemberThatIsChosenIsThatOfItsCheckpoint() {
        select("after", 6);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
        details("stats-dump");
        window().press(KeyCode.DOWN);
        window().press(KeyCode.ENTER);
        var member = new MemberKey(new CheckpointId("before"), "stats-dump");
        DesktopWindow.until(
                "shown",
                () ->
                        window().services()
                                .parts()
                                .frontEditor()
                                .getValue()
                                .equals(Optional.of(member)));
    }

    private static Optional<TreeTableView<?>> tasks() {
        return window().stage().getScene().getRoot().lookupAll(".tree-table-view").stream()
                .filter(node -> "Tasks".equals(node.getAccessibleText()))
                .<TreeTableView<?>>map(node -> (TreeTableView<?>) node)
                .findFirst();
    }

    private static boolean shows(String column) {
        return tasks().orElseThrow().getColumns().stream()
                .anyMatch(each -> column.equals(each.getId()) && each.isVisible());
    }

    @Test
    void columnsOfTheActiveTableAreHiddenAndShownByTheirTitles() {
        for (var deed : List.of("Hide Column Threads", "Show Column Threads")) {
            DesktopWindow.run(() -> window().services().parts().showView(TasksView.ID));
            DesktopWindow.until("shown", () -> tasks().isPresent());
            window().press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertEquals(deed, offered(deed).getFirst());
            window().press(KeyCode.ENTER);
            DesktopWindow.until(deed, () -> shows("threads") == deed.startsWith("Show"));
        }
    }

    @Test
    void theColumnsOfTheActiveTableAreChosenWithKeysAlone() {
        DesktopWindow.run(() -> window().services().parts().showView(TasksView.ID));
        DesktopWindow.until("shown", () -> tasks().isPresent());
        window().press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.C);
        DesktopWindow.until("offered", () -> columnMenu().isPresent());
        assertTrue(
                DesktopWindow.call(
                        () ->
                                columnMenu().orElseThrow().getItems().stream()
                                        .map(MenuItem::getText)
                                        .toList()
                                        .containsAll(
                                                List.of("Threads", "Fit Columns to the View"))));
        DesktopWindow.run(() -> columnMenu().orElseThrow().hide());
    }

    private static Optional<ContextMenu> columnMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst();
    }
}
