package org.icecore.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A table laid out in one way: its lines, with what is said above and below.
///
/// @param underTasks whether tasks, the first column, are headings over their rows
/// @param bands the other columns: in one line for each row, or what has no room there in a second one
/// @param width columns that a line may have
record TextWay(TextGrid grid, boolean underTasks, List<TextColumns> bands, int width) {

    private static final String INDENT = "    ";
    private static final String HANGING = "  ";

    /// Nothing if the columns do not fit.
    ///
    /// @param gap blanks before each column
    static Optional<TextWay> of(TextGrid grid, boolean underTasks, String gap, int width) {
        var all = grid.columns();
        var columns = underTasks ? all.subList(1, all.size()) : all;
        return TextColumns.of(columns, "", gap, width)
                .map(List::of)
                .or(() -> folded(columns, gap, width))
                .map(bands -> new TextWay(grid, underTasks, bands, width));
    }

    /// Each row in two lines: as many columns as have room, then the others.
    private static Optional<List<TextColumns>> folded(
            List<TextColumn> columns, String gap, int width) {
        var split = 0;
        for (var room = width; split < columns.size(); split++) {
            room -= gap.length() + columns.get(split).width();
            if (room < 0) {
                break;
            }
        }
        if (split < 1 || split == columns.size()) {
            return Optional.empty();
        }
        var others = columns.subList(split, columns.size());
        return TextColumns.of(columns.subList(0, split), "", gap, width)
                .flatMap(
                        first ->
                                TextColumns.of(others, INDENT, gap, width)
                                        .map(second -> List.of(first, second)));
    }

    void print(Consumer<String> out) {
        grid.above().forEach(sentence -> told(sentence).forEach(out));
        bands.forEach(band -> band.heading().forEach(out));
        var task = "";
        for (var row : grid.rows()) {
            if (underTasks && !task.equals(row.getFirst())) {
                task = row.getFirst();
                out.accept(grid.columns().getFirst().title() + " " + task);
            }
            var from = underTasks ? 1 : 0;
            for (var band : bands) {
                band.lines(row.subList(from, from + band.size())).forEach(out);
                from += band.size();
            }
        }
        grid.below().forEach(sentence -> told(sentence).forEach(out));
    }

    private Stream<String> told(String sentence) {
        return Wrapping.hanging(HANGING, sentence, width).lines();
    }

    /// Counts the lines that some rows take, and what stands above and below.
    static final class Tally {

        private final TextWay way;
        private long lines;
        private String task = "";

        Tally(TextWay way) {
            this.way = way;
            this.lines =
                    Stream.concat(way.grid.above().stream(), way.grid.below().stream())
                                    .flatMap(way::told)
                                    .count()
                            + way.bands.stream().mapToLong(band -> band.heading().size()).sum();
        }

        /// Counts a row; rows come in their order.
        void add(int place) {
            var row = way.grid.rows().get(place);
            if (way.underTasks && !task.equals(row.getFirst())) {
                task = row.getFirst();
                lines++;
            }
            var from = way.underTasks ? 1 : 0;
            for (var band : way.bands) {
                lines += band.height(row.subList(from, from + band.size()));
                from += band.size();
            }
        }

        TextWay way() {
            return way;
        }

        long lines() {
            return lines;
        }
    }
}
