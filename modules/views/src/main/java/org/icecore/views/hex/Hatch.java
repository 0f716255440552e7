package org.icecore.views.hex;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;

/// The faint diagonal strokes behind bytes that are not captured.
final class Hatch {

    private static final int TILE = 8;

    private Hatch() {}

    static Paint of(HexPalette palette) {
        var tile = new WritableImage(TILE, TILE);
        var pixels = tile.getPixelWriter();
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                boolean stroke = (x + y) % TILE < 2;
                pixels.setColor(x, y, stroke ? palette.hatch() : palette.background());
            }
        }
        return new ImagePattern(tile, 0, 0, TILE, TILE, false);
    }
}
