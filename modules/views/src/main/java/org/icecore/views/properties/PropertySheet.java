package org.icecore.views.properties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All that is known of one artefact.
public record PropertySheet(String title, List<Group> groups) {

    public PropertySheet {
        groups = groups.stream().filter(group -> !group.properties().isEmpty()).toList();
    }

    /// Properties that belong together.
    ///
    /// @param open whether they are shown at first
    public record Group(String title, boolean open, List<Property> properties) {
        public Group {
            properties = List.copyOf(properties);
        }
    }

    /// A property.
    ///
    /// @param detail what the value leaves out, for the pointer; may be empty
    public record Property(String name, String value, Look look, String detail) {}

    /// How a value is written.
    public enum Look {
        /// Words and plain numbers.
        PLAIN,
        /// Code, paths, addresses, digests: fixed pitch.
        CODE,
        /// The reason why there is no value.
        ABSENT
    }

    /// The group of that title.
    public Optional<Group> group(String wanted) {
        return groups.stream().filter(group -> group.title().equals(wanted)).findFirst();
    }

    /// The value of a property of a group.
    public Optional<String> value(String group, String name) {
        return group(group).stream()
                .flatMap(found -> found.properties().stream())
                .filter(property -> property.name().equals(name))
                .map(Property::value)
                .findFirst();
    }

    /// The properties as lines of group, name and value with tabs between.
    public String text() {
        return groups.stream()
                .flatMap(
                        group ->
                                group.properties().stream()
                                        .map(
                                                property ->
                                                        "%s\t%s\t%s"
                                                                .formatted(
                                                                        group.title(),
                                                                        property.name(),
                                                                        property.value()
                                                                                .replace(
                                                                                        "\n",
                                                                                        ", "))))
                .collect(Collectors.joining("\n"));
    }
}
