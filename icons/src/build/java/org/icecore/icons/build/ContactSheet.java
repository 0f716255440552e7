package org.icecore.icons.build;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/// Every drawing side by side, at 16 pixels and enlarged, on light and on dark, in the order of their names.
record ContactSheet(Map<String, Drawing> family, ApplicationIcon application) {
    private static final int COLUMNS = 12;
    private static final int CELL = 76;
    private static final int LARGE = 48;
    private static final int BANNER = 280;
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 256);

    BufferedImage pixels() {
        var rows = Math.ceilDiv(family.size(), COLUMNS);
        var half = BANNER + rows * CELL;
        var sheet = new BufferedImage(COLUMNS * CELL, 2 * half, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        half(pen, 0, half, new Color(0xfcfcfd), new Color(0x33414e), new Color(0x0a6ebd));
        half(pen, half, half, new Color(0x1d232a), new Color(0xc5ced8), new Color(0x58b2f0));
        pen.dispose();
        return sheet;
    }

    private void half(
            Graphics2D pen, int top, int height, Color ground, Color stroke, Color accent) {
        pen.setColor(ground);
        pen.fillRect(0, top, COLUMNS * CELL, height);
        var left = 12;
        for (var size : SIZES) {
            pen.drawImage(application.pixels(size), left, top + 12, null);
            left += size + 24;
        }
        var brush = new Brush(pen, stroke, accent);
        var index = 0;
        for (var drawing : family.values()) {
            var x = index % COLUMNS * CELL;
            var y = top + BANNER + index / COLUMNS * CELL;
            brush.paint(drawing, x, y + 4, LARGE);
            brush.paint(drawing, x + LARGE + 4, y + 20, 16);
            index++;
        }
    }
}
