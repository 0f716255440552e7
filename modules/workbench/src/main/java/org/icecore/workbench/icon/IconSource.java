package org.icecore.workbench.icon;

import java.util.Optional;

/// Gives path data in a box of 16 by 16 for the name of an icon.
@FunctionalInterface
public interface IconSource {
    /// The path drawn in the colour of text.
    Optional<String> path(String name);

    /// A second path drawn in the accent colour, for icons that carry one.
    default Optional<String> accent(String name) {
        return Optional.empty();
    }
}
