package org.icecore.report.html;

import java.io.IOException;
import org.icecore.report.HexExcerpt;
import org.icecore.report.writing.Counts;
import org.icecore.report.writing.HexGrid;

/// Hex excerpts in HTML; a changed byte is a `mark`, which is bold and underlined as well as coloured.
final class HtmlDump {

    private final Markup markup;

    HtmlDump(Markup markup) {
        this.markup = markup;
    }

    void write(HexExcerpt excerpt) throws IOException {
        var grid = new HexGrid(excerpt);
        markup.tags("<figure");
        if (excerpt.anchor().isPresent()) {
            markup.tags(" id=\"").text(excerpt.anchor().get()).tags("\"");
        }
        markup.tags(">\n<figcaption>")
                .text(excerpt.caption())
                .tags("</figcaption>\n<pre class=\"bytes\">");
        head(excerpt, grid);
        for (var row = 0; row < grid.rows(); ) {
            var absent = grid.absentRows(row);
            if (absent >= HexGrid.FOLD) {
                var count = Counts.of(grid.bytes(row, absent), "byte", "bytes");
                markup.tags("  " + grid.address(row) + "   <i>" + count + " not captured</i>\n");
                row += absent;
            } else {
                row(excerpt, grid, row);
                row++;
            }
        }
        markup.tags("</pre>\n");
        for (var side : excerpt.sides()) {
            for (var reason : HexGrid.reasons(side)) {
                markup.tags("<p class=\"omitted\">?? ")
                        .text(side.title())
                        .tags(", not captured: ")
                        .text(reason)
                        .tags("</p>\n");
            }
            if (side.location().isPresent()) {
                markup.tags("<small class=\"location\">")
                        .text(side.title() + ": " + side.location().get())
                        .tags("</small>\n");
            }
        }
        HtmlDocument.omitted(markup, excerpt.omitted(), "byte", "bytes");
        markup.tags("</figure>\n");
    }

    private void head(HexExcerpt excerpt, HexGrid grid) throws IOException {
        markup.tags("<b>  " + pad("Address", grid.digits() + 3));
        for (var side : excerpt.sides()) {
            var width = grid.perRow() * 4 + 5;
            var title = side.title();
            markup.text(
                    title.length() < width
                            ? pad(title, width)
                            : title.substring(0, width - 2) + "… ");
        }
        markup.tags("</b>\n");
    }

    private void row(HexExcerpt excerpt, HexGrid grid, int row) throws IOException {
        markup.tags((grid.hasChange(row) ? "~ " : "  ") + grid.address(row) + "   ");
        for (var side = 0; side < excerpt.sides().size(); side++) {
            for (var column = 0; column < grid.perRow(); column++) {
                var offset = grid.offset(row, column);
                var text = offset < 0 ? "  " : HexGrid.hex(grid.value(side, offset));
                put(grid, offset, text);
                markup.tags(column == grid.perRow() / 2 - 1 ? "  " : " ");
            }
            markup.tags(" ");
            for (var column = 0; column < grid.perRow(); column++) {
                var offset = grid.offset(row, column);
                put(grid, offset, offset < 0 ? " " : HexGrid.character(grid.value(side, offset)));
            }
            markup.tags(side == excerpt.sides().size() - 1 ? "\n" : "   ");
        }
    }

    private void put(HexGrid grid, int offset, String text) throws IOException {
        var marked = offset >= 0 && grid.isChanged(offset) && !text.startsWith("?");
        markup.tags(marked ? "<mark>" : "").verbatim(text).tags(marked ? "</mark>" : "");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
