package org.icecore.workbench.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.icecore.workbench.preference.Preferences;

/// Remembers place and size of the window. A place that no screen shows any more is not restored.
public final class WindowMemory {
    /// Of the screen, at the first start: evidence wants room, and what lies beside the window stays in reach.
    private static final double SHARE = 0.9;

    private static final double MOST_WIDTH = 1_920;
    private static final double MOST_HEIGHT = 1_200;
    private static final double SMALLEST = 320;

    private final Preferences preferences;

    public WindowMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Puts the window where it was, or in the middle of the first screen.
    public void restore(Stage stage) {
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(size("width", Math.min(MOST_WIDTH, SHARE * screen.getWidth())));
        stage.setHeight(size("height", Math.min(MOST_HEIGHT, SHARE * screen.getHeight())));
        var x = preferences.number("window.x");
        var y = preferences.number("window.y");
        if (x.isPresent()
                && y.isPresent()
                && isOnScreen(new Rectangle2D(x.get(), y.get(), SMALLEST / 2, 24))) {
            stage.setX(x.get());
            stage.setY(y.get());
        } else {
            stage.setX(screen.getMinX() + Math.max(0, (screen.getWidth() - stage.getWidth()) / 2));
            stage.setY(
                    screen.getMinY() + Math.max(0, (screen.getHeight() - stage.getHeight()) / 2));
        }
        stage.setMaximized(preferences.text("window.maximised").filter("true"::equals).isPresent());
    }

    /// Remembers where the window is. The size of a maximised window is not its own.
    public void remember(Stage stage) {
        preferences.put("window.maximised", String.valueOf(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified() && stage.getWidth() > 0) {
            put("x", stage.getX());
            put("y", stage.getY());
            put("width", stage.getWidth());
            put("height", stage.getHeight());
        }
    }

    private double size(String name, double otherwise) {
        return preferences
                .number("window." + name)
                .filter(size -> size >= SMALLEST && size < 100_000)
                .orElse(otherwise);
    }

    private void put(String name, double value) {
        preferences.put("window." + name, String.valueOf(Math.round(value)));
    }

    private static boolean isOnScreen(Rectangle2D corner) {
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().contains(corner));
    }
}
