package org.icecore.views.hex;

import java.util.Arrays;
import java.util.EnumMap;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexRow;

/// Paints rows of one pane. Each row takes one call per colour, not per byte.
final class HexPainter {

    private final GraphicsContext g;
    private final HexMetrics metrics;
    private final HexPalette palette;
    private final Paint hatch;
    private final EnumMap<Ink, char[]> lines = new EnumMap<>(Ink.class);

    HexPainter(GraphicsContext g, HexMetrics metrics, HexPalette palette, Paint hatch) {
        this.g = g;
        this.metrics = metrics;
        this.palette = palette;
        this.hatch = hatch;
        g.setFontSmoothingType(FontSmoothingType.GRAY);
    }

    /// The line of column offsets above the rows.
    void header(double left, double width, String title) {
        double height = metrics.rowHeight();
        g.setFill(palette.background());
        g.fillRect(left, 0, width, height);
        g.setFont(metrics.font());
        g.setFill(palette.address());
        for (int i = 0; i < metrics.bytesPerRow(); i++) {
            g.fillText(
                    "%02x".formatted(i),
                    left + metrics.x(metrics.hexColumn(i)),
                    metrics.baseline());
        }
        if (!title.isEmpty()) {
            g.setFont(metrics.bold());
            g.setFill(palette.foreground());
            g.fillText(
                    aboveAddresses(title),
                    left + metrics.x(metrics.addressColumn()),
                    metrics.baseline());
        }
        g.setStroke(palette.line());
        g.setLineWidth(1);
        g.strokeLine(left, height - 0.5, left + width, height - 0.5);
    }

    /// The offsets must not be covered: what of the title has no room above the addresses is cut.
    private String aboveAddresses(String title) {
        int room = metrics.hexColumn(0) - metrics.addressColumn() - 1;
        return title.length() <= room ? title : title.substring(0, room - 1) + "…";
    }

    /// The title of a region.
    void title(double left, double y, double width, HexRow row, boolean executable) {
        g.setFill(palette.line().deriveColor(0, 1, 1, 0.35));
        g.fillRect(left, y, width, metrics.rowHeight());
        g.setFont(metrics.bold());
        g.setFill(executable ? palette.executable() : palette.foreground());
        g.fillText(
                row.caption(), left + metrics.x(metrics.addressColumn()), y + metrics.baseline());
    }

    /// Addresses at which nothing is mapped.
    void gap(double left, double y, double width, HexRow row) {
        g.setFont(metrics.font());
        g.setFill(palette.address());
        var span = row.span();
        var words = "%s - %s  %s".formatted(address(span.first()), end(span.last()), row.caption());
        double room = width / metrics.charWidth() - words.length() - metrics.addressColumn() - 2;
        var waves = "~".repeat((int) Math.clamp((room - 2) / 2, 1, 5));
        g.fillText(
                "%s %s %s".formatted(waves, words, waves),
                left + metrics.x(metrics.addressColumn()),
                y + metrics.baseline());
    }

    private String end(long last) {
        return last == -1L ? "1" + "0".repeat(16) : address(last + 1);
    }

    /// Rows folded into one, or the head of a fold that is open.
    void fold(double left, double y, double width, HexRow row, boolean absent, boolean selected) {
        double from = left + metrics.x(metrics.hexColumn(0)) - 4;
        double height = metrics.rowHeight();
        if (absent && row.kind() == HexRow.Kind.FOLDED) {
            g.setFill(hatch);
            g.fillRect(from, y, left + width - from, height);
        }
        if (selected) {
            g.setFill(palette.selection());
            g.fillRect(from, y + 1, left + width - from, height - 2);
        }
        g.setFont(metrics.font());
        g.setFill(palette.address());
        double address = left + metrics.x(metrics.addressColumn());
        g.fillText(address(row.span().first()), address, y + metrics.baseline());
        boolean open = row.kind() == HexRow.Kind.UNFOLDED;
        triangle(left + metrics.x(metrics.hexColumn(0) - 1) - 3, y + height / 2, open);
        g.setFill(palette.absent());
        var words = open ? row.caption() : "... %s ...".formatted(row.caption());
        double text = left + metrics.x(metrics.hexColumn(0) + 0.5);
        g.fillText(words, text, y + metrics.baseline());
    }

    private void triangle(double x, double y, boolean open) {
        g.setFill(palette.address());
        if (open) {
            g.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {y - 2, y - 2, y + 3}, 3);
        } else {
            g.fillPolygon(new double[] {x - 2, x - 2, x + 3}, new double[] {y - 4, y + 4, y}, 3);
        }
    }

    /// A row of bytes.
    void bytes(double left, double y, HexRow row, HexBytes bytes, RowLook look) {
        int shift = (int) (row.span().first() - row.base());
        backgrounds(left, y, shift, bytes, look);
        if (look.stripe() != Color.TRANSPARENT) {
            g.setFill(look.stripe());
            g.fillRect(left, y, HexMetrics.STRIPE, metrics.rowHeight());
        }
        lines.clear();
        put(Ink.ADDRESS, metrics.addressColumn(), address(row.base()));
        if (look.marker() != ' ') {
            marker(left, y, look.marker(), look.markerInk());
        }
        for (int i = 0; i < bytes.length(); i++) {
            cell(shift + i, bytes, i, look.ink(shift + i));
        }
        g.setFont(metrics.font());
        lines.forEach(
                (ink, line) -> {
                    g.setFill(ink.of(palette));
                    g.fillText(new String(line), left + metrics.x(0), y + metrics.baseline());
                });
        underlines(left, y, shift, bytes.length(), look);
        var hits = new HitFrame(g, metrics, palette);
        look.frames().forEach(frame -> hits.paint(left, y, frame));
    }

    /// The sign in front of a row.
    void marker(double left, double y, char sign, Ink ink) {
        g.setFont(metrics.bold());
        g.setFill(ink.of(palette));
        g.fillText(String.valueOf(sign), left + metrics.x(0), y + metrics.baseline());
    }

    private void cell(int column, HexBytes bytes, int index, Ink ink) {
        switch (bytes.state(index)) {
            case NOT_MAPPED -> {}
            case NOT_CAPTURED -> put(Ink.ABSENT, metrics.hexColumn(column), "??");
            case CAPTURED, ZERO -> {
                int value = bytes.value(index);
                var line = line(ink);
                line[metrics.hexColumn(column)] = Character.forDigit(value >> 4, 16);
                line[metrics.hexColumn(column) + 1] = Character.forDigit(value & 15, 16);
                boolean printable = value >= 0x20 && value < 0x7f;
                line(printable || ink != Ink.PLAIN ? ink : Ink.ZERO)[metrics.textColumn(column)] =
                        printable ? (char) value : '.';
            }
        }
    }

    /// The caret on byte `column` of a row; `text` says in which of the two columns the hands are.
    void caret(double left, double y, int column, boolean text, boolean focused) {
        double hex = left + metrics.x(metrics.hexColumn(column));
        double letter = left + metrics.x(metrics.textColumn(column));
        box(hex - 1.5, y, 2 * metrics.charWidth() + 3, focused && !text);
        box(letter - 0.5, y, metrics.charWidth() + 1, focused && text);
    }

    private void box(double x, double y, double width, boolean strong) {
        if (strong) {
            g.setFill(palette.caret().deriveColor(0, 1, 1, 0.22));
            g.fillRect(x, y, width, metrics.rowHeight());
        }
        g.setStroke(palette.caret());
        g.setLineWidth(strong ? 2 : 1);
        g.strokeRect(Math.round(x) + 0.5, y + 0.5, Math.round(width), metrics.rowHeight() - 1);
    }

    /// The caret on a row that stands for many bytes.
    void caretRow(double left, double y, double width, boolean focused) {
        g.setStroke(palette.caret());
        g.setLineWidth(focused ? 2 : 1);
        double from = left + metrics.x(metrics.hexColumn(0)) - 4;
        g.strokeRect(from + 0.5, y + 1, left + width - from - 2, metrics.rowHeight() - 2);
    }

    /// A bar at the left of a row of the current change.
    void emphasis(double left, double y) {
        g.setFill(palette.caret());
        g.fillRect(left + HexMetrics.STRIPE + 1, y, 2, metrics.rowHeight());
    }

    /// Words in the middle of a sheet without rows.
    void placeholder(double width, double height, String words) {
        g.setFont(metrics.font());
        g.setFill(palette.address());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(words, width / 2, height / 2, width);
        g.setTextAlign(TextAlignment.LEFT);
    }

    /// Note that takes the place of bytes.
    void note(double left, double y, String words) {
        g.setFont(metrics.font());
        g.setFill(palette.absent());
        g.fillText(words, left + metrics.x(metrics.hexColumn(0)), y + metrics.baseline());
    }

    private void backgrounds(double left, double y, int shift, HexBytes bytes, RowLook look) {
        int i = 0;
        while (i < bytes.length()) {
            int column = shift + i;
            var fill = fill(bytes, i, look, column);
            int end = i;
            while (end + 1 < bytes.length()
                    && fill(bytes, end + 1, look, shift + end + 1).equals(fill)) {
                end++;
            }
            if (fill != Color.TRANSPARENT) {
                g.setFill(fill);
                int last = shift + end;
                double half = metrics.charWidth() / 2;
                double from = left + metrics.x(metrics.hexColumn(column)) - half;
                double to = left + metrics.x(metrics.hexColumn(last) + 2) + half;
                g.fillRect(from, y, to - from, metrics.rowHeight());
                double text = left + metrics.x(metrics.textColumn(column));
                g.fillRect(text, y, (end - i + 1) * metrics.charWidth(), metrics.rowHeight());
            }
            i = end + 1;
        }
    }

    private Paint fill(HexBytes bytes, int index, RowLook look, int column) {
        var back = look.back(column);
        boolean absent = bytes.state(index) == ByteState.NOT_CAPTURED;
        return back == Color.TRANSPARENT && absent ? hatch : back;
    }

    private void underlines(double left, double y, int shift, int length, RowLook look) {
        double foot = y + metrics.baseline() + 2.5;
        g.setLineWidth(1);
        for (int i = shift; i < shift + length; i++) {
            if (look.underlined(i)) {
                g.setStroke(look.ink(i).of(palette));
                double x = left + metrics.x(metrics.hexColumn(i));
                g.strokeLine(x, foot, x + 2 * metrics.charWidth(), foot);
                double text = left + metrics.x(metrics.textColumn(i));
                g.strokeLine(text, foot, text + metrics.charWidth(), foot);
            }
        }
    }

    private void put(Ink ink, int column, String words) {
        words.getChars(0, words.length(), line(ink), column);
    }

    private char[] line(Ink ink) {
        return lines.computeIfAbsent(
                ink,
                _ -> {
                    var line = new char[metrics.columns()];
                    Arrays.fill(line, ' ');
                    return line;
                });
    }

    /// An address in the full width of the view.
    String address(long address) {
        var digits = Long.toHexString(address);
        return "0".repeat(Math.max(0, metrics.digits() - digits.length())) + digits;
    }
}
