package org.icecore.views.bench;

import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Waits until nothing more will become of some items, and tells once which of them are open.
final class Settling {
    private final Bench bench;
    private final List<BenchItem> items;
    private final Consumer<List<BenchItem>> deed;
    private Subscription subscription = Subscription.EMPTY;
    private boolean done;

    private Settling(Bench bench, List<BenchItem> items, Consumer<List<BenchItem>> deed) {
        this.bench = bench;
        this.items = items;
        this.deed = deed;
    }

    /// Tells `deed` at once, or later, on the UI thread; those that failed or were taken away are left out.
    static void of(Bench bench, List<BenchItem> items, Consumer<List<BenchItem>> deed) {
        var settling = new Settling(bench, List.copyOf(items), deed);
        settling.subscription = bench.items().subscribe(settling::look);
        for (var item : settling.items) {
            settling.subscription =
                    settling.subscription.and(item.state().subscribe(settling::look));
        }
        settling.look();
    }

    private void look() {
        if (done || items.stream().anyMatch(this::isOpening)) {
            return;
        }
        done = true;
        subscription.unsubscribe();
        deed.accept(
                items.stream()
                        .filter(bench.items()::contains)
                        .filter(item -> item.checkpoint().isPresent())
                        .toList());
    }

    private boolean isOpening(BenchItem item) {
        return bench.items().contains(item)
                && switch (item.state().get()) {
                    case ItemState.Opening _ -> true;
                    case ItemState.Open _, ItemState.Failed _ -> false;
                };
    }
}
