package org.icecore.icons.build;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/// Paints drawings at a place and size. `stroke` and `accent` are used where the drawing leaves the colour open.
record Brush(Graphics2D graphics, Color stroke, Color accent) {
    private static final float FAMILY_WIDTH = 1.25f;

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void paint(Drawing drawing, double x, double y, double size) {
        var pen = (Graphics2D) graphics.create();
        smooth(pen);
        pen.translate(x, y);
        pen.scale(size / drawing.box(), size / drawing.box());
        for (var path : drawing.strokes()) {
            if (!path.fill().isEmpty()) {
                pen.setColor(Color.decode(path.fill()));
                pen.fill(path.shape());
                continue;
            }
            var open = path.accent() ? accent : stroke;
            var width = path.width().isEmpty() ? FAMILY_WIDTH : Float.parseFloat(path.width());
            pen.setColor(path.colour().isEmpty() ? open : Color.decode(path.colour()));
            pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(path.shape());
        }
        pen.dispose();
    }
}
