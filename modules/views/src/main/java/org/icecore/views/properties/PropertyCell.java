package org.icecore.views.properties;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Shows a row of the Properties view: a title that opens and closes, or a name and its value, which wraps.
final class PropertyCell extends ListCell<PropertyRow> {
    private static final double NAME_SHARE = 0.36;
    private static final double NAME_MOST = 150;
    private static final double EDGES = 44;

    private final Label sign = new Label();
    private final Label title = new Label();
    private final Label count = new Label();
    private final HBox header = new HBox(sign, title, count);
    private final Label name = new Label();
    private final Label value = new Label();
    private final HBox line = new HBox(name, value);

    PropertyCell(ObservableValue<Number> width, Consumer<PropertyRow.OfGroup> toggle) {
        getStyleClass().add("property-cell");
        header.getStyleClass().add("property-group");
        header.setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().add("muted");
        sign.getStyleClass().add("muted");
        line.getStyleClass().add("property-line");
        line.setAlignment(Pos.TOP_LEFT);
        name.getStyleClass().add("muted");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        var names = width.map(all -> Math.min(NAME_MOST, all.doubleValue() * NAME_SHARE));
        name.prefWidthProperty().bind(names);
        name.minWidthProperty().bind(names);
        value.prefWidthProperty()
                .bind(width.map(all -> Math.max(
                        60, all.doubleValue() - EDGES - Math.min(NAME_MOST, all.doubleValue() * NAME_SHARE))));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof PropertyRow.OfGroup group && !isEmpty()) {
                toggle.accept(group);
            }
        });
    }

    @Override
    protected void updateItem(PropertyRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setTooltip(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case PropertyRow.OfGroup(var text, var properties, var open) -> {
                sign.setText(open ? "\u25be" : "\u25b8");
                title.setText(text);
                count.setText(open ? "" : String.valueOf(properties));
                setAccessibleText("%s, %s".formatted(text, open ? "open" : "closed"));
                setGraphic(header);
            }
            case PropertyRow.OfProperty(_, var property) -> {
                name.setText(property.name());
                value.setText(property.value());
                value.getStyleClass().removeAll("mono", "ink-muted");
                switch (property.look()) {
                    case PLAIN -> {}
                    case CODE -> value.getStyleClass().add("mono");
                    case ABSENT -> value.getStyleClass().add("ink-muted");
                }
                if (!property.detail().isEmpty()) {
                    setTooltip(new Tooltip(property.detail()));
                }
                setAccessibleText("%s: %s".formatted(property.name(), property.value()));
                setGraphic(line);
            }
        }
    }
}
