package org.icecore.views.images;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.icecore.analysis.table.Counted;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.workbench.icon.Icons;

/// What is wrong with an image, below its fields; not there if nothing is. Selecting a defect shows its bytes.
final class DefectList extends VBox {
    private static final double ROW = 22;
    private static final int MOST_IN_SIGHT = 5;

    private final Label title = new Label();
    private final ListView<Defect> list = new ListView<>();

    /// @param reveal shows bytes of the member
    DefectList(Icons icons, String member, Consumer<ByteRange> reveal) {
        title.getStyleClass().add("about");
        title.setGraphic(icons.of("warning"));
        list.setAccessibleText("What is wrong with the image");
        list.setFixedCellSize(ROW);
        list.setCellFactory(
                _ ->
                        new ListCell<>() {
                            @Override
                            protected void updateItem(Defect item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty || item == null ? null : item.toString());
                            }
                        });
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        defect -> {
                            if (defect != null && defect.at().member().equals(member)) {
                                reveal.accept(defect.at().range());
                            }
                        });
        getChildren().addAll(title, list);
        show(List.of());
    }

    /// Lists defects.
    void show(List<Defect> defects) {
        title.setText(Counted.of(defects.size(), "defect"));
        list.getItems().setAll(defects);
        list.setPrefHeight(Math.min(MOST_IN_SIGHT, defects.size()) * ROW + 2);
        setVisible(!defects.isEmpty());
        setManaged(!defects.isEmpty());
    }
}
