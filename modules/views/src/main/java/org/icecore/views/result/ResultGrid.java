package org.icecore.views.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.Mark;
import org.icecore.workbench.table.TableSetup;

/// A result table on the screen, with what it does not cover in a line below.
///
/// All tables shown in one grid have the same columns. Used on the UI thread only.
public final class ResultGrid<R> extends BorderPane {
    private final DenseTable<R> rows;
    private final Label gaps = new Label();
    private final HBox footer = new HBox(new Label("??"), gaps);
    private Function<ArtefactRef, Mark> marks = _ -> Mark.NONE;
    private ResultTable<R> table;
    private Consumer<List<ArtefactRef>> onSelect = _ -> {};
    private boolean selecting;

    /// @param first the first table to show; later ones have the same columns
    public ResultGrid(ResultTable<R> first, GridLook<R> look, TableServices services) {
        this.table = first;
        var columns = new ArrayList<Column<R, ?>>();
        look.columns()
                .forEach(
                        id ->
                                first.column(id)
                                        .ifPresentOrElse(
                                                column -> columns.add(GridColumns.of(column, look)),
                                                () -> {
                                                    throw new IllegalArgumentException(
                                                            "no column %s in table %s"
                                                                    .formatted(id, first.id()));
                                                }));
        rows =
                new DenseTable<>(
                        TableSetup.of(
                                        look.id(),
                                        look.title(),
                                        columns,
                                        services.menus(),
                                        services.icons(),
                                        services.preferences())
                                .withMarks(row -> marks.apply(table.ref(row)))
                                .withContextMenu(look.contextMenu()));
        headers(first);
        footer.getStyleClass().add("coverage");
        gaps.getStyleClass().add("muted");
        setCenter(rows);
        rows.selectedRow()
                .subscribe(
                        row -> {
                            if (!selecting && row.isPresent()) {
                                onSelect.accept(rows.selected().stream().map(table::ref).toList());
                            }
                        });
        show(first);
    }

    /// Shows another table of the same columns; what was selected stays so as far as it is there.
    public void show(ResultTable<R> wanted) {
        var before = rows.selected().stream().map(table::ref).toList();
        table = wanted;
        quietly(
                () -> {
                    rows.show(wanted.rows());
                    reveal(before);
                });
        coverage(wanted.coverage());
    }

    /// The table shown.
    public ResultTable<R> table() {
        return table;
    }

    /// Marks rows by what they are about.
    public void marks(Function<ArtefactRef, Mark> wanted) {
        marks = wanted;
        rows.control().refresh();
    }

    /// What is done with the artefacts of the selected rows.
    public void onSelect(Consumer<List<ArtefactRef>> deed) {
        onSelect = deed;
    }

    /// What Enter and double click do.
    public void onOpen(Consumer<R> deed) {
        rows.onOpen(deed);
    }

    /// Selects the rows about these artefacts, without telling.
    public void select(List<ArtefactRef> wanted) {
        if (!rows.selected().stream().map(table::ref).toList().containsAll(wanted)) {
            quietly(() -> reveal(wanted));
        }
    }

    /// The table of the workbench, for what this class does not offer.
    public DenseTable<R> rows() {
        return rows;
    }

    /// Says why there are no rows.
    public void emptyText(String why) {
        rows.emptyText(why);
    }

    private void reveal(List<ArtefactRef> wanted) {
        var found =
                wanted.isEmpty()
                        ? List.<R>of()
                        : table.rows().stream()
                                .filter(row -> wanted.contains(table.ref(row)))
                                .toList();
        rows.select(found);
    }

    private void quietly(Runnable deed) {
        selecting = true;
        try {
            deed.run();
        } finally {
            selecting = false;
        }
    }

    private void coverage(Coverage coverage) {
        if (coverage.isComplete()) {
            setBottom(null);
            return;
        }
        var first = coverage.gaps().getFirst();
        var more = coverage.gaps().size() - 1;
        gaps.setText(
                more == 0
                        ? "Not covered: " + first
                        : "Not covered: %s, and %d more".formatted(first, more));
        Tooltip.install(footer, new Tooltip(String.join("\n", coverage.gaps())));
        setBottom(footer);
    }

    /// Explains the terms of the kernel where they stand.
    private void headers(ResultTable<R> source) {
        rows.control()
                .getColumns()
                .forEach(
                        column ->
                                source.column(Optional.ofNullable(column.getId()).orElse(""))
                                        .filter(known -> !known.tooltip().isEmpty())
                                        .ifPresent(
                                                known ->
                                                        explain(
                                                                column,
                                                                known.title(),
                                                                known.tooltip())));
    }

    private static void explain(TableColumnBase<?, ?> column, String title, String text) {
        Node label = column.getGraphic();
        if (label == null) {
            var words = new Label(title);
            words.setTooltip(new Tooltip(text));
            column.setText("");
            column.setGraphic(words);
        }
    }
}
