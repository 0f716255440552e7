package org.icecore.app.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.ComparisonState;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are dragged from another window and dropped on that of the program: the display's own drag and drop.
class FileDropTest {
    @Test
    void twoFilesDroppedOnTheWindowAreCompared(@TempDir Path desk) {
        Assumptions.assumeTrue(
                Toolkit.hasDisplay(),
                "Drag and drop needs a display: set DISPLAY, or run the tests under xvfb-run.");
        Toolkit.start();
        var pair = Pair.incident();
        var program = Program.start(desk.resolve("configuration"), List.of(), desk);
        var folder = Toolkit.ask(() -> folderOf(pair));
        try {
            var files = Toolkit.ask(() -> folder.getScene().getRoot());
            Toolkit.waitUntil("the folder shows", folder::isShowing, () -> "it does not");
            program.hands()
                    .drag(files, Hands.middle(program.window().getScene().getRoot()), () -> {});
            Toolkit.waitUntil(
                    "the two are compared",
                    () -> program.bench().comparison().get() instanceof ComparisonState.Done,
                    () -> "on the bench: " + program.bench().items());
            assertEquals(
                    List.of(pair.before(), pair.after()),
                    Toolkit.ask(
                            () -> program.bench().items().stream().map(BenchItem::path).toList()));
            Toolkit.waitUntil(
                    "the comparison is in front and says why",
                    () ->
                            program.eyes()
                                    .shows(
                                            "Compared because the two were dropped on the window"
                                                    + " together."),
                    program.eyes()::status);
        } finally {
            Toolkit.run(folder::close);
            program.close();
        }
    }

    /// A small window from which the files are dragged, in the corner that the program leaves free.
    private static Stage folderOf(Pair pair) {
        var label = new Label("two files");
        label.setPrefSize(56, 32);
        label.setOnDragDetected(
                event -> {
                    var content = new ClipboardContent();
                    content.putFiles(pair.files().stream().map(Path::toFile).toList());
                    ((Node) event.getSource())
                            .startDragAndDrop(TransferMode.COPY)
                            .setContent(content);
                    event.consume();
                });
        var stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(label));
        stage.setX(2);
        stage.setY(2);
        stage.setAlwaysOnTop(true);
        stage.show();
        return stage;
    }
}
