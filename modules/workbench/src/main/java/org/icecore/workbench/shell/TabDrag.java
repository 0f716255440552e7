package org.icecore.workbench.shell;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.icecore.workbench.part.PartRef;

/// A tab that is dragged to another place. Escape gives up.
///
/// Plain mouse events rather than the platform's drag and drop: the tab never leaves the window, and the platform's
/// gesture exists neither on the headless platform nor the same on all desktops.
final class TabDrag {
    private static final double THRESHOLD = 6;

    /// Where a part would go.
    ///
    /// @param preview the area to highlight, in the coordinates of the overlay
    /// @param drop moves the part there
    record Target(Bounds preview, Runnable drop) {}

    /// Finds where a part would go.
    @FunctionalInterface
    interface Finder {
        Optional<Target> find(PartRef ref, Point2D scenePoint);
    }

    private final Pane overlay;
    private final Finder finder;
    private final Region preview = new Region();
    private final EventHandler<KeyEvent> escape =
            event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    stop();
                    event.consume();
                }
            };
    private Optional<Point2D> start = Optional.empty();
    private boolean dragging;

    TabDrag(Pane overlay, Finder finder) {
        this.overlay = overlay;
        this.finder = finder;
        preview.getStyleClass().add("drop-preview");
        preview.setManaged(false);
    }

    void attach(TabHeader tab) {
        tab.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        start = Optional.of(new Point2D(event.getSceneX(), event.getSceneY()));
                    }
                });
        tab.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(tab.ref(), event));
        tab.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release(tab.ref(), event));
    }

    private void drag(PartRef ref, MouseEvent event) {
        var point = new Point2D(event.getSceneX(), event.getSceneY());
        if (!dragging && start.filter(from -> from.distance(point) > THRESHOLD).isPresent()) {
            dragging = true;
            overlay.getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        if (dragging) {
            finder.find(ref, point)
                    .ifPresentOrElse(this::show, () -> overlay.getChildren().remove(preview));
        }
    }

    private void release(PartRef ref, MouseEvent event) {
        if (dragging) {
            var found = finder.find(ref, new Point2D(event.getSceneX(), event.getSceneY()));
            stop();
            found.ifPresent(target -> target.drop().run());
        }
        start = Optional.empty();
    }

    private void stop() {
        dragging = false;
        start = Optional.empty();
        overlay.getChildren().remove(preview);
        overlay.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }

    private void show(Target target) {
        if (!overlay.getChildren().contains(preview)) {
            overlay.getChildren().add(preview);
        }
        var bounds = target.preview();
        preview.resizeRelocate(
                bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
