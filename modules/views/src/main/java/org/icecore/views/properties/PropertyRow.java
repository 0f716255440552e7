package org.icecore.views.properties;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of the Properties view: a name and its value, which wraps.
final class PropertyRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NAME_SHARE = 0.38;
    private static final double NARROWEST = 80;
    private static final double WIDEST = 150;

    private final PropertySheet.Property property;

    PropertyRow(PropertySheet.Property property) {
        this.property = property;
        getStyleClass().add("property-line");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("%s: %s".formatted(property.name(), property.value()));
        var name = wrapped(property.name());
        name.getStyleClass().add("muted");
        var width =
                widthProperty()
                        .map(all -> Math.clamp(all.doubleValue() * NAME_SHARE, NARROWEST, WIDEST));
        name.prefWidthProperty().bind(width);
        name.minWidthProperty().bind(width);
        var value = wrapped(property.value());
        switch (property.look()) {
            case PLAIN -> {}
            case CODE -> value.getStyleClass().add("mono");
            case ABSENT -> value.getStyleClass().add("ink-muted");
        }
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setMinWidth(40);
        getChildren().addAll(name, value);
        if (!property.detail().isEmpty()) {
            Tooltip.install(this, new Tooltip(property.detail()));
        }
    }

    /// The value alone.
    String value() {
        return property.value();
    }

    /// Name and value in one line.
    String text() {
        return "%s\t%s".formatted(property.name(), property.value().replace("\n", ", "));
    }

    void chosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
