package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.tasks.TasksView;
import org.icecore.workbench.part.EditorTab;
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
        assertEquals("Export PDF Comparison Report...", offered("report comparison").getFirst());
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
}
