package org.icecore.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.icecore.workbench.demo.DemoWorkbench;
import org.icecore.workbench.demo.Fx;
import org.icecore.workbench.log.Severity;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbenchScreenshotTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    /// The headless screen has 1000 by 1000 pixels; larger pictures need a display.
    private static final boolean LARGE = !"Headless".equals(System.getProperty("glass.platform"));

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource
    void theWindowIsDrawnInEveryTheme(Theme theme, @TempDir Path folder) {
        var demo = Fx.call(() -> new DemoWorkbench(folder));
        Fx.run(
                () -> {
                    demo.services().themes().use(theme);
                    demo.workbench().show();
                    demo.stage().setWidth(LARGE ? 1600 : 1000);
                    demo.stage().setHeight(LARGE ? 1000 : 760);
                    demo.services().parts().openEditor("python3 (6)");
                    demo.services().parts().openEditor("shop (after)");
                    demo.services().parts().showView("tasks");
                    demo.services().selection().select("tasks", DemoWorkbench.rows().getFirst());
                    demo.services()
                            .jobs()
                            .start(
                                    "hashing shop.tar",
                                    progress -> {
                                        progress.update(64, 100, "64 %");
                                        while (!progress.isCancelled()) {
                                            Thread.sleep(5);
                                        }
                                        return "";
                                    });
                });
        var name = theme.id();
        picture(demo, name + "-window");
        Fx.run(() -> demo.services().commands().execute(StandardCommands.QUICK_ACCESS));
        Fx.type("ta");
        picture(demo, name + "-quick-access");
        Fx.press(KeyCode.ESCAPE);
        Fx.run(
                () -> {
                    demo.stage().setWidth(800);
                    demo.stage().setHeight(600);
                    demo.services()
                            .errorLog()
                            .report(
                                    Severity.WARNING,
                                    "pagemap-6.img+0x40: run overlaps",
                                    "details");
                    demo.services()
                            .errorLog()
                            .error("shop.tar: cannot be read", new IOException("truncated"));
                    demo.services().parts().showView("error-log");
                });
        picture(demo, name + "-small");
        Fx.run(
                () -> {
                    demo.services().parts().showView("files");
                    var files =
                            (DenseTable<?>)
                                    demo.services().parts().view("files").orElseThrow().node();
                    files.control().getSelectionModel().selectRange(1, 4);
                    files.filterText().set("o_");
                    files.openFilter();
                });
        Fx.run(() -> demo.services().parts().view("files").orElseThrow().focus());
        picture(demo, name + "-filter");
        Fx.run(
                () -> {
                    demo.services().parts().showView("progress");
                    demo.services().parts().showView("keys");
                    demo.services().parts().showPerspective("memory");
                    demo.services().parts().showView("tasks");
                });
        picture(demo, name + "-memory");
        Fx.run(() -> demo.stage().hide());
        assertTrue(Files.exists(PICTURES.resolve(name + "-window.png")));
    }

    @ParameterizedTest
    @EnumSource
    void theStatesOfAViewAreDrawn(Theme theme, @TempDir Path folder) {
        var services = Fx.call(() -> new DemoWorkbench(folder).services());
        var scene =
                Fx.call(
                        () -> {
                            var job =
                                    services.jobs()
                                            .start(
                                                    "Reading pagemap-6.img",
                                                    progress -> {
                                                        progress.update(
                                                                40, 100, "run 400 of 1,000");
                                                        while (!progress.isCancelled()) {
                                                            Thread.sleep(5);
                                                        }
                                                        return "";
                                                    });
                            var states = new GridPane(1, 1);
                            var all =
                                    List.of(
                                            new ViewState.NothingSelected(
                                                    "Select a task to see its mappings."),
                                            new ViewState.Loading(job),
                                            new ViewState.Empty(
                                                    "The task has no open files: it is a zombie."),
                                            new ViewState.Partial(
                                                    "12 of 40 pages were not captured."),
                                            new ViewState.Failed(
                                                    "shop.tar, pagemap-6.img+0x40: the run overlaps the one before. The tasks"
                                                            + " before it are shown.",
                                                    "MalformedImageException: ..."),
                                            new ViewState.Ready());
                            for (int i = 0; i < all.size(); i++) {
                                var pane = new PlaceholderPane(new TextArea("content"), all.get(i));
                                pane.setPrefSize(330, 200);
                                states.add(pane, i % 3, i / 3);
                            }
                            services.themes().use(theme);
                            var drawn = new Scene(states);
                            services.themes().style(drawn, List.of());
                            return drawn;
                        });
        Fx.pulses();
        Fx.run(
                () -> {
                    var stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
        Fx.picture(scene, PICTURES.resolve(theme.id() + "-states.png"));
        Fx.run(
                () -> {
                    services.jobs().cancelAll();
                    scene.getWindow().hide();
                });
        assertTrue(Files.exists(PICTURES.resolve(theme.id() + "-states.png")));
    }

    /// Menus and tooltips are windows of their own, so this takes the picture of the screen.
    @Test
    void menusWearTheThemeToo(@TempDir Path folder) {
        Assumptions.assumeTrue(LARGE, "needs a display");
        var demo = Fx.call(() -> new DemoWorkbench(folder));
        Fx.run(
                () -> {
                    demo.services().themes().use(Theme.DARK);
                    demo.workbench().show();
                    demo.services().parts().showView("tasks");
                });
        Fx.press(KeyCode.F10);
        for (int i = 0; i < 4; i++) {
            Fx.press(KeyCode.RIGHT);
        }
        Fx.press(KeyCode.DOWN);
        Fx.press(KeyCode.RIGHT);
        Fx.pictureOfScreen(PICTURES.resolve("dark-menu.png"));
        Fx.press(KeyCode.ESCAPE);
        Fx.press(KeyCode.ESCAPE);
        Fx.run(() -> demo.services().themes().use(Theme.LIGHT));
        Fx.run(() -> demo.services().parts().showView("tasks"));
        Fx.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        Fx.pictureOfScreen(PICTURES.resolve("light-copy-as.png"));
        Fx.press(KeyCode.ESCAPE);
        Fx.press(KeyCode.ALT, KeyCode.MINUS);
        Fx.pictureOfScreen(PICTURES.resolve("light-part-menu.png"));
        Fx.press(KeyCode.ESCAPE);
        Fx.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.M);
        Fx.pictureOfScreen(PICTURES.resolve("light-move-view.png"));
        Fx.run(() -> demo.stage().hide());
    }

    private static void picture(DemoWorkbench demo, String name) {
        Fx.picture(demo.workbench().scene(), PICTURES.resolve(name + ".png"));
    }
}
