package org.icecore.app.whole;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// The keyboard and the mouse before a window. What they do has reached the window when the methods return.
///
/// To be called from the thread of the test.
final class Hands {
    private static final Map<Character, KeyCode> KEYS =
            Map.of(' ', KeyCode.SPACE, '.', KeyCode.PERIOD, '/', KeyCode.SLASH, '-', KeyCode.MINUS);
    private static final int STEPS = 12;

    private final Stage window;
    private final Robot robot;
    private final AtomicInteger heard = new AtomicInteger();

    /// @param window that is showing
    Hands(Stage window) {
        this.window = window;
        this.robot = Toolkit.ask(Robot::new);
        Toolkit.run(
                () -> window.addEventFilter(KeyEvent.KEY_RELEASED, _ -> heard.incrementAndGet()));
    }

    /// Presses keys together, the modifiers first, and lets them go.
    void press(KeyCode... keys) {
        int before = heard.get();
        Toolkit.run(
                () -> {
                    for (var key : keys) {
                        robot.keyPress(key);
                    }
                    for (int i = keys.length - 1; i >= 0; i--) {
                        robot.keyRelease(keys[i]);
                    }
                });
        Toolkit.waitUntil(
                "the window heard the keys",
                () -> !window.isShowing() || heard.get() >= before + keys.length,
                () -> "it heard %d of %d".formatted(heard.get() - before, keys.length));
        Toolkit.awaitFrames();
    }

    /// Types small letters, digits, spaces and a few signs.
    void type(String text) {
        for (char sign : text.toCharArray()) {
            var letter = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign)));
            press(KEYS.getOrDefault(sign, letter));
        }
    }

    /// Clicks into the middle of a node.
    void click(Node node) {
        moveTo(middle(node));
        Toolkit.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        Toolkit.awaitFrames();
    }

    /// Drags from the middle of a node to a point of the screen, and lets go there.
    ///
    /// @param beforeRelease what is done while the node hangs over its goal
    void drag(Node node, Point2D goal, Runnable beforeRelease) {
        var start = middle(node);
        moveTo(start);
        Toolkit.run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int step = 1; step <= STEPS; step++) {
            moveTo(start.interpolate(goal, (double) step / STEPS));
        }
        beforeRelease.run();
        Toolkit.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Toolkit.awaitFrames();
    }

    /// Puts the mouse where it points at nothing of interest.
    void rest() {
        moveTo(
                Toolkit.ask(
                        () ->
                                new Point2D(
                                        window.getX() + window.getWidth() - 3,
                                        window.getY() + window.getHeight() - 3)));
    }

    /// The middle of a node on the screen.
    static Point2D middle(Node node) {
        return Toolkit.ask(
                () -> {
                    var bounds = node.localToScreen(node.getLayoutBounds());
                    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
                });
    }

    private void moveTo(Point2D point) {
        Toolkit.run(() -> robot.mouseMove(point));
        Toolkit.awaitFrames();
    }
}
