package org.icecore.views.hex;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.icecore.views.desk.Screen;

/// A window without a screen that shows one control, and hands to use it.
final class Stand implements AutoCloseable {

    private final Stage stage;
    private final Region shown;
    private final Robot robot = new Robot();

    private Stand(Stage stage, Region shown) {
        this.stage = stage;
        this.shown = shown;
    }

    static Stand show(Callable<? extends Region> control, double width, double height) {
        var stand =
                Screen.call(
                        () -> {
                            var region = control.call();
                            var stage = new Stage();
                            stage.setX(0);
                            stage.setY(0);
                            stage.setScene(new Scene(region, width, height));
                            stage.show();
                            region.requestFocus();
                            return new Stand(stage, region);
                        });
        stand.settle();
        return stand;
    }

    /// Waits until pending layout and painting are done.
    void settle() {
        Screen.settle(shown.getScene());
    }

    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Screen.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("did not happen");
            }
            settle();
        }
    }

    /// Presses keys together and lets go of them.
    Stand press(KeyCode... keys) {
        Screen.run(
                () -> {
                    for (var key : keys) {
                        robot.keyPress(key);
                    }
                    for (int i = keys.length - 1; i >= 0; i--) {
                        robot.keyRelease(keys[i]);
                    }
                });
        settle();
        return this;
    }

    Stand click(double x, double y) {
        return drag(x, y, x, y);
    }

    /// Drags from one point of the control to another.
    Stand drag(double x, double y, double toX, double toY) {
        at(() -> robot.mouseMove(shown.localToScreen(x, y)));
        at(() -> robot.mousePress(MouseButton.PRIMARY));
        if (x != toX || y != toY) {
            at(() -> robot.mouseMove(shown.localToScreen((x + toX) / 2, (y + toY) / 2)));
            at(() -> robot.mouseMove(shown.localToScreen(toX, toY)));
        }
        at(() -> robot.mouseRelease(MouseButton.PRIMARY));
        return this;
    }

    private void at(Runnable deed) {
        Screen.run(deed);
        settle();
    }

    void snapshot(String name) {
        settle();
        Screen.keep(Screen.call(() -> shown.snapshot(null, null)), name);
    }

    @Override
    public void close() {
        Screen.run(stage::close);
    }
}
