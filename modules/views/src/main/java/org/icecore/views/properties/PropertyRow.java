package org.icecore.views.properties;

/// A line of the Properties view.
sealed interface PropertyRow {
    /// The title of a group, which opens and closes it.
    record OfGroup(String title, int properties, boolean open) implements PropertyRow {}

    /// A property of an open group.
    record OfProperty(String group, PropertySheet.Property property) implements PropertyRow {}

    /// The row as text for the clipboard.
    default String text() {
        return switch (this) {
            case OfGroup(var title, _, _) -> title;
            case OfProperty(_, var property) -> "%s\t%s".formatted(property.name(), property.value().replace("\n", ", "));
        };
    }
}
