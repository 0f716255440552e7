package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.icecore.app.cli.TextGrid.Heading;

/// Puts a table on a terminal in a way that takes few lines and loses nothing.
///
/// All columns beside each other come first. If they have no room, what all rows have in common goes above them, cells are
/// put in fewer signs, tasks become headings over their rows, long reasons go below, and at last a row is put in two lines.
/// Only where nothing of that fits is each row a block of lines.
///
/// @param full the table as it is
/// @param compact the same in fewer signs
record TextLayout(TextGrid full, Supplier<TextGrid> compact) {

    private static final String GAP = "  ";
    private static final String NARROW_GAP = " ";

    /// A way of laying the table out: its lines with what is said above and below.
    private record Way(TextGrid grid, String gap, boolean underTasks) {

        Optional<List<String>> lines(int width) {
            var tasks =
                    underTasks
                            ? grid.rows().stream().map(List::getFirst).toList()
                            : List.<String>of();
            var shown = underTasks ? grid.only(1, grid.headings().size()) : grid;
            return new TextColumns(shown, gap)
                    .lines(width)
                    .or(() -> folded(shown, width))
                    .map(lines -> joined(lines, tasks, width));
        }

        private List<String> joined(TextColumns.Lines lines, List<String> tasks, int width) {
            var all = new ArrayList<String>();
            grid.above().forEach(sentence -> all.addAll(told(sentence, width)));
            all.addAll(lines.heading());
            for (var i = 0; i < lines.rows().size(); i++) {
                if (underTasks && (i == 0 || !tasks.get(i).equals(tasks.get(i - 1)))) {
                    all.add(grid.headings().getFirst().title() + " " + tasks.get(i));
                }
                all.addAll(lines.rows().get(i));
            }
            grid.below().forEach(sentence -> all.addAll(told(sentence, width)));
            return all;
        }

        /// Each row in two lines: as many columns as have room, then the others.
        private Optional<TextColumns.Lines> folded(TextGrid shown, int width) {
            var widths = new TextColumns(shown, gap).widths();
            var split = 0;
            for (var room = width; split < widths.length; split++) {
                room -= gap.length() + widths[split];
                if (room < 0) {
                    break;
                }
            }
            if (split < 1 || split == widths.length) {
                return Optional.empty();
            }
            var at = split;
            return new TextColumns(shown.only(0, at), gap)
                    .lines(width)
                    .flatMap(
                            first ->
                                    new TextColumns(shown.only(at, widths.length), gap)
                                            .lines(width - 2 * GAP.length())
                                            .map(second -> under(first, second)));
        }

        private static TextColumns.Lines under(TextColumns.Lines first, TextColumns.Lines second) {
            var rows = new ArrayList<List<String>>();
            for (var i = 0; i < first.rows().size(); i++) {
                rows.add(under(first.rows().get(i), second.rows().get(i)));
            }
            return new TextColumns.Lines(under(first.heading(), second.heading()), rows);
        }

        private static List<String> under(List<String> first, List<String> second) {
            return Stream.concat(
                            first.stream(),
                            second.stream().map(line -> (GAP + GAP + line).stripTrailing()))
                    .toList();
        }

        private static List<String> told(String sentence, int width) {
            return Wrapping.hanging(GAP, sentence, width).lines().toList();
        }
    }

    List<String> lines(int width) {
        var widths = new TextColumns(full, GAP).widths();
        var natural = GAP.length() * widths.length;
        for (var column : widths) {
            natural += column;
        }
        if (natural <= width) {
            return new Way(full, GAP, false).lines(width).orElseThrow();
        }
        List<String> best = List.of();
        for (var way : ways()) {
            var lines = way.lines(width).orElse(List.of());
            if (!lines.isEmpty() && (best.isEmpty() || isWorth(lines.size(), best.size()))) {
                best = lines;
            }
        }
        return best.isEmpty() ? blocks(width) : best;
    }

    /// A less plain way has to save one line in ten.
    private static boolean isWorth(int lines, int plainer) {
        return lines * 10L <= plainer * 9L;
    }

    /// The plainest first.
    private List<Way> ways() {
        var brief = compact.get().withoutConstants();
        var grids = List.of(full, full.withoutConstants(), brief, brief.withNotes());
        var ways = new ArrayList<Way>();
        for (var gap : List.of(GAP, NARROW_GAP)) {
            for (var grid : grids) {
                ways.add(new Way(grid, gap, false));
                if (hasTasks(grid)) {
                    ways.add(new Way(grid, gap, true));
                }
            }
        }
        for (var way : List.copyOf(ways)) {
            ways.add(new Way(way.grid().withBriefHeadings(), way.gap(), way.underTasks()));
        }
        return ways;
    }

    private static boolean hasTasks(TextGrid grid) {
        return grid.headings().size() > 2 && grid.headings().getFirst().id().equals("pid");
    }

    private List<String> blocks(int width) {
        var titles =
                full.headings().stream()
                        .mapToInt(heading -> TextWidth.of(heading.title()))
                        .max()
                        .orElse(0);
        var lines = new ArrayList<String>();
        for (var row : full.rows()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (var i = 0; i < row.size(); i++) {
                Heading heading = full.headings().get(i);
                var lead =
                        GAP
                                + heading.title()
                                + " ".repeat(titles - TextWidth.of(heading.title()))
                                + GAP;
                lines.addAll(Wrapping.hanging(lead, row.get(i), width).lines().toList());
            }
        }
        return lines;
    }
}
