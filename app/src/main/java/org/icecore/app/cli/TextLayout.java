package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Puts a table on a terminal in a way that takes few lines and loses nothing.
///
/// All columns beside each other come first. If they have no room, what all rows have in common goes above them, cells are
/// put in fewer signs, tasks become headings over their rows, long reasons go below, and at last a row is put in two lines.
/// Only where nothing of that fits is each row a block of lines.
///
/// Rows are gone through several times, to measure, to count and to print, and never held: a table can be longer than the heap.
///
/// @param full the table as it is
/// @param compact the same in fewer signs
record TextLayout(TextGrid full, Supplier<TextGrid> compact) {

    private static final String GAP = "  ";
    private static final String NARROW_GAP = " ";

    /// In how many rows the lines of all ways are counted: what is short in so many is short in all.
    private static final int COUNTED = 1 << 16;

    /// Hands over the lines, one after the other.
    ///
    /// @param width columns that a line may have
    void print(int width, Consumer<String> out) {
        best(width).ifPresentOrElse(way -> way.print(out), () -> printBlocks(width, out));
    }

    private Optional<TextWay> best(int width) {
        var natural = full.columns().stream().mapToInt(column -> GAP.length() + column.width());
        if (natural.sum() <= width) {
            return TextWay.of(full, false, GAP, width);
        }
        var tallies = ways(width).stream().map(TextWay.Tally::new).toList();
        for (var row = 0; row < Math.min(COUNTED, full.rows().size()); row++) {
            for (var tally : tallies) {
                tally.add(row);
            }
        }
        return tallies.stream()
                .reduce((best, other) -> isWorth(other.lines(), best.lines()) ? other : best)
                .map(TextWay.Tally::way);
    }

    /// A less plain way has to save one line in ten.
    private static boolean isWorth(long lines, long plainer) {
        return lines * 10 <= plainer * 9;
    }

    /// Those that fit, the plainest first.
    private List<TextWay> ways(int width) {
        var brief = compact.get().withoutConstants();
        var grids = List.of(full, full.withoutConstants(), brief, brief.withNotes());
        var ways = new ArrayList<TextWay>();
        for (var headed : List.of(grids, briefly(grids))) {
            for (var gap : List.of(GAP, NARROW_GAP)) {
                for (var grid : headed) {
                    TextWay.of(grid, false, gap, width).ifPresent(ways::add);
                    if (hasTasks(grid)) {
                        TextWay.of(grid, true, gap, width).ifPresent(ways::add);
                    }
                }
            }
        }
        return ways;
    }

    private static List<TextGrid> briefly(List<TextGrid> grids) {
        return grids.stream().map(TextGrid::withBriefHeadings).toList();
    }

    private static boolean hasTasks(TextGrid grid) {
        return grid.columns().size() > 2 && grid.columns().getFirst().id().equals("pid");
    }

    private void printBlocks(int width, Consumer<String> out) {
        var leads = leads();
        var first = true;
        for (var row : full.rows()) {
            if (!first) {
                out.accept("");
            }
            first = false;
            for (var i = 0; i < row.size(); i++) {
                Wrapping.hanging(leads.get(i), row.get(i), width).lines().forEach(out);
            }
        }
    }

    /// The titles, as wide as the widest.
    private List<String> leads() {
        var titles = full.columns().stream().map(TextColumn::title).toList();
        var widest = titles.stream().mapToInt(TextWidth::of).max().orElse(0);
        return titles.stream()
                .map(title -> GAP + title + " ".repeat(widest - TextWidth.of(title)) + GAP)
                .toList();
    }
}
