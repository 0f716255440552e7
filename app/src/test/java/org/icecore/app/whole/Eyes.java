package org.icecore.app.whole;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// What can be read off a window: nodes by what a screen reader calls them, rows of tables, the clipboard, the pixels.
///
/// All but [#photograph] and [#brightness] is to be called on the thread of the toolkit.
final class Eyes {
    private final Stage window;

    Eyes(Stage window) {
        this.window = window;
    }

    /// The visible nodes of the window that hold for a name: accessible text, or else the text they show.
    List<Node> named(String name) {
        return nodes(window.getScene().getRoot()).filter(node -> name(node).equals(name)).toList();
    }

    /// The one visible node of a name.
    Optional<Node> find(String name) {
        return named(name).stream().findFirst();
    }

    /// The visible node of a class, such as an editor's own control.
    <T extends Node> Optional<T> find(Class<T> kind) {
        return nodes(window.getScene().getRoot())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /// The visible node of a style.
    Optional<Node> styled(String style) {
        return nodes(window.getScene().getRoot())
                .filter(node -> node.getStyleClass().contains(style))
                .findFirst();
    }

    /// The title of a menu in the menu bar.
    Optional<Node> menu(String title) {
        return nodes(window.getScene().getRoot())
                .filter(
                        node ->
                                node.getStyleClass().contains("menu-button")
                                        && shown(node).equals(title))
                .findFirst();
    }

    /// The first offer of Quick Access, which Enter would run; empty if there is none.
    String offered() {
        return nodes(window.getScene().getRoot())
                .filter(
                        node ->
                                node instanceof ListCell<?> cell
                                        && cell.isSelected()
                                        && cell.getStyleClass().contains("quick-access-row"))
                .flatMap(Eyes::nodes)
                .filter(Label.class::isInstance)
                .map(Eyes::shown)
                .collect(Collectors.joining(" "));
    }

    /// The item of an open menu or of a list that shows above the windows.
    Optional<Node> menuItem(String text) {
        return Window.getWindows().stream()
                .filter(other -> other != window && other.isShowing())
                .flatMap(other -> nodes(other.getScene().getRoot()))
                .filter(node -> name(node).equals(text))
                .findFirst();
    }

    /// Whether a text shows somewhere in the window, alone or in a longer one.
    boolean shows(String text) {
        return nodes(window.getScene().getRoot()).anyMatch(node -> shown(node).contains(text));
    }

    /// What has the keys.
    Optional<Node> focused() {
        return Optional.ofNullable(window.getScene().getFocusOwner());
    }

    /// What a screen reader calls the node that has the keys.
    String focusedName() {
        return focused().map(Eyes::name).orElse("nothing");
    }

    /// The tab of a part, by its title.
    Optional<Node> tab(String title) {
        return named(title).stream()
                .filter(node -> node.getStyleClass().contains("part-tab"))
                .findFirst();
    }

    /// Where a node's middle is, as shares of the window's width and height.
    Rectangle2D place(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        var scene = window.getScene();
        return new Rectangle2D(
                bounds.getCenterX() / scene.getWidth(),
                bounds.getCenterY() / scene.getHeight(),
                0,
                0);
    }

    /// The title of the window.
    String title() {
        return window.getTitle();
    }

    /// The text of the status bar.
    String status() {
        return Optional.ofNullable(window.getScene().lookup("#status-text"))
                .map(Eyes::shown)
                .orElse("");
    }

    /// Whether no job runs.
    boolean idle() {
        return find("Cancel the job").isEmpty();
    }

    /// The table or tree of a name.
    Optional<Node> table(String name) {
        return named(name).stream()
                .filter(node -> node instanceof TableView<?> || node instanceof TreeTableView<?>)
                .findFirst();
    }

    /// The texts of the rows in sight of the table or tree of a name, cell by cell, separated by bars.
    List<String> rows(String name) {
        return cells(name)
                .sorted(Comparator.comparing(row -> row.getIndex()))
                .map(Eyes::text)
                .distinct()
                .toList();
    }

    /// The text of the selected row of the table or tree of a name.
    String selectedRow(String name) {
        int selected = selectedIndex(name);
        return cells(name)
                .filter(row -> row.getIndex() == selected)
                .map(Eyes::text)
                .findFirst()
                .orElse("");
    }

    /// How many rows the table or tree of a name has, those out of sight among them.
    int rowCount(String name) {
        return table(name)
                .map(
                        control ->
                                switch (control) {
                                    case TableView<?> rows -> rows.getItems().size();
                                    case TreeTableView<?> tree -> tree.getExpandedItemCount();
                                    default -> 0;
                                })
                .orElse(0);
    }

    /// The number of the selected row, or -1.
    int selectedIndex(String name) {
        return table(name).map(Eyes::selectedIndex).orElse(-1);
    }

    /// What a screen reader says of a node.
    String speech(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    /// The text on the clipboard.
    String clipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
    }

    /// Takes a picture of the window as it is on the screen.
    void photograph(Path file) {
        var picture = capture();
        var pixels =
                new BufferedImage(
                        (int) picture.getWidth(),
                        (int) picture.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                pixels.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException failure) {
            throw new AssertionError("no picture " + file, failure);
        }
    }

    /// How bright the window is on the whole, from 0 for black to 1 for white.
    double brightness() {
        var picture = capture();
        double sum = 0;
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y += 7) {
            for (int x = 0; x < picture.getWidth(); x += 7) {
                sum += picture.getPixelReader().getColor(x, y).getBrightness();
                count++;
            }
        }
        return sum / count;
    }

    private WritableImage capture() {
        Toolkit.awaitFrames();
        return Toolkit.ask(
                () ->
                        new Robot()
                                .getScreenCapture(
                                        null,
                                        new Rectangle2D(
                                                window.getX(),
                                                window.getY(),
                                                window.getWidth(),
                                                window.getHeight())));
    }

    private Stream<IndexedCell<?>> cells(String name) {
        return table(name).stream()
                .flatMap(control -> control.lookupAll(".indexed-cell").stream())
                .filter(Node::isVisible)
                .<IndexedCell<?>>mapMulti(
                        (node, rows) -> {
                            if (node instanceof TableRow<?> || node instanceof TreeTableRow<?>) {
                                rows.accept((IndexedCell<?>) node);
                            }
                        })
                .filter(row -> !row.isEmpty());
    }

    private static String text(IndexedCell<?> row) {
        return row.getChildrenUnmodifiable().stream()
                .filter(IndexedCell.class::isInstance)
                .sorted(Comparator.comparing(Node::getLayoutX))
                .map(Eyes::shown)
                .collect(Collectors.joining(" | "));
    }

    private static int selectedIndex(Node control) {
        return switch (control) {
            case TableView<?> rows -> rows.getSelectionModel().getSelectedIndex();
            case TreeTableView<?> tree -> tree.getSelectionModel().getSelectedIndex();
            default -> -1;
        };
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getAccessibleText()).orElseGet(() -> shown(node));
    }

    private static String shown(Node node) {
        return switch (node) {
            case Labeled labeled when labeled.isMnemonicParsing() ->
                    words(labeled).replaceAll("_(.)", "$1");
            case Labeled labeled -> words(labeled);
            case javafx.scene.text.Text text -> text.getText();
            default -> "";
        };
    }

    private static String words(Labeled labeled) {
        return Optional.ofNullable(labeled.getText()).orElse("");
    }

    private static Stream<Node> nodes(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Eyes::nodes))
                : Stream.of(node);
    }
}
