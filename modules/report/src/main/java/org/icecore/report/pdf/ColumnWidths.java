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

    /// Takes a row into account. Only columns that are as wide as their widest cell need to know it.
    ///
    /// @param indent of the first cell
    void measure(List<Text> cells, double indent) throws IOException {
        for (var i = 0; i < natural.length; i++) {
            if (columns.get(i).weight() > 0) {
                continue;
            }
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
        var room = Math.max(available * 0.4, available - Math.max(least, weights == 0 ? 0 : available * 0.18));
        shrink(widths, room);
        var rest = available - exact(widths);
        for (var i = 0; i < widths.length; i++) {
            if (columns.get(i).weight() > 0) {
                widths[i] = rest * columns.get(i).weight() / weights;
            }
        }
        if (weights == 0) {
            var more = Math.min(14, rest / widths.length);
            for (var i = 0; i < widths.length; i++) {
                widths[i] += more;
            }
        }
        return widths;
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
