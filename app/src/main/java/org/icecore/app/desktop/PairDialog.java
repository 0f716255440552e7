package org.icecore.app.desktop;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.icecore.views.bench.BenchItem;

/// Asks which two of the open checkpoints are to be compared.
final class PairDialog {
    /// The answer.
    record Answer(BenchItem before, BenchItem after) {}

    private final ComboBox<BenchItem> before = new ComboBox<>();
    private final ComboBox<BenchItem> after = new ComboBox<>();

    /// @param open at least two
    /// @param proposed the second of the pair at first
    PairDialog(List<BenchItem> open, Optional<BenchItem> proposed) {
        before.getItems().setAll(open);
        after.getItems().setAll(open);
        var second = proposed.filter(open::contains).orElse(open.getLast());
        after.setValue(second);
        before.setValue(open.stream().filter(item -> item != second).findFirst().orElse(second));
        before.setConverter(new Titles());
        after.setConverter(new Titles());
    }

    Optional<Answer> ask(Window owner) {
        var dialog = new Dialog<Answer>();
        dialog.initOwner(owner);
        dialog.setTitle("Compare two checkpoints");
        var grid = new GridPane(8, 8);
        grid.addRow(0, new Label("Before"), before);
        grid.addRow(1, new Label("After"), after);
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        dialog.getDialogPane()
                .lookupButton(ButtonType.OK)
                .disableProperty()
                .bind(before.valueProperty().isEqualTo(after.valueProperty()));
        dialog.setResultConverter(
                button ->
                        button == ButtonType.OK
                                ? new Answer(before.getValue(), after.getValue())
                                : null);
        return dialog.showAndWait();
    }

    private static final class Titles extends StringConverter<BenchItem> {
        @Override
        public String toString(BenchItem item) {
            return item == null ? "" : item.title();
        }

        @Override
        public BenchItem fromString(String text) {
            throw new UnsupportedOperationException("the list is not edited");
        }
    }
}
