package org.icecore.workbench.part;

import java.util.function.Supplier;
import org.icecore.workbench.layout.Side;

/// A view that can be shown.
///
/// @param id stable; letters, digits, dashes and dots; remembered in layouts
/// @param title the text on its tab
/// @param icon the name of its icon
/// @param home the side of the window where it opens when its perspective does not say
/// @param factory makes it when it is first shown, and again after it was closed
public record ViewDescriptor(
        String id, String title, String icon, Side home, Supplier<? extends View> factory) {
    public ViewDescriptor {
        if (!id.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("not a view id: " + id);
        }
    }

    /// A view whose icon has the name `view.` and its id, and which opens at the bottom.
    public static ViewDescriptor of(String id, String title, Supplier<? extends View> factory) {
        return new ViewDescriptor(id, title, "view." + id, Side.BOTTOM, factory);
    }

    /// The same view with another home.
    public ViewDescriptor at(Side side) {
        return new ViewDescriptor(id, title, icon, side, factory);
    }

    /// The same view with another icon.
    public ViewDescriptor withIcon(String name) {
        return new ViewDescriptor(id, title, name, home, factory);
    }
}
