package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.icecore.workbench.quickaccess.Match;
import org.icecore.workbench.quickaccess.QuickAccessItem;

/// The best few answers to a query out of however many are considered: by the way they match, then how near they lie to
/// what is selected, then the shorter. Equals stay in the order in which they were considered.
final class Offers {
    private static final int MOST = 30;
    private static final int KEPT = 10 * MOST;
    private static final Comparator<Hit> ORDER =
            Comparator.comparing((Hit hit) -> hit.match().kind())
                    .reversed()
                    .thenComparing(Hit::nearness)
                    .thenComparing(Hit::match, Comparator.reverseOrder());

    private record Hit(Match match, Nearness nearness, Supplier<QuickAccessItem> item) {}

    /// How near something lies to what is selected, the nearest first.
    enum Nearness {
        SELECTED_TASK,
        SELECTED_CHECKPOINT,
        ELSEWHERE
    }

    private final String query;
    private final List<Hit> hits = new ArrayList<>();
    private int whole;

    Offers(String query) {
        this.query = query;
    }

    /// The words of a text beside many titles that the query may mean, to be considered with each of them.
    String beside(String text) {
        return Match.wordsMeant(query, text);
    }

    /// Keeps an item if its title answers the query, alone or with the words beside it; it is made only if it is among
    /// the best.
    ///
    /// @param beside what [#beside] made of the text that is shown with the title
    void consider(String title, String beside, Nearness nearness, Supplier<QuickAccessItem> item) {
        var match = Match.of(query, title, beside);
        if (match.isEmpty()) {
            return;
        }
        whole += match.get().kind() == Match.Kind.WHOLE ? 1 : 0;
        hits.add(new Hit(match.get(), nearness, () -> item.get().withCategory(beside)));
        if (hits.size() > KEPT) {
            hits.sort(ORDER);
            hits.subList(MOST, hits.size()).clear();
        }
    }

    /// Whether nothing better can come, if the nearest are considered first.
    boolean areEnough() {
        return whole >= MOST;
    }

    /// The best, first.
    List<QuickAccessItem> best() {
        return hits.stream().sorted(ORDER).limit(MOST).map(hit -> hit.item().get()).toList();
    }
}
