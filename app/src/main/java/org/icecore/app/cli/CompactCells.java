package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;

/// The cells of a table in as few signs as say the same: sizes exact in units of 1024, and nothing that another cell of the
/// row says already. Sizes in pages go, as the exact ones tell them; the end of a range goes where its size stands beside it.
final class CompactCells {

    private static final String UNKNOWN = "?";
    private static final String PAGES = "Pages";
    private static final String NAME = "name";
    private static final String[] UNITS = {"", "K", "M", "G", "T", "P", "E"};

    private final List<String> ids;
    private boolean sizes;
    private boolean unknown;

    private CompactCells(List<String> ids) {
        this.ids = ids;
    }

    /// @param shown places of the columns that are shown
    static <R> TextGrid of(ResultTable<R> table, List<Integer> shown) {
        var ids = shown.stream().map(i -> table.columns().get(i).id()).toList();
        var compact = new CompactCells(ids);
        var kept = compact.kept();
        var rows = new ArrayList<List<String>>();
        for (var row : table.rows()) {
            var all = table.cells(row);
            var cells = shown.stream().map(all::get).toList();
            var name = compact.name(cells);
            rows.add(kept.stream().map(i -> compact.text(cells.get(i), name)).toList());
        }
        return new TextGrid(
                kept.stream()
                        .map(i -> TextGrid.Heading.of(table.columns().get(shown.get(i))))
                        .map(compact::heading)
                        .toList(),
                rows,
                List.of(),
                compact.explained());
    }

    /// The columns to show, the name behind all others as the longest.
    private List<Integer> kept() {
        var kept =
                new ArrayList<>(
                        IntStream.range(0, ids.size())
                                .filter(i -> !saidInBytes(ids.get(i)))
                                .boxed()
                                .toList());
        if (ids.contains(NAME) && ids.contains("range")) {
            kept.remove(Integer.valueOf(ids.indexOf(NAME)));
            kept.add(ids.indexOf(NAME));
        }
        return kept;
    }

    private boolean saidInBytes(String id) {
        return id.endsWith(PAGES) && ids.contains(id.substring(0, id.length() - PAGES.length()));
    }

    private TextGrid.Heading heading(TextGrid.Heading heading) {
        return heading.id().equals("range") && ids.contains("size")
                ? new TextGrid.Heading(heading.id(), "Address", heading.kind())
                : heading;
    }

    private String name(List<Cell> cells) {
        return ids.contains(NAME) && cells.get(ids.indexOf(NAME)) instanceof Cell.Text(var name)
                ? name
                : "";
    }

    private String text(Cell cell, String name) {
        return switch (cell) {
            case Cell.Bytes(var bytes) -> {
                sizes = true;
                yield size(bytes);
            }
            case Cell.Range(var range) when ids.contains("size") -> CellText.address(range.start());
            case Cell.Names(var reasons, _) when !name.isEmpty() ->
                    Printable.text(
                            CellText.brief(
                                    new Cell.Names(
                                            reasons.stream()
                                                    .map(text -> text.replace(name, "the file"))
                                                    .toList())));
            case Cell.Absent(Absence absence, _) when absence == Absence.NOT_CAPTURED -> {
                unknown = true;
                yield UNKNOWN;
            }
            // That it is private or shared, the permissions say.
            case Cell.Text(var kind) when ids.contains("permissions") && kind.endsWith(" file") ->
                    "file";
            default -> TextTable.text(cell);
        };
    }

    /// Exact: in the largest unit that leaves no rest.
    private static String size(long bytes) {
        var unit = 0;
        var rest = bytes;
        while (unit < UNITS.length - 1 && rest != 0 && (rest & 1023) == 0) {
            rest >>>= 10;
            unit++;
        }
        return Long.toUnsignedString(rest) + UNITS[unit];
    }

    private List<String> explained() {
        var sentences = new ArrayList<String>();
        if (sizes) {
            sentences.add("(sizes are exact, in bytes or in units of 1024: K, M, G)");
        }
        if (unknown) {
            sentences.add("(? is not captured)");
        }
        return sentences;
    }
}
