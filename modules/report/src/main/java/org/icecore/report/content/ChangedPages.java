package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.compare.MemoryComparison;
import org.icecore.analysis.compare.RangeList;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Row;
import org.icecore.report.Table;

/// The pages on which runs of changed bytes lie that no excerpt quotes, so that each can still be looked up.
final class ChangedPages {

    private static final int PAGE = 4096;

    /// A page, how many runs reach into it, how many of their bytes are on it.
    private record Page(long address, long runs, long bytes) {}

    private ChangedPages() {}

    /// @param from the first run that is not quoted
    static Table of(MemoryComparison memory, int from, String caption, Bounds bounds) {
        var pages = pages(memory.changed(), from);
        var rows = pages.stream().limit(bounds.rows()).map(page -> row(memory, page)).toList();
        return Table.of(
                        caption,
                        List.of(
                                Column.exact("Page"),
                                Column.text("Mapping after", 3),
                                Column.number("Runs"),
                                Column.number("Changed bytes")),
                        rows)
                .omitting(pages.size() - rows.size());
    }

    private static List<Page> pages(RangeList runs, int from) {
        var pages = new ArrayList<Page>();
        for (var i = from; i < runs.size(); i++) {
            for (var at = runs.start(i); at != runs.end(i); ) {
                var page = at & -PAGE;
                var last = page + PAGE - 1;
                var end = Long.compareUnsigned(runs.end(i) - 1, last) > 0 ? last + 1 : runs.end(i);
                if (!pages.isEmpty() && pages.getLast().address() == page) {
                    var known = pages.removeLast();
                    pages.add(new Page(page, known.runs() + 1, known.bytes() + end - at));
                } else {
                    pages.add(new Page(page, 1, end - at));
                }
                at = end;
            }
        }
        return pages;
    }

    private static Row row(MemoryComparison memory, Page page) {
        var row =
                Row.of(
                        Mark.CHANGED,
                        CellText.address(page.address()),
                        memory.after().vma(page.address()).map(Vma::title).orElse("not mapped"),
                        "%,d".formatted(page.runs()),
                        "%,d".formatted(page.bytes()));
        var range = AddressRange.of(page.address(), PAGE);
        var before = place("before", memory.before(), range);
        var after = place("after", memory.after(), range);
        var places =
                Stream.concat(before.stream(), after.stream()).collect(Collectors.joining(", "));
        return places.isEmpty() ? row : row.at(places);
    }

    private static Optional<String> place(String side, AddressSpace memory, AddressRange range) {
        return HexSides.places(memory, range).map(places -> side + ": " + places);
    }
}
