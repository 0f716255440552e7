package org.icecore.views.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What files are for that were dropped on the window together.
///
/// One beside the only other checkpoint on the bench: the two are compared. Two: they are compared with each other.
/// More: somebody has to say which.
public final class Dropping {
    private Dropping() {}

    /// Where a drop leads, once the files are open.
    public interface Lead {
        /// Two are being compared.
        ///
        /// @param why in words: `after was dropped beside before`
        void toComparison(Pair pair, String why);

        /// The examiner has to choose two.
        void toChoice(List<BenchItem> open);
    }

    /// Opens the files; files that cannot be opened count for nothing.
    ///
    /// @return their items
    public static List<BenchItem> take(Bench bench, List<Path> paths, Lead lead) {
        var dropped = bench.open(paths);
        var all = new ArrayList<>(bench.items());
        all.removeIf(item -> item.state().get() instanceof ItemState.Failed);
        Settling.of(bench, all, open -> settled(bench, open, dropped, lead));
        return dropped;
    }

    private static void settled(
            Bench bench, List<BenchItem> open, List<BenchItem> dropped, Lead lead) {
        var come =
                dropped.stream()
                        .flatMap(item -> item.standing().stream())
                        .filter(open::contains)
                        .toList();
        var others = open.stream().filter(item -> !come.contains(item)).toList();
        if (come.size() > 2) {
            lead.toChoice(come);
        } else if (come.size() == 2) {
            var why = "the two were dropped on the window together";
            compare(bench, come.getFirst(), come.getLast(), why, lead);
        } else if (come.size() == 1 && others.size() == 1) {
            var why = "%s was dropped beside %s";
            var words = why.formatted(come.getFirst().id(), others.getFirst().id());
            compare(bench, others.getFirst(), come.getFirst(), words, lead);
        }
    }

    private static void compare(
            Bench bench, BenchItem one, BenchItem other, String why, Lead lead) {
        bench.compare(one, other);
        bench.comparison()
                .get()
                .chosen()
                .filter(pair -> pair.has(one) && pair.has(other))
                .ifPresent(pair -> lead.toComparison(pair, why));
    }
}
