package org.icecore.workbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Paint;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.KeyBindings;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.command.Platform;
import org.icecore.workbench.demo.Fx;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.preference.Preferences;
import org.icecore.workbench.theme.Palette;
import org.icecore.workbench.theme.Theme;
import org.icecore.workbench.theme.Themes;
import org.icecore.workbench.theme.Token;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenseTableTest {
    private record Row(int fd, String target, Mark mark, List<Row> children) {
        Row(int fd, String target) {
            this(fd, target, Mark.NONE, List.of());
        }
    }

    private static final List<Row> ROWS =
            List.of(
                    new Row(3, "/dev/null"),
                    new Row(10, "pipe:[7]", Mark.ADDED, List.of()),
                    new Row(4, "/tmp/a"));

    @TempDir Path folder;

    private Preferences preferences;
    private TableSetup<Row> setup;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void setUp() {
        preferences = Preferences.load(folder, new ErrorLog(Clock.systemUTC(), Runnable::run));
        var icons = new Icons(_ -> Optional.empty());
        var menus = new Menus(new Commands((_, _) -> {}), new KeyBindings(Platform.LINUX), icons);
        setup =
                TableSetup.<Row>of(
                                "files",
                                "Open Files",
                                List.of(
                                        Column.number("fd", "Fd", 40, Row::fd),
                                        Column.<Row>text("target", "Target", 200, Row::target)
                                                .monospaced()),
                                menus,
                                icons,
                                preferences)
                        .withMarks(Row::mark);
    }

    @Nested
    class ATable {
        private DenseTable<Row> table() {
            return Fx.call(
                    () -> {
                        var table = new DenseTable<>(setup);
                        table.show(ROWS);
                        return table;
                    });
        }

        /// The toolkit takes a width of 80 for none, and makes such a column as wide as its first rows.
        @Test
        void takesEachWidthAsItWasAskedFor() {
            assertEquals(81, Rows.width(Column.number("size", "Size", 80, Row::fd)));
            assertEquals(72, Rows.width(Column.number("size", "Size", 72, Row::fd)));
        }

        @Test
        void sortsNumbersAsNumbers() {
            var table = table();
            Fx.run(
                    () -> {
                        table.control()
                                .getColumns()
                                .get(1)
                                .setSortType(TableColumn.SortType.DESCENDING);
                        table.control().getSortOrder().add(table.control().getColumns().get(1));
                    });
            assertEquals(
                    List.of(10, 4, 3),
                    Fx.call(() -> table.shownRows().stream().map(Row::fd).toList()));
        }

        /// Seen where the keys are elsewhere, as in Tasks while the examiner reads what changed.
        @ParameterizedTest
        @EnumSource
        void showsThatARowIsSelectedWhateverItsMark(Theme theme) {
            var table = table();
            Fx.run(
                    () -> {
                        var themes = new Themes(preferences);
                        themes.use(theme);
                        themes.style(new Scene(table, 400, 300), List.of());
                    });
            assertNotEquals(backgroundOf(table, ROWS.get(0)), backgroundOf(table, ROWS.get(1)));
            Fx.run(() -> table.select(List.of(ROWS.get(0), ROWS.get(1))));
            assertEquals(backgroundOf(table, ROWS.get(0)), backgroundOf(table, ROWS.get(1)));
            assertNotEquals(backgroundOf(table, ROWS.get(0)), backgroundOf(table, ROWS.get(2)));
        }

        @ParameterizedTest
        @EnumSource
        void showsARowUnderThePointerOtherwiseThanOneThatIsSelected(Theme theme) {
            var table = table();
            Fx.run(
                    () -> {
                        var themes = new Themes(preferences);
                        themes.use(theme);
                        themes.style(new Scene(table, 400, 300), List.of());
                        table.select(List.of(ROWS.get(0)));
                    });
            var palette = theme.palette();
            assertTrue(
                    Palette.contrast(
                                    palette.color(Token.ROW_HOVER),
                                    palette.color(Token.SELECTION_INACTIVE))
                            > 1.19);
            assertEquals(2, fillsOf(table, ROWS.get(0)), "a bar before what is selected");
            assertEquals(1, fillsOf(table, ROWS.get(2)));
        }

        private int fillsOf(DenseTable<Row> table, Row row) {
            return Fx.call(
                    () -> {
                        var root = table.control().getScene().getRoot();
                        root.applyCss();
                        root.layout();
                        return table.control().lookupAll(".table-row-cell").stream()
                                .map(TableRow.class::cast)
                                .filter(shown -> row.equals(shown.getItem()))
                                .map(shown -> shown.getBackground().getFills().size())
                                .findFirst()
                                .orElseThrow();
                    });
        }

        private Paint backgroundOf(DenseTable<Row> table, Row row) {
            return Fx.call(
                    () -> {
                        var root = table.control().getScene().getRoot();
                        root.applyCss();
                        root.layout();
                        return table.control().lookupAll(".table-row-cell").stream()
                                .map(TableRow.class::cast)
                                .filter(shown -> row.equals(shown.getItem()))
                                .map(shown -> shown.getBackground().getFills().getLast().getFill())
                                .findFirst()
                                .orElseThrow();
                    });
        }

        @Test
        void goesToItsFirstRowWithTheFirstArrowDown() {
            var table = table();
            assertEquals(List.of(ROWS.getFirst()), down(table));
        }

        private List<Row> down(DenseTable<Row> table) {
            return Fx.call(
                    () -> {
                        Event.fireEvent(
                                table.control(),
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.DOWN,
                                        false,
                                        false,
                                        false,
                                        false));
                        return table.selected();
                    });
        }

        @Test
        void copiesSelectedRowsInTheOrderShown() {
            var table = table();
            Fx.run(() -> table.select(List.of(ROWS.get(2), ROWS.get(1))));
            assertEquals(
                    "mark\tFd\tTarget\n+\t10\tpipe:[7]\n\t4\t/tmp/a\n",
                    Fx.call(() -> table.selectedText(CopyFormat.TSV)));
        }

        @Test
        void hasTheFirstOfSeveralRowsInFront() {
            var table = table();
            Fx.run(() -> table.selectWhere(row -> row.fd() < 10 || row.fd() == 10));
            assertEquals(ROWS, Fx.call(table::selected));
            assertEquals(
                    ROWS.getFirst(), Fx.call(() -> table.selectedRow().getValue().orElseThrow()));
        }

        @Test
        void filtersByTheTextOfItsField() {
            var table = table();
            Fx.run(() -> table.filterText().set("fd:1"));
            assertEquals(
                    List.of(10), Fx.call(() -> table.shownRows().stream().map(Row::fd).toList()));
        }

        @Test
        void keepsItsSelectionWhenEqualRowsComeAgain() {
            var table = table();
            var told = new ArrayList<Optional<Row>>();
            Fx.run(
                    () -> {
                        table.select(List.of(ROWS.get(1)));
                        table.selectedRow().subscribe(row -> told.add(row));
                        table.show(List.of(new Row(1, "new"), ROWS.get(1)));
                    });
            assertEquals(List.of(ROWS.get(1)), Fx.call(table::selected));
            assertEquals(Optional.of(ROWS.get(1)), told.getLast());
        }

        @Test
        void remembersTheOrderOfColumns() {
            var table = table();
            Fx.run(
                    () -> {
                        var columns = new ArrayList<>(table.control().getColumns());
                        Collections.swap(columns, 1, 2);
                        table.control().getColumns().setAll(columns);
                    });
            var next = table();
            assertEquals(
                    List.of("mark", "target", "fd"),
                    Fx.call(
                            () ->
                                    next.control().getColumns().stream()
                                            .map(TableColumn::getId)
                                            .toList()));
        }

        @Test
        void forgetsColumnsThatAreGone() {
            preferences.put("table.files", "gone:50,target:120,nonsense,fd:x");
            var table = table();
            assertEquals(
                    List.of("mark", "fd", "target"),
                    Fx.call(
                            () ->
                                    table.control().getColumns().stream()
                                            .map(TableColumn::getId)
                                            .toList()));
            assertEquals(120, Fx.call(() -> table.control().getColumns().get(2).getPrefWidth()));
        }
    }

    @Nested
    class ItsColumns {
        private DenseTable<Row> shown(double width) {
            return Fx.call(
                    () -> {
                        var table = new DenseTable<>(setup);
                        table.show(
                                List.of(
                                        new Row(3, "/dev/null"),
                                        new Row(4, "/srv/" + "a".repeat(90))));
                        new Scene(table, width, 200);
                        table.resize(width, 200);
                        table.layout();
                        table.control().resize(width, 200);
                        return table;
                    });
        }

        private double total(DenseTable<Row> table) {
            return Fx.call(
                    () ->
                            table.control().getColumns().stream()
                                    .filter(TableColumn::isVisible)
                                    .mapToDouble(TableColumn::getWidth)
                                    .sum());
        }

        @Test
        void fitTheWidthOfTheTable() {
            var total = total(shown(300));
            assertTrue(total > 270 && total <= 288, total + " of 300");
        }

        /// The target column of a table that shows these targets under this title.
        private double widthOfTarget(String title, double width, String... targets) {
            return Fx.call(
                    () -> {
                        var narrow =
                                Column.<Row>text("target", title, 200, Row::target).rightAligned();
                        var path = Column.<Row>text("path", "Path", 200, _ -> "/srv/".repeat(40));
                        var table =
                                new DenseTable<>(
                                        TableSetup.of(
                                                "widths",
                                                "Widths",
                                                List.of(path, narrow),
                                                setup.menus(),
                                                setup.icons(),
                                                preferences));
                        table.show(Stream.of(targets).map(target -> new Row(1, target)).toList());
                        new Scene(table, width, 200);
                        table.resize(width, 200);
                        table.layout();
                        table.control().resize(width, 200);
                        return table.control().getColumns().get(1).getWidth();
                    });
        }

        @Test
        void showTheWidestTextWhicheverLettersItHas() {
            var wide = widthOfTarget("", 400, "MMMMMMMMMM");
            assertEquals(wide, widthOfTarget("", 400, "iiiiiiiiiiii", "MMMMMMMMMM"));
        }

        @Test
        void cutNoTitleAsLongAsTextsCanBeReadBesideIt() {
            var whole = widthOfTarget("Not captured", 2_000, "7");
            assertEquals(whole, widthOfTarget("Not captured", 260, "7"));
            assertTrue(widthOfTarget("Not captured", 190, "7") < whole);
        }

        /// Sockets in a narrow window: an address must keep its port.
        @Test
        void inWhichNoRowSaysAnythingGiveWayBeforeAddressesAreCut() {
            var widths =
                    Fx.call(
                            () -> {
                                var table =
                                        new DenseTable<>(
                                                TableSetup.of(
                                                        "sockets",
                                                        "Sockets",
                                                        List.of(
                                                                Column.number(
                                                                        "fd", "Fd", 40, Row::fd),
                                                                Column.<Row>text(
                                                                                "source",
                                                                                "Source",
                                                                                200,
                                                                                Row::target)
                                                                        .monospaced(),
                                                                Column.<Row>text(
                                                                                "peer",
                                                                                "Destination",
                                                                                200,
                                                                                Row::target)
                                                                        .monospaced(),
                                                                Column.<Row>text(
                                                                                "queue",
                                                                                "Receive queue",
                                                                                107,
                                                                                _ -> "-")
                                                                        .rightAligned()),
                                                        setup.menus(),
                                                        setup.icons(),
                                                        preferences));
                                table.show(List.of(new Row(8, "127.0.0.1:46332")));
                                new Scene(table, 340, 200);
                                table.resize(340, 200);
                                table.layout();
                                table.control().resize(340, 200);
                                return table.control().getColumns().stream()
                                        .map(TableColumn::getWidth)
                                        .toList();
                            });
            var natural = widthOfTarget("", 2_000, "127.0.0.1:46332");
            assertTrue(widths.get(1) >= natural, widths + ", " + natural);
            assertTrue(widths.get(2) >= natural, widths + ", " + natural);
            assertTrue(widths.get(3) < 100, widths::toString);
        }

        @Test
        void keepWhatTellsRowsApartAndAreScrolledWhereThereIsNotEnoughRoom() {
            var widths =
                    Fx.call(
                            () -> {
                                List<Column<Row, ?>> columns =
                                        IntStream.range(0, 8)
                                                .<Column<Row, ?>>mapToObj(
                                                        i ->
                                                                Column.<Row>text(
                                                                                "c" + i,
                                                                                "C" + i,
                                                                                90,
                                                                                Row::target)
                                                                        .monospaced())
                                                .toList();
                                var table =
                                        new DenseTable<>(
                                                TableSetup.of(
                                                        "many",
                                                        "Many",
                                                        columns,
                                                        setup.menus(),
                                                        setup.icons(),
                                                        preferences));
                                table.show(List.of(new Row(1, "/usr/sbin/daemon --with -a -b")));
                                new Scene(table, 600, 200);
                                table.resize(600, 200);
                                table.layout();
                                table.control().resize(600, 200);
                                return table.control().getColumns().stream()
                                        .map(TableColumn::getWidth)
                                        .toList();
                            });
            assertTrue(widths.stream().allMatch(width -> width >= 150), widths::toString);
        }

        @Test
        void areTheExaminersOnceOneWasMoved() {
            var table = shown(300);
            Fx.run(() -> table.control().getColumns().get(2).setPrefWidth(400));
            Fx.run(() -> table.control().resize(200, 200));
            assertEquals(400, Fx.call(() -> table.control().getColumns().get(2).getWidth()));
            var next = shown(500);
            assertEquals(400, Fx.call(() -> next.control().getColumns().get(2).getWidth()));
        }

        @Test
        void areNotRememberedWhileTheTableFitsThem() {
            shown(300);
            assertEquals(Optional.empty(), preferences.text("table.files"));
        }

        @Test
        void areHiddenAndShownFromTheirMenuAndRemembered() {
            var table = shown(300);
            Fx.run(() -> table.control().getColumns().get(2).setVisible(false));
            assertEquals(Optional.of("mark:,fd:,-target:"), preferences.text("table.files"));
            var next = shown(300);
            assertFalse(Fx.call(() -> next.control().getColumns().get(2).isVisible()));
        }
    }

    @Nested
    class ATree {
        private final Row sshd = new Row(56, "sshd", Mark.NONE, List.of(new Row(72, "kworker")));
        private final Row start =
                new Row(1, "start.sh", Mark.NONE, List.of(new Row(6, "python3"), sshd));

        private DenseTree<Row> tree() {
            return Fx.call(
                    () -> {
                        var tree = new DenseTree<>(setup, Row::children);
                        tree.show(List.of(start, new Row(7, "sleep")));
                        return tree;
                    });
        }

        private List<String> shown(DenseTree<Row> tree) {
            return Fx.call(
                    () ->
                            IntStream.range(0, tree.control().getExpandedItemCount())
                                    .mapToObj(
                                            i -> tree.control().getTreeItem(i).getValue().target())
                                    .toList());
        }

        @Test
        void opensTheAncestorsOfWhatItSelects() {
            var tree = tree();
            assertEquals(List.of("start.sh", "sleep"), shown(tree));
            assertTrue(Fx.call(() -> tree.select(new Row(72, "kworker"))));
            assertEquals(List.of("start.sh", "python3", "sshd", "kworker", "sleep"), shown(tree));
            assertEquals(
                    Optional.of(new Row(72, "kworker")),
                    Fx.call(() -> tree.selectedRow().getValue()));
            assertFalse(Fx.call(() -> tree.select(new Row(99, "nobody"))));
        }

        @Test
        void aFilterKeepsAncestorsAndItsEndRestoresWhatWasOpen() {
            var tree = tree();
            Fx.run(() -> tree.filterText().set("kwor"));
            assertEquals(List.of("start.sh", "sshd", "kworker"), shown(tree));
            Fx.run(() -> tree.filterText().set(""));
            assertEquals(List.of("start.sh", "sleep"), shown(tree));
        }

        @Test
        void whatAFilterFindsCanBeOpenedWhileItStands() {
            var tree = tree();
            Fx.run(() -> tree.filterText().set("sshd"));
            assertEquals(List.of("start.sh", "sshd"), shown(tree));
            assertFalse(Fx.call(() -> tree.control().getTreeItem(1).isLeaf()));
            Fx.run(() -> tree.control().getTreeItem(1).setExpanded(true));
            assertEquals(List.of("start.sh", "sshd", "kworker"), shown(tree));
        }

        @Test
        void aFilterLeavesClosedWhatItFindsAlthoughARowBelowIsSelected() {
            var tree = tree();
            Fx.run(() -> tree.select(new Row(72, "kworker")));
            Fx.run(() -> tree.filterText().set("sshd"));
            assertEquals(List.of("start.sh", "sshd"), shown(tree));
        }

        @Test
        void tellsHowManyOfAllRowsAFilterAccepts() {
            var tree = tree();
            Fx.run(() -> tree.filterText().set("s"));
            assertEquals("3 of 5", Fx.call(tree::filterCount));
            Fx.run(() -> tree.filterText().set(""));
            assertEquals("", Fx.call(tree::filterCount));
        }

        @Test
        void itsColumnsHaveRoomForWhatShowsAndNoMore() {
            var below = new Row(8, "a".repeat(40));
            var tree =
                    Fx.call(
                            () -> {
                                var made = new DenseTree<>(setup, Row::children);
                                made.control().resize(900, 200);
                                made.show(List.of(new Row(7, "sleep", Mark.NONE, List.of(below))));
                                return made;
                            });
            var closed = targetWidth(tree);
            Fx.run(() -> tree.expand(1));
            var open = targetWidth(tree);
            assertTrue(closed < open - 100, closed + " closed, " + open + " open");
            Fx.run(() -> tree.control().getTreeItem(0).setExpanded(false));
            assertEquals(open, targetWidth(tree), "columns do not jump back");
        }

        @Test
        void itsColumnsGrowWhenTheExaminerOpensARow() {
            var below = new Row(8, "a".repeat(40));
            var tree =
                    Fx.call(
                            () -> {
                                var made = new DenseTree<>(setup, Row::children);
                                made.control().resize(900, 200);
                                made.show(List.of(new Row(7, "sleep", Mark.NONE, List.of(below))));
                                return made;
                            });
            var closed = targetWidth(tree);
            Fx.run(() -> tree.control().getTreeItem(0).setExpanded(true));
            assertTrue(targetWidth(tree) > closed + 100);
        }

        private double targetWidth(DenseTree<Row> tree) {
            return Fx.call(() -> tree.control().getColumns().get(2).getPrefWidth());
        }

        /// Items of the control are large, and it looks for the place of each that comes while it shows.
        @Test
        void whatIsClosedIsNotMadeAndWhatIsOpenedIsMadeAtOnce() {
            var asked = new ArrayList<Row>();
            var below =
                    IntStream.range(0, 100_000).mapToObj(pid -> new Row(pid, "worker")).toList();
            var parent = new Row(-1, "parent", Mark.NONE, below);
            var tree =
                    Fx.call(
                            () -> {
                                var made =
                                        new DenseTree<Row>(
                                                setup,
                                                row -> {
                                                    asked.add(row);
                                                    return row.children();
                                                });
                                made.show(List.of(parent));
                                return made;
                            });
            assertEquals(1, Fx.call(() -> tree.control().getExpandedItemCount()));
            assertTrue(asked.stream().allMatch(parent::equals), asked::toString);
            Fx.run(() -> tree.select(parent));
            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> Fx.run(() -> tree.control().getTreeItem(0).setExpanded(true)));
            assertEquals(100_001, Fx.call(() -> tree.control().getExpandedItemCount()));
            assertTimeout(Duration.ofSeconds(20), () -> Fx.run(() -> tree.expand(2)));
            assertEquals(100_001, Fx.call(() -> tree.control().getExpandedItemCount()));
        }

        @Test
        void newRowsKeepWhatIsOpenAndSelected() {
            var tree = tree();
            Fx.run(() -> tree.select(sshd));
            Fx.run(() -> tree.show(List.of(start)));
            assertEquals(List.of("start.sh", "python3", "sshd"), shown(tree));
            assertEquals(List.of(sshd), Fx.call(tree::selected));
        }
    }
}
