package org.icecore.views.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.workbench.table.Mark;

/// A result table on the screen: its rows one below the other, or as a tree. Used on the UI thread only.
public sealed interface ResultPane<R> permits ResultGrid, ResultTree {
    /// A pane of the form that `look` wants.
    ///
    /// @param first the first table to show; later ones have the same columns
    static <R> ResultPane<R> of(ResultTable<R> first, GridLook<R> look, TableServices services) {
        return look.tree()
                .<ResultPane<R>>map(branches -> new ResultTree<>(first, look, branches, services))
                .orElseGet(() -> new ResultGrid<>(first, look, services));
    }

    /// The pane itself.
    Node node();

    /// Shows another table of the same columns; what was selected stays so as far as it is there.
    void show(ResultTable<R> wanted);

    /// The table shown.
    ResultTable<R> table();

    /// Marks rows by what they are about.
    void marks(Function<ArtefactRef, Mark> wanted);

    /// What is done with the artefacts of the selected rows.
    void onSelect(Consumer<List<ArtefactRef>> deed);

    /// What Enter and double click do.
    void onOpen(Consumer<R> deed);

    /// Selects the rows about these artefacts, without telling.
    void select(List<ArtefactRef> wanted);

    /// Selects, without telling, what stands for an artefact that was selected elsewhere.
    void follow(ArtefactRef wanted);

    /// The selected rows, in the order shown.
    List<R> selected();

    /// The first of the selected rows.
    ObservableValue<Optional<R>> selectedRow();

    /// Moves the key focus to the rows.
    void focusRows();

    /// Shows the filter field with the key focus.
    void openFilter();
}
