package org.icecore.workbench.table;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;

/// The rows of a table or a tree, as commands work on them whatever the rows are.
public sealed interface DenseRows permits DenseTable, DenseTree {
    /// Does with the selected row what Enter does.
    ///
    /// @return false if no row is selected, or rows open nothing
    boolean openSelected();

    /// Copies the selected rows to the clipboard.
    void copySelected(CopyFormat format);

    /// Selects all rows that are shown.
    void selectAll();

    /// What the examiner may choose of the columns.
    ColumnMenu<?> columns();

    /// What a screen reader calls the table.
    String title();

    /// The rows that a node shows or belongs to.
    static Optional<DenseRows> around(Node node) {
        return Stream.<Node>iterate(node, each -> each != null, Node::getParent)
                .filter(DenseRows.class::isInstance)
                .map(DenseRows.class::cast)
                .findFirst();
    }
}
