package org.icecore.report.pdf;

import java.io.IOException;
import java.util.List;
import org.icecore.report.Column;
import org.icecore.report.Text;

/// How the width of a page is shared among the columns of a table.
final class ColumnWidths {

    /// Space on either side of a cell's text.
    static final double PADDING = 3.5;

    private static final double NARROWEST = 34;

    private final Typesetter typesetter;
    private final List<Column> columns;
    private final double[] natural;

    ColumnWidths(Typesetter typesetter, List<Column> columns) throws IOException {
        this.typesetter = typesetter;
        this.columns = columns;
        this.natural = new double[columns.size()];
        for (var i = 0; i < natural.length; i++) {
            natural[i] = typesetter.run(columns.get(i).header(), Style.HEAD).width() + 2 * PADDING;
        }
    }

    /// How a cell of `column` looks.
    static Style style(Column column) {
        return column.monospaced() ? Style.CELL.monospaced() : Style.CELL;
    }

    /// Takes a row into account.
    ///
    /// @param indent of the first cell
    void measure(List<Text> cells, double indent) throws IOException {
        for (var i = 0; i < natural.length; i++) {
            var width = 2 * PADDING + (i == 0 ? indent : 0);
            for (var run : typesetter.runs(cells.get(i), style(columns.get(i)))) {
                width += run.width();
            }
            natural[i] = Math.max(natural[i], width);
        }
    }

    /// Widths that add up to at most `available`, paddings included.
    double[] share(double available) {
        var widths = natural.clone();
        var weights = 0;
        var least = 0.0;
        for (var i = 0; i < widths.length; i++) {
            if (columns.get(i).weight() > 0) {
                weights += columns.get(i).weight();
                least += NARROWEST;
            }
        }
        var room =
                Math.max(
                        available * 0.4,
                        available - Math.max(least, weights == 0 ? 0 : available * 0.18));
        shrink(widths, room);
        var rest = available - exact(widths);
        if (weights > 0) {
            divide(widths, rest);
        } else {
            var more = Math.min(14, rest / widths.length);
            for (var i = 0; i < widths.length; i++) {
                widths[i] += more;
            }
        }
        return widths;
    }

    /// Gives each weighted column its share of `rest`, or less if less is enough for it; what is saved goes to the others,
    /// who are asked again, since their shares have grown.
    private void divide(double[] widths, double rest) {
        var content = new boolean[widths.length];
        var left = rest;
        var weights = weights(content);
        for (var settled = true; settled && weights > 0; weights = weights(content)) {
            settled = false;
            var share = left / weights;
            for (var i = 0; i < widths.length; i++) {
                if (isOpen(i, content) && natural[i] < share * columns.get(i).weight()) {
                    widths[i] = natural[i];
                    left -= natural[i];
                    content[i] = true;
                    settled = true;
                }
            }
        }
        var everyone = weights == 0;
        var sum = everyone ? weights(new boolean[widths.length]) : weights;
        for (var i = 0; i < widths.length; i++) {
            if (everyone && columns.get(i).weight() > 0) {
                widths[i] += left * columns.get(i).weight() / sum;
            } else if (isOpen(i, content)) {
                widths[i] = left * columns.get(i).weight() / sum;
            }
        }
    }

    private boolean isOpen(int column, boolean[] content) {
        return columns.get(column).weight() > 0 && !content[column];
    }

    private int weights(boolean[] content) {
        var sum = 0;
        for (var i = 0; i < content.length; i++) {
            sum += isOpen(i, content) ? columns.get(i).weight() : 0;
        }
        return sum;
    }

    private double exact(double[] widths) {
        var sum = 0.0;
        for (var i = 0; i < widths.length; i++) {
            sum += columns.get(i).weight() == 0 ? widths[i] : 0;
        }
        return sum;
    }

    /// Cuts the widest columns to the same width until all have room.
    private void shrink(double[] widths, double room) {
        while (exact(widths) > room + 0.01) {
            var widest = 0.0;
            var next = 0.0;
            var count = 0;
            for (var i = 0; i < widths.length; i++) {
                if (columns.get(i).weight() > 0) {
                    continue;
                }
                if (widths[i] > widest + 0.001) {
                    next = widest;
                    widest = widths[i];
                    count = 1;
                } else if (widths[i] > widest - 0.001) {
                    count++;
                } else {
                    next = Math.max(next, widths[i]);
                }
            }
            var cut = Math.max(next, widest - (exact(widths) - room) / count);
            for (var i = 0; i < widths.length; i++) {
                if (columns.get(i).weight() == 0 && widths[i] > widest - 0.002) {
                    widths[i] = cut;
                }
            }
        }
    }
}
