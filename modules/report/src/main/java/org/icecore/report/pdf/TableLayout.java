package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Table;
import org.icecore.report.Tree;
import org.icecore.report.writing.Steps;

/// Lays tables and trees out: header on every page, rows kept whole where they have room on one.
final class TableLayout {

    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final double GUTTER = 12;

    private final PageFlow flow;
    private final Typesetter typesetter;
    private final Steps steps;

    TableLayout(PageFlow flow, Typesetter typesetter, Steps steps) {
        this.flow = flow;
        this.typesetter = typesetter;
        this.steps = steps;
    }

    void lay(Table table) throws IOException {
        var entries = new ArrayList<TableRow>(table.rows().size());
        table.rows().forEach(row -> entries.add(new TableRow(0, 0, row)));
        lay(table.anchor(), table.caption(), table.columns(), entries, table.omitted());
    }

    void lay(Tree tree) throws IOException {
        var branches = Branches.of(tree.nodes());
        var entries = new ArrayList<TableRow>(branches.length);
        for (var i = 0; i < branches.length; i++) {
            entries.add(
                    new TableRow(
                            tree.nodes().get(i).depth(), branches[i], tree.nodes().get(i).row()));
        }
        lay(tree.anchor(), tree.caption(), tree.columns(), entries, tree.omitted());
    }

    private void lay(
            Optional<String> anchor,
            Optional<String> caption,
            List<Column> columns,
            List<TableRow> entries,
            long omitted)
            throws IOException {
        var marked = entries.stream().anyMatch(entry -> entry.row().mark() != Mark.NONE);
        var grid = grid(columns, entries, marked ? GUTTER : 0);
        var captionLines =
                caption.isEmpty()
                        ? List.<Line>of()
                        : typesetter.lines(caption.get(), Style.CAPTION, WIDTH);
        var first = entries.isEmpty() ? 20 : Math.min(grid.height(entries.getFirst()), 300);
        flow.need(captionLines.size() * Style.CAPTION.leading() + 3 + grid.headHeight() + first);
        anchor.ifPresent(flow::anchor);
        try (var _ = flow.structure().in("Table")) {
            if (!captionLines.isEmpty()) {
                try (var _ = flow.structure().in("Caption")) {
                    flow.lines(captionLines, Style.CAPTION, Sheet.LEFT);
                }
            }
            flow.gap(3);
            grid.firstHead();
            for (var entry : entries) {
                grid.row(entry);
                steps.next();
            }
        }
        if (entries.isEmpty()) {
            flow.advance(2);
            try (var _ = flow.structure().in("P")) {
                flow.lines(
                        typesetter.lines("None.", Style.SMALL, WIDTH),
                        Style.SMALL,
                        Sheet.LEFT + ColumnWidths.PADDING);
            }
        }
        BlockLayout.omitted(flow, typesetter, omitted, "row", "rows");
        flow.gap(12);
    }

    private TableGrid grid(List<Column> columns, List<TableRow> entries, double gutter)
            throws IOException {
        var deepest = entries.stream().mapToInt(TableRow::depth).max().orElse(0);
        var indent = deepest == 0 ? 0 : Math.min(11, 120.0 / deepest);
        var widths = new ColumnWidths(typesetter, columns);
        for (var entry : entries) {
            widths.measure(entry.row().cells(), entry.depth() * indent);
        }
        return new TableGrid(
                flow, typesetter, columns, widths.share(WIDTH - gutter), gutter, indent);
    }
}
