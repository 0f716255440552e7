package org.icecore.workbench.quickaccess;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Finds items for a query.
public interface QuickAccessProvider {
    /// The heading of its group.
    String title();

    /// The items that match, the best first; see [Match] for ranking. An empty query asks for what is worth offering
    /// unasked. More than a screenful need not be returned.
    ///
    /// @param cancelled true once the query is no longer wanted
    List<QuickAccessItem> find(String query, BooleanSupplier cancelled);

    /// Whether finding takes long: it is then done in the background, off the UI thread.
    default boolean isSlow() {
        return false;
    }

    /// A provider of items that are at hand, ranked by how well they answer.
    static QuickAccessProvider of(String title, Supplier<List<QuickAccessItem>> items) {
        return new QuickAccessProvider() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
                return query.isBlank() ? List.of() : QuickAccessItem.rank(query, items.get());
            }
        };
    }
}
