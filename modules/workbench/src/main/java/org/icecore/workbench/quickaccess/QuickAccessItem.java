package org.icecore.workbench.quickaccess;

import java.util.List;
import java.util.Optional;

/// Something that Quick Access can find and do.
///
/// @param title what is matched and shown
/// @param detail shown muted behind the title; may be empty
/// @param keys the key binding shown at the right; may be empty
/// @param category words that may stand beside those of the title in a query or for it, such as `Show View`; may be empty
/// @param action run on the UI thread when it is chosen
public record QuickAccessItem(
        String title,
        String detail,
        Optional<String> icon,
        String keys,
        String category,
        Runnable action) {
    /// An item without icon and keys.
    public static QuickAccessItem of(String title, String detail, Runnable action) {
        return new QuickAccessItem(title, detail, Optional.empty(), "", "", action);
    }

    /// The same item with an icon.
    public QuickAccessItem withIcon(String name) {
        return new QuickAccessItem(title, detail, Optional.of(name), keys, category, action);
    }

    /// The same item with words that may stand beside those of its title.
    public QuickAccessItem withCategory(String words) {
        return new QuickAccessItem(title, detail, icon, keys, words, action);
    }

    /// How well it answers a query: by its title, or by words of its category and its title in any order.
    public Optional<Match> match(String query) {
        return Match.of(query, title, category);
    }

    /// Those that answer a query, the best first; equals stay in their order.
    public static List<QuickAccessItem> rank(String query, List<QuickAccessItem> items) {
        return Match.rankBy(items, item -> item.match(query));
    }
}
