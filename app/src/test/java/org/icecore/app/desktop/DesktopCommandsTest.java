package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.icecore.icons.IconSet;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.KeyBinding;
import org.icecore.workbench.command.KeyStroke;
import org.icecore.workbench.part.PartRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command of the assembled program, whoever contributed it.
class DesktopCommandsTest {
    /// What a text field does with these keys must stay what every program does.
    private static final Set<String> OF_TEXT_FIELDS =
            Set.of("shortcut+v", "shortcut+x", "shortcut+z", "shortcut+y", "shortcut+shift+z");

    /// The title of an item in the text of a row.
    private static final Pattern TITLE = Pattern.compile("QuickAccessItem\\[title=(.*?), detail=");

    @TempDir private static Path configuration = Path.of("");
    private static Optional<DesktopWindow> opened = Optional.empty();

    @BeforeAll
    static void open() {
        opened = Optional.of(DesktopWindow.open(configuration, List.of()));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(DesktopWindow::close);
    }

    private static DesktopWindow window() {
        return opened.orElseThrow();
    }

    private static List<Command> commands() {
        return window().services().commands().all();
    }

    private static List<KeyBinding> bindings() {
        return window().services().keys().all();
    }

    @Nested
    class EachCommand {
        @Test
        void hasATitleOfItsOwnWithinItsCategory() {
            var titles =
                    commands().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            command -> command.category() + ": " + command.title(),
                                            Collectors.mapping(Command::id, Collectors.toList())));
            titles.values().removeIf(ids -> ids.size() == 1);
            assertEquals(Map.of(), titles);
            assertTrue(commands().size() > 80, "%d commands".formatted(commands().size()));
        }

        @Test
        void hasADescription() {
            assertEquals(
                    List.of(),
                    commands().stream()
                            .filter(command -> command.description().isBlank())
                            .map(Command::id)
                            .toList());
        }

        @Test
        void hasAnIconThatIsDrawn() {
            var icons = new DesktopIcons(IconSet.load());
            assertEquals(
                    List.of(),
                    commands().stream()
                            .filter(command -> command.icon().flatMap(icons::path).isEmpty())
                            .map(command -> command.id() + " " + command.icon())
                            .toList());
        }

        @Test
        void hasAKey() {
            assertEquals(
                    List.of(),
                    commands().stream()
                            .map(Command::id)
                            .filter(id -> window().services().keys().of(id).isEmpty())
                            .toList());
        }

        @Test
        void isInTheListOfKeys() {
            window().execute(StandardCommands.SHOW_KEYS);
            DesktopWindow.until("keys shown", () -> shownCommands().size() == commands().size());
            assertEquals(
                    Set.copyOf(commands()), Set.copyOf(DesktopWindow.call(this::shownCommands)));
        }

        private List<?> shownCommands() {
            return window().stage().getScene().getRoot().lookupAll(".table-view").stream()
                    .filter(node -> "Keys".equals(node.getAccessibleText()))
                    .<List<?>>map(node -> List.copyOf(((TableView<?>) node).getItems()))
                    .findFirst()
                    .orElse(List.of());
        }
    }

    @Nested
    class TheKeys {
        @Test
        void askForOneCommandOnlyAndNoneBeginsAnother() {
            var clashes = new ArrayList<String>();
            for (var one : bindings()) {
                for (var other : bindings()) {
                    var begins = other.keys().startsWith(one.keys().strokes());
                    if (one != other && begins && !one.commandId().equals(other.commandId())) {
                        clashes.add(one + " and " + other);
                    }
                }
            }
            assertEquals(List.of(), clashes);
        }

        @Test
        void leaveTextFieldsTheirOwn() {
            assertEquals(
                    List.of(),
                    bindings().stream()
                            .filter(
                                    binding ->
                                            OF_TEXT_FIELDS.contains(binding.keys().toString())
                                                    || isPlain(binding.keys().strokes().getFirst()))
                            .toList());
        }

        private boolean isPlain(KeyStroke first) {
            return !first.shortcut() && !first.alt() && !first.code().isFunctionKey();
        }

        @Test
        void areThoseThatExaminersKnowFromEclipse() {
            var expected =
                    Map.ofEntries(
                            Map.entry(StandardCommands.QUICK_ACCESS, "shortcut+3"),
                            Map.entry(StandardCommands.SHOW_KEYS, "shortcut+shift+l"),
                            Map.entry(StandardCommands.MAXIMISE_PART, "shortcut+m"),
                            Map.entry(DeskCommands.FOLLOW, "f3"),
                            Map.entry(DeskCommands.FIND, "shortcut+f"),
                            Map.entry(DeskCommands.FIND_NEXT, "shortcut+k"),
                            Map.entry(DeskCommands.FIND_PREVIOUS, "shortcut+shift+k"),
                            Map.entry(DeskCommands.GO_TO, "shortcut+l"),
                            Map.entry(DeskCommands.WRAP_LINES, "alt+shift+y"),
                            Map.entry(StandardCommands.showView("tasks"), "alt+shift+q t"),
                            Map.entry(StandardCommands.showView("error-log"), "alt+shift+q l"),
                            Map.entry(NavigationCommands.SEARCH, "shortcut+h"));
            assertAll(
                    expected.entrySet().stream()
                            .map(
                                    entry ->
                                            () ->
                                                    assertEquals(
                                                            entry.getValue(),
                                                            window().services()
                                                                    .keys()
                                                                    .of(entry.getKey())
                                                                    .orElseThrow()
                                                                    .toString(),
                                                            entry.getKey())));
        }

        @Test
        void showAViewWithTwoStrokes() {
            window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Q);
            window().press(KeyCode.K);
            assertEquals(
                    Optional.of(new PartRef.OfView("keys")),
                    DesktopWindow.call(() -> window().services().parts().activePart().getValue()));
        }
    }

    @Nested
    class QuickAccess {
        @Test
        void findsEveryCommandThatCanRunNow() {
            window().execute(StandardCommands.QUICK_ACCESS);
            var missing = new ArrayList<String>();
            for (var command : commands()) {
                if (isEnabled(command) && !offered(command.title()).contains(command.title())) {
                    missing.add(command.id());
                }
            }
            assertEquals(List.of(), missing);
        }

        @Test
        void offersWhatCanOnlyBeDoneWithEvidenceNoEarlierThanThat() {
            window().execute(StandardCommands.QUICK_ACCESS);
            assertEquals(List.of(), offered("Export PDF Report..."));
        }

        private boolean isEnabled(Command command) {
            return DesktopWindow.call(
                    () -> window().services().commands().enabled(command.id()).get());
        }

        /// The titles in the list; those of commands come at once.
        private List<String> offered(String query) {
            return DesktopWindow.call(
                    () -> {
                        var root = window().stage().getScene().getRoot();
                        ((TextField) root.lookup(".quick-access")).setText(query);
                        return root.lookupAll(".quick-access-list").stream()
                                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                                .flatMap(row -> TITLE.matcher(row.toString()).results())
                                .map(found -> found.group(1))
                                .toList();
                    });
        }
    }
}
