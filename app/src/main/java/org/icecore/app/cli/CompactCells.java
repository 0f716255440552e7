package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;

/// The cells of a table in as few signs as say the same, and nothing that another cell of the row says already: of what is told
/// in bytes and in pages, the pages stay, which are exact; of a range with its size the end goes, and the size is exact. How the
/// file behind a mapping was opened says little beside its permissions and is left to JSON, which is said.
final class CompactCells {

    private static final String UNKNOWN = "?";
    private static final String PAGES = "Pages";
    private static final String NAME = "name";
    private static final String RANGE = "range";
    private static final String SIZE = "size";
    private static final String OPENED = "openFlags";

    private final List<String> ids;
    private final List<String> inPages = new ArrayList<>();
    private long page;
    private boolean unknown;

    private CompactCells(List<String> ids) {
        this.ids = ids;
    }

    /// @param columns those that are shown
    /// @param cells of those columns, row by row
    static TextGrid of(List<TextColumn> columns, List<List<Cell>> cells) {
        var compact = new CompactCells(columns.stream().map(TextColumn::id).toList());
        var kept = compact.kept();
        var rows = RowByRow.of(cells, row -> compact.row(row, kept));
        var measured = TextColumn.measured(kept.stream().map(columns::get).toList(), rows);
        return new TextGrid(
                measured.stream().map(compact::heading).toList(),
                rows,
                List.of(),
                compact.explained());
    }

    private List<String> row(List<Cell> cells, List<Integer> kept) {
        var name = name(cells);
        measure(cells);
        return kept.stream().map(i -> text(ids.get(i), cells.get(i), name)).toList();
    }

    /// The columns to show, the name behind all others as the longest.
    private List<Integer> kept() {
        var kept =
                new ArrayList<>(
                        IntStream.range(0, ids.size())
                                .filter(i -> !ids.contains(ids.get(i) + PAGES))
                                .filter(i -> !ids.get(i).equals(OPENED))
                                .boxed()
                                .toList());
        if (ids.contains(NAME) && ids.contains(RANGE)) {
            kept.remove(Integer.valueOf(ids.indexOf(NAME)));
            kept.add(ids.indexOf(NAME));
        }
        return kept;
    }

    /// How long a page is, from what a row tells in both ways.
    private void measure(List<Cell> cells) {
        for (var i = 0; page == 0 && i < cells.size(); i++) {
            var pages = ids.indexOf(ids.get(i) + PAGES);
            if (pages >= 0
                    && cells.get(i) instanceof Cell.Bytes(var bytes)
                    && cells.get(pages) instanceof Cell.Number(var count)
                    && count > 0) {
                page = bytes / count;
            }
        }
    }

    private boolean sized() {
        return ids.contains(RANGE) && ids.contains(SIZE);
    }

    private TextColumn heading(TextColumn column) {
        return switch (column.id()) {
            case RANGE -> sized() ? column.titled("Address") : column;
            case SIZE -> sized() ? column.titled("Bytes") : column;
            default -> column.id().endsWith(PAGES) && page > 0 ? inPages(column) : column;
        };
    }

    /// The heading of the bytes; that they are in pages is said below the table.
    private TextColumn inPages(TextColumn column) {
        var id = column.id().substring(0, column.id().length() - PAGES.length());
        var title = column.title().replaceFirst(" pages$", "");
        inPages.add(title);
        return column.named(id, title);
    }

    private String name(List<Cell> cells) {
        return ids.contains(NAME) && cells.get(ids.indexOf(NAME)) instanceof Cell.Text(var name)
                ? name
                : "";
    }

    private String text(String id, Cell cell, String name) {
        return switch (cell) {
            case Cell.Range(var range) when id.equals(RANGE) && sized() ->
                    CellText.address(range.start());
            case Cell.Bytes(var bytes) when id.equals(SIZE) && sized() ->
                    CellText.exactBytes(bytes).replaceFirst(" bytes?$", "");
            case Cell.Names(var reasons, _) when !name.isEmpty() ->
                    TextTable.text(
                            new Cell.Names(
                                    reasons.stream()
                                            .map(text -> withoutName(text, name))
                                            .toList()));
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

    private static String withoutName(String text, String name) {
        return text.replace("file " + name, "file").replace(name, "the file");
    }

    private List<String> explained() {
        var sentences = new ArrayList<String>();
        if (page > 0) {
            sentences.add(
                    "(in pages of %s: %s)"
                            .formatted(CellText.exactBytes(page), String.join(", ", inPages)));
        }
        if (ids.contains(OPENED)) {
            sentences.add("(how the files were opened is told by --format=json)");
        }
        if (unknown) {
            sentences.add("(? is not captured)");
        }
        return sentences;
    }
}
