package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.icecore.report.HexExcerpt;
import org.icecore.report.writing.Counts;
import org.icecore.report.writing.HexGrid;

/// Lays hex excerpts out.
///
/// A changed byte has a coloured ground, a line below it and bold digits, and its row a sign: any one of them is enough.
final class HexLayout {

    private static final double ROW = 10.4;
    private static final double BASELINE = 7.6;

    private final PageFlow flow;
    private final Typesetter typesetter;

    HexLayout(PageFlow flow, Typesetter typesetter) {
        this.flow = flow;
        this.typesetter = typesetter;
    }

    void lay(HexExcerpt excerpt) throws IOException {
        flow.need(Style.CAPTION.leading() + 3 * ROW + 34);
        excerpt.anchor().ifPresent(flow::anchor);
        BlockLayout.caption(flow, typesetter, excerpt.caption());
        flow.gap(3);
        new Dump(excerpt).lay();
        for (var side : excerpt.sides()) {
            for (var reason : HexGrid.reasons(side)) {
                var text = "?? %s, not captured: %s".formatted(side.title(), reason);
                BlockLayout.remark(flow, typesetter, text, Style.SMALL);
            }
        }
        for (var side : excerpt.sides()) {
            if (side.location().isPresent()) {
                var text = side.title() + ": " + side.location().get();
                BlockLayout.remark(flow, typesetter, text, Style.LOCATION);
            }
        }
        BlockLayout.omitted(flow, typesetter, excerpt.omitted(), "byte", "bytes");
        flow.gap(12);
    }

    /// The rows of one excerpt.
    private final class Dump {

        private final HexExcerpt excerpt;
        private final HexGrid grid;
        private final double cell;
        private final double[] lefts;

        Dump(HexExcerpt excerpt) throws IOException {
            this.excerpt = excerpt;
            this.grid = new HexGrid(excerpt);
            this.cell = typesetter.run("0", Style.HEX).width();
            this.lefts = new double[excerpt.sides().size()];
            for (var side = 0; side < lefts.length; side++) {
                lefts[side] =
                        Sheet.LEFT
                                + cell * (2 + grid.digits() + 3)
                                + side * cell * (grid.perRow() * 4 + 5);
            }
        }

        void lay() throws IOException {
            try (var _ = flow.structure().in("P");
                    var _ = flow.structure().in("Code")) {
                head();
            }
            for (var row = 0; row < grid.rows(); ) {
                var absent = grid.absentRows(row);
                if (flow.room() < ROW) {
                    flow.newSheet();
                    try (var _ = flow.structure().in(Artifact.LAYOUT)) {
                        head();
                    }
                }
                try (var _ = flow.structure().in("P");
                        var _ = flow.structure().in("Code")) {
                    if (absent >= HexGrid.FOLD) {
                        fold(row, absent);
                        row += absent;
                    } else {
                        row(row);
                        row++;
                    }
                }
            }
            flow.sheet().rule(Ink.SOFT, 0.6, flow.y() + 1);
            flow.advance(3);
        }

        private void head() throws IOException {
            var top = flow.y();
            flow.sheet().rule(Ink.SOFT, 0.6, top);
            flow.sheet()
                    .text(typesetter.line("Address", Style.HEAD), Sheet.LEFT + cell * 2, top + 9.4);
            for (var side = 0; side < lefts.length; side++) {
                var title = excerpt.sides().get(side).title();
                flow.sheet()
                        .text(
                                typesetter.fitted(title, Style.HEAD, cell * grid.perRow() * 4),
                                lefts[side],
                                top + 9.4);
            }
            flow.advance(12.6);
            flow.sheet().rule(Ink.SOFT, 0.6, flow.y());
            flow.advance(1.5);
        }

        private void fold(int row, int count) throws IOException {
            address(row);
            flow.sheet().fill(Ink.HEAD_WASH, lefts[0], flow.y(), Sheet.RIGHT - lefts[0], ROW);
            var text =
                    "%s not captured".formatted(Counts.of(grid.bytes(row, count), "byte", "bytes"));
            text(typesetter.line(text, Style.SMALL), lefts[0] + 2);
            flow.advance(ROW);
        }

        private void row(int row) throws IOException {
            if (grid.hasChange(row)) {
                text(typesetter.line("~", Style.HEX.bold().in(Ink.CHANGED)), Sheet.LEFT);
            }
            address(row);
            for (var side = 0; side < lefts.length; side++) {
                bytes(row, side);
            }
            flow.advance(ROW);
        }

        private void address(int row) throws IOException {
            text(typesetter.line(grid.address(row), Style.HEX.in(Ink.SOFT)), Sheet.LEFT + cell * 2);
        }

        private void bytes(int row, int side) throws IOException {
            var digits = new ArrayList<Run>();
            var characters = new ArrayList<Run>();
            for (var column = 0; column < grid.perRow(); column++) {
                var offset = grid.offset(row, column);
                var gap = column == grid.perRow() / 2 - 1 ? "  " : " ";
                if (offset < 0) {
                    digits.add(typesetter.run("  " + gap, Style.HEX));
                    characters.add(typesetter.run(" ", Style.HEX));
                    continue;
                }
                var value = grid.value(side, offset);
                var style = style(offset, value);
                ground(column, lefts[side], value, grid.isChanged(offset));
                digits.add(typesetter.run(HexGrid.hex(value), style));
                digits.add(typesetter.run(gap, Style.HEX));
                characters.add(typesetter.verbatim(HexGrid.character(value), style));
            }
            text(line(digits), lefts[side]);
            text(line(characters), lefts[side] + cell * (grid.perRow() * 3 + 2));
        }

        /// What lies behind the digits and the character of a byte: the mark of a changed one, the hatch of an absent one.
        private void ground(int column, double left, int value, boolean changed) {
            var sheet = flow.sheet();
            var x = left + cell * (column * 3 + (column >= grid.perRow() / 2 ? 1 : 0));
            if (value < 0) {
                for (var stroke = 0; stroke < 3; stroke++) {
                    var from = x + stroke * cell * 0.8;
                    sheet.rule(Ink.HATCH, 0.4, from, flow.y() + ROW - 1, from + 3, flow.y() + 1);
                }
            } else if (changed) {
                var character = left + cell * (grid.perRow() * 3 + 2 + column);
                sheet.fill(Ink.CHANGED_BYTE, x - 0.6, flow.y() + 0.6, cell * 2 + 1.2, ROW - 0.8);
                sheet.rule(
                        Ink.CHANGED,
                        0.8,
                        x - 0.4,
                        flow.y() + 9.4,
                        x + cell * 2 + 0.4,
                        flow.y() + 9.4);
                sheet.fill(Ink.CHANGED_BYTE, character, flow.y() + 0.6, cell, ROW - 0.8);
                sheet.rule(
                        Ink.CHANGED,
                        0.8,
                        character,
                        flow.y() + 9.4,
                        character + cell,
                        flow.y() + 9.4);
            }
        }

        private Style style(int offset, int value) {
            if (value >= 0 && grid.isChanged(offset)) {
                return Style.HEX.bold();
            }
            return value <= 0 ? Style.HEX.in(Ink.SOFT) : Style.HEX;
        }

        private void text(Line line, double x) throws IOException {
            flow.sheet().text(line, x, flow.y() + BASELINE);
        }

        private static Line line(List<Run> runs) {
            return new Line(runs, runs.stream().mapToDouble(Run::width).sum());
        }
    }
}
