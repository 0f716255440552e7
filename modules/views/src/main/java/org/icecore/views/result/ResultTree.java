package org.icecore.views.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.workbench.table.DenseTree;
import org.icecore.workbench.table.Mark;

/// A result table as a tree on the screen, with what it does not cover in a line below.
///
/// All tables shown in one tree have the same columns. Used on the UI thread only.
public final class ResultTree<R> extends BorderPane implements ResultPane<R> {
    /// A tree of more rows than fit on a few screens is for the reader to open.
    private static final int FEW = 200;

    private final DenseTree<R> rows;
    private final CoverageLine footer = new CoverageLine();
    private final Function<ResultTable<R>, Branches<R>> shape;
    private Function<ArtefactRef, Mark> marks = _ -> Mark.NONE;
    private ResultTable<R> table;
    private Branches<R> branches;
    private Consumer<List<ArtefactRef>> onSelect = _ -> {};
    private boolean selecting;

    /// @param first the first table to show; later ones have the same columns
    /// @param shape makes a tree of a table
    public ResultTree(
            ResultTable<R> first,
            GridLook<R> look,
            Function<ResultTable<R>, Branches<R>> shape,
            TableServices services) {
        this.shape = shape;
        this.table = first;
        this.branches = shape.apply(first);
        rows =
                new DenseTree<>(
                        GridColumns.setup(first, look, services)
                                .withMarks(row -> marks.apply(table.ref(row))),
                        row -> branches.children().apply(row));
        GridColumns.headers(first, look, rows.control().getColumns());
        setCenter(rows);
        setBottom(footer);
        rows.selectedRow()
                .subscribe(
                        row -> {
                            if (!selecting && row.isPresent()) {
                                onSelect.accept(selected().stream().map(table::ref).toList());
                            }
                        });
        show(first);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(ResultTable<R> wanted) {
        table = wanted;
        branches = shape.apply(wanted);
        quietly(
                () -> {
                    rows.show(branches.roots());
                    if (wanted.rows().size() <= FEW) {
                        rows.expand(branches.open());
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

    /// A tree has many rows about one task; only an artefact with a row of its own is selected.
    @Override
    public void select(List<ArtefactRef> wanted) {
        var shown = selected().stream().map(table::ref).toList();
        if (wanted.isEmpty() || shown.contains(wanted.getFirst())) {
            return;
        }
        var found =
                table.rows().stream()
                        .filter(row -> table.ref(row).equals(wanted.getFirst()))
                        .limit(2)
                        .toList();
        if (found.size() == 1) {
            quietly(() -> rows.select(found.getFirst()));
        }
    }

    @Override
    public void follow(ArtefactRef wanted) {
        // What all rows are about tells none of them apart.
        if (!(wanted instanceof ArtefactRef.OfCheckpoint)) {
            select(List.of(wanted));
        }
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
        rows.control().requestFocus();
    }

    @Override
    public void openFilter() {
        rows.openFilter();
    }

    /// The tree of the workbench, for what this class does not offer.
    public DenseTree<R> rows() {
        return rows;
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
