package org.icecore.workbench.quickaccess;

import java.util.Optional;

/// Something that Quick Access can find and do.
///
/// @param title what is matched and shown
/// @param detail shown muted behind the title; may be empty
/// @param keys the key binding shown at the right; may be empty
/// @param action run on the UI thread when it is chosen
public record QuickAccessItem(
        String title, String detail, Optional<String> icon, String keys, Runnable action) {
    /// An item without icon and keys.
    public static QuickAccessItem of(String title, String detail, Runnable action) {
        return new QuickAccessItem(title, detail, Optional.empty(), "", action);
    }

    /// The same item with an icon.
    public QuickAccessItem withIcon(String name) {
        return new QuickAccessItem(title, detail, Optional.of(name), keys, action);
    }
}
