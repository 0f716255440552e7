package org.icecore.report.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Row;
import org.icecore.report.Table;
import org.icecore.report.Tree;
import org.icecore.report.writing.Steps;

/// Tables and trees in HTML; the sign of a row stands in a column of its own.
final class HtmlTable {

    private static final int DEEPEST = 40;

    private final Markup markup;
    private final Steps steps;

    HtmlTable(Markup markup, Steps steps) {
        this.markup = markup;
        this.steps = steps;
    }

    void write(Table table) throws IOException {
        head(table.anchor(), table.caption(), table.columns());
        for (var row : table.rows()) {
            row(row, table.columns(), 0);
        }
        foot(table.rows().isEmpty(), table.columns(), table.omitted());
    }

    void write(Tree tree) throws IOException {
        head(tree.anchor(), tree.caption(), tree.columns());
        for (var node : tree.nodes()) {
            row(node.row(), tree.columns(), node.depth());
        }
        foot(tree.nodes().isEmpty(), tree.columns(), tree.omitted());
    }

    private void head(Optional<String> anchor, Optional<String> caption, List<Column> columns)
            throws IOException {
        markup.tags("<table");
        if (anchor.isPresent()) {
            markup.tags(" id=\"").text(anchor.get()).tags("\"");
        }
        markup.tags(">\n");
        if (caption.isPresent()) {
            markup.tags("<caption>").text(caption.get()).tags("</caption>\n");
        }
        markup.tags("<thead><tr><th class=\"sign\"><span class=\"unseen\">Change</span></th>");
        for (var column : columns) {
            markup.tags("<th scope=\"col\"" + classes(column) + ">")
                    .text(column.header())
                    .tags("</th>");
        }
        markup.tags("</tr></thead>\n<tbody>\n");
    }

    private void row(Row row, List<Column> columns, int depth) throws IOException {
        var mark = row.mark();
        markup.tags(
                        mark == Mark.NONE
                                ? "<tr>"
                                : "<tr class=\"" + mark.name().toLowerCase(Locale.ROOT) + "\">")
                .tags("<td class=\"sign\">")
                .text(mark.sign())
                .tags("</td>");
        for (var i = 0; i < columns.size(); i++) {
            markup.tags("<td" + classes(columns.get(i)) + ">");
            if (i == 0) {
                markup.tags("<span class=\"in\"></span>".repeat(Math.min(depth, DEEPEST)));
            }
            markup.text(row.cells().get(i));
            if (i == 0) {
                HtmlDocument.location(markup, row.location());
            }
            markup.tags("</td>");
        }
        markup.tags("</tr>\n");
        steps.next();
    }

    private void foot(boolean empty, List<Column> columns, long omitted) throws IOException {
        if (empty) {
            markup.tags("<tr><td></td><td colspan=\"" + columns.size() + "\">None.</td></tr>\n");
        }
        markup.tags("</tbody>\n</table>\n");
        HtmlDocument.omitted(markup, omitted, "row", "rows");
    }

    private static String classes(Column column) {
        var quoted = column.monospaced() ? " quoted" : "";
        var whole = column.weight() == 0 ? " whole" : "";
        var names =
                switch (column.alignment()) {
                    case LEFT -> quoted + whole;
                    case RIGHT -> quoted + whole + " right";
                };
        return names.isEmpty() ? "" : " class=\"" + names.strip() + "\"";
    }
}
