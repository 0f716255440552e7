package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;

/// What cells of a table are absent, and why: a column that no row has is not shown, and each reason is told once, with how often
/// it applied.
final class Absences {

    /// Reasons of one column that are told apart; a dump can give each of a million rows its own.
    private static final int MOST = 1000;

    private static final String OTHERS = "other reasons";

    private final List<String> titles;
    private final List<Map<String, Integer>> reasons = new ArrayList<>();
    private final boolean[] present;

    Absences(List<? extends Column<?>> columns) {
        this.titles = columns.stream().map(Column::title).toList();
        this.present = new boolean[columns.size()];
        columns.forEach(_ -> reasons.add(new LinkedHashMap<>()));
    }

    void add(List<Cell> row) {
        for (var i = 0; i < present.length; i++) {
            if (row.get(i) instanceof Cell.Absent gap) {
                count(reasons.get(i), reason(gap));
            } else {
                present[i] = true;
            }
        }
    }

    private static void count(Map<String, Integer> counts, String reason) {
        var known = counts.size() < MOST || counts.containsKey(reason);
        counts.merge(known ? reason : OTHERS, 1, Integer::sum);
    }

    /// Empty for what simply does not apply: that nobody misses.
    private static String reason(Cell.Absent gap) {
        return gap.absence() == Absence.NOT_APPLICABLE ? "" : Printable.text(CellText.text(gap));
    }

    /// Those of a row that stand in columns which some row has.
    <T> List<T> shown(List<T> row) {
        return places(true).mapToObj(row::get).toList();
    }

    private IntStream places(boolean shown) {
        return IntStream.range(0, present.length).filter(i -> present[i] == shown);
    }

    /// The reasons of all columns that are shown, then of each that is not.
    List<String> sentences() {
        var counts = new LinkedHashMap<String, Integer>();
        places(true)
                .mapToObj(reasons::get)
                .forEach(
                        each ->
                                each.forEach(
                                        (why, count) -> counts.merge(why, count, Integer::sum)));
        return Stream.concat(
                        counts.entrySet().stream()
                                .filter(each -> !each.getKey().isEmpty())
                                .map(each -> "(%s%s)".formatted(each.getKey(), times(each))),
                        places(false).boxed().flatMap(this::ofColumn))
                .toList();
    }

    private Stream<String> ofColumn(int column) {
        return reasons.get(column).keySet().stream()
                .filter(reason -> !reason.isEmpty())
                .map(reason -> "(%s: %s)".formatted(titles.get(column), reason));
    }

    private static String times(Map.Entry<String, Integer> counted) {
        return counted.getValue() == 1 ? "" : ", %d times".formatted(counted.getValue());
    }
}
