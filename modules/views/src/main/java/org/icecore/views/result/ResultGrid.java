package org.icecore.views.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.Mark;

/// A result table on the screen, with what it does not cover in a line below.
///
/// All tables shown in one grid have the same columns. Used on the UI thread only.
public final class ResultGrid<R> extends BorderPane implements ResultPane<R> {
    private final DenseTable<R> rows;
    private final Following<R> following;
    private final CoverageLine footer = new CoverageLine();
    private Function<ArtefactRef, Mark> marks = _ -> Mark.NONE;
    private ResultTable<R> table;
    private Consumer<List<ArtefactRef>> onSelect = _ -> {};
    private boolean selecting;

    /// @param first the first table to show; later ones have the same columns
    public ResultGrid(ResultTable<R> first, GridLook<R> look, TableServices services) {
        this.table = first;
        following =
                new Following<>(
                        row -> table.ref(row),
                        look.tasks().orElse(row -> Following.tasks(table.ref(row))));
        rows =
                new DenseTable<>(
                        GridColumns.setup(first, look, services)
                                .withMarks(row -> marks.apply(table.ref(row))));
        GridColumns.headers(first, look, rows.control().getColumns());
        setCenter(rows);
        setBottom(footer);
        rows.selectedRow()
                .subscribe(
                        row -> {
                            if (!selecting && row.isPresent()) {
                                onSelect.accept(rows.selected().stream().map(table::ref).toList());
                            }
                        });
        show(first);
    }

    @Override
    public void show(ResultTable<R> wanted) {
        var before = rows.selected().stream().map(table::ref).toList();
        table = wanted;
        quietly(
                () -> {
                    // Rows that are told anew are other objects; what they are about is the same.
                    rows.control().getSelectionModel().clearSelection();
                    rows.show(wanted.rows());
                    // All rows of an answer about one task were some of many before.
                    if (before.size() < 2 || before.size() < wanted.rows().size()) {
                        reveal(before);
                    }
                });
        footer.show(wanted.coverage());
    }

    @Override
    public ResultTable<R> table() {
        return table;
    }

    @Override
    public void marks(Function<ArtefactRef, Mark> wanted) {
        marks = wanted;
        rows.control().refresh();
    }

    @Override
    public void onSelect(Consumer<List<ArtefactRef>> deed) {
        onSelect = deed;
    }

    @Override
    public void onOpen(Consumer<R> deed) {
        rows.onOpen(deed);
    }

    @Override
    public void select(List<ArtefactRef> wanted) {
        if (!rows.selected().stream().map(table::ref).toList().containsAll(wanted)) {
            quietly(() -> reveal(wanted));
        }
    }

    @Override
    public void follow(ArtefactRef wanted) {
        following
                .rows(wanted, rows.rows(), rows.selected())
                .ifPresent(found -> quietly(() -> rows.selectWhere(found::contains)));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public List<R> selected() {
        return rows.selected();
    }

    @Override
    public ObservableValue<Optional<R>> selectedRow() {
        return rows.selectedRow();
    }

    @Override
    public void focusRows() {
        rows.focusRows();
    }

    @Override
    public void openFilter() {
        rows.openFilter();
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
        var those = Set.copyOf(wanted);
        rows.selectWhere(row -> those.contains(table.ref(row)));
    }

    private void quietly(Runnable deed) {
        selecting = true;
        try {
            deed.run();
        } finally {
            selecting = false;
        }
    }
}
