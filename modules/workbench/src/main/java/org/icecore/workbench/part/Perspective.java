package org.icecore.workbench.part;

import org.icecore.workbench.layout.Layout;

/// A named layout for one kind of work.
///
/// @param id stable; letters, digits, dashes and dots
/// @param layout where its views lie until the examiner moves them
public record Perspective(String id, String title, String description, String icon, Layout layout) {
    public Perspective {
        if (!id.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("not a perspective id: " + id);
        }
        if (!layout.isSound()) {
            throw new IllegalArgumentException("perspective %s: no sound layout".formatted(id));
        }
    }

    /// A perspective whose icon has the name `perspective.` and its id.
    public static Perspective of(String id, String title, String description, Layout layout) {
        return new Perspective(id, title, description, "perspective." + id, layout);
    }
}
