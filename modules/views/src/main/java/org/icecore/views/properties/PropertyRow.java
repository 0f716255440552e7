package org.icecore.views.properties;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A line of the Properties view: a name and its value, which wraps. Where there is little room, the value stands below the
/// name.
final class PropertyRow extends Region {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NAME_SHARE = 0.38;
    private static final double NARROWEST = 80;
    private static final double WIDEST = 150;
    private static final double GAP = 8;
    /// A value beside its name with less room than this would be broken every few letters.
    private static final double ROOM_FOR_BOTH = 250;

    private final PropertySheet.Property property;
    private final Label name;
    private final Label value;

    PropertyRow(PropertySheet.Property property) {
        this.property = property;
        getStyleClass().add("property-line");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("%s: %s".formatted(property.name(), property.value()));
        name = wrapped(property.name());
        name.getStyleClass().add("muted");
        value = wrapped(property.value());
        switch (property.look()) {
            case PLAIN -> {}
            case CODE -> value.getStyleClass().add("mono");
            case ABSENT -> value.getStyleClass().add("ink-muted");
        }
        getChildren().addAll(name, value);
        if (!property.detail().isEmpty()) {
            Tooltip.install(this, new Tooltip(property.detail()));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + ROOM_FOR_BOTH + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        var room = room(width < 0 ? prefWidth(-1) : width);
        var inner =
                room < ROOM_FOR_BOTH
                        ? name.prefHeight(room) + value.prefHeight(room - GAP)
                        : Math.max(
                                name.prefHeight(share(room)),
                                value.prefHeight(room - share(room) - GAP));
        return snapSizeY(snappedTopInset() + inner + snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        var room = room(getWidth());
        var left = snappedLeftInset();
        var top = snappedTopInset();
        if (room < ROOM_FOR_BOTH) {
            var height = name.prefHeight(room);
            name.resizeRelocate(left, top, room, height);
            value.resizeRelocate(
                    left + GAP, top + height, room - GAP, value.prefHeight(room - GAP));
        } else {
            var share = share(room);
            var rest = room - share - GAP;
            name.resizeRelocate(left, top, share, name.prefHeight(share));
            value.resizeRelocate(left + share + GAP, top, rest, value.prefHeight(rest));
        }
    }

    private double room(double width) {
        return Math.max(4 * GAP, width - snappedLeftInset() - snappedRightInset());
    }

    private static double share(double room) {
        return Math.floor(Math.clamp(room * NAME_SHARE, NARROWEST, WIDEST));
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
        return label;
    }
}
