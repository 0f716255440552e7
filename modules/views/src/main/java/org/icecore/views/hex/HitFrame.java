package org.icecore.views.hex;

import javafx.scene.canvas.GraphicsContext;

/// Paints the frame by which a hit is told without its colour; that of the present one is twice as strong.
///
/// A hit that goes on in another row has no side there.
record HitFrame(GraphicsContext g, HexMetrics metrics, HexPalette palette) {

    void paint(double left, double y, RowLook.Frame frame) {
        double half = metrics.charWidth() / 2;
        g.setStroke(palette.foreground());
        g.setLineWidth(frame.present() ? 2 : 1);
        paint(
                frame,
                y,
                left + metrics.x(metrics.hexColumn(frame.from())) - half,
                left + metrics.x(metrics.hexColumn(frame.to()) + 2) + half);
        paint(
                frame,
                y,
                left + metrics.x(metrics.textColumn(frame.from())),
                left + metrics.x(metrics.textColumn(frame.to()) + 1));
    }

    private void paint(RowLook.Frame frame, double y, double from, double to) {
        double inset = frame.present() ? 1 : 0.5;
        double one = Math.round(from) + inset;
        double other = Math.round(to) - inset;
        double top = y + inset;
        double foot = y + metrics.rowHeight() - inset;
        g.strokeLine(one, top, other, top);
        g.strokeLine(one, foot, other, foot);
        if (frame.begins()) {
            g.strokeLine(one, top, one, foot);
        }
        if (frame.ends()) {
            g.strokeLine(other, top, other, foot);
        }
    }
}
