package org.icecore.views.hex;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Where things stand in a row, in pixels and in columns of characters.
///
/// @param font of bytes
/// @param bold of titles and markers
/// @param charWidth advance of each character
/// @param rowHeight height of a row
/// @param baseline from the top of a row to the foot of its letters
/// @param digits of an address
/// @param bytesPerRow bytes in a row
/// @param markers whether a column for `~`, `+` and `-` comes first
record HexMetrics(
        Font font,
        Font bold,
        double charWidth,
        double rowHeight,
        double baseline,
        int digits,
        int bytesPerRow,
        boolean markers) {

    /// Width of the origin stripe.
    static final double STRIPE = 4;

    private static final double PADDING = 6;

    static HexMetrics of(String family, double size, int digits, int bytesPerRow, boolean markers) {
        var font = Font.font(family, size);
        var probe = new Text("0".repeat(64));
        probe.setFont(font);
        var bounds = probe.getLayoutBounds();
        double height = Math.max(Math.ceil(bounds.getHeight()) + 2, Math.round(size * 1.5));
        double baseline = Math.round((height - bounds.getHeight()) / 2 + probe.getBaselineOffset());
        return new HexMetrics(
                font,
                Font.font(family, FontWeight.BOLD, size),
                bounds.getWidth() / 64,
                height,
                baseline,
                digits,
                bytesPerRow,
                markers);
    }

    HexMetrics withBytesPerRow(int count) {
        return new HexMetrics(font, bold, charWidth, rowHeight, baseline, digits, count, markers);
    }

    int addressColumn() {
        return markers ? 2 : 0;
    }

    /// The column of the first digit of byte `index`; groups of eight stand apart.
    int hexColumn(int index) {
        return addressColumn() + digits + 2 + index * 3 + index / 8;
    }

    /// The column of the character of byte `index`.
    int textColumn(int index) {
        return hexColumn(bytesPerRow - 1) + 2 + 2 + index;
    }

    int columns() {
        return textColumn(bytesPerRow);
    }

    double x(double column) {
        return STRIPE + PADDING + column * charWidth;
    }

    double width() {
        return Math.ceil(x(columns()) + PADDING);
    }

    /// The byte whose digits are at or nearest to `x`.
    int byteInHex(double x) {
        int best = 0;
        for (int i = 1; i < bytesPerRow; i++) {
            best = x >= this.x(hexColumn(i) - 0.5) ? i : best;
        }
        return best;
    }

    /// The byte whose character is at or nearest to `x`.
    int byteInText(double x) {
        return (int) Math.clamp(Math.floor((x - x(textColumn(0))) / charWidth), 0, bytesPerRow - 1);
    }

    boolean inText(double x) {
        return x >= x(textColumn(0) - 1);
    }
}
