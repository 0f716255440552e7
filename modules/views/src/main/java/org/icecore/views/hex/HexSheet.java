package org.icecore.views.hex;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A canvas that is painted at most once per pulse, however often it is asked to.
///
/// Not managed, so that asking for a repaint does not lay out the window again.
final class HexSheet extends Region {

    /// What to paint.
    @FunctionalInterface
    interface Painting {
        void paint(GraphicsContext g, double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final Painting painting;

    HexSheet(Painting painting) {
        this.painting = painting;
        setManaged(false);
        getChildren().add(canvas);
    }

    void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            painting.paint(canvas.getGraphicsContext2D(), getWidth(), getHeight());
        }
    }
}
