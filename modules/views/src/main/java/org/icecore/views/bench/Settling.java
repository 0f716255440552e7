package org.icecore.views.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Waits until nothing more will become of some items and of those that come in their place, and tells once which of them are open.
final class Settling {
    private final Bench bench;
    private final List<BenchItem> items = new ArrayList<>();
    private final Consumer<List<BenchItem>> deed;
    private Subscription subscription = Subscription.EMPTY;
    private final Set<BenchItem> watched = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean done;

    private Settling(Bench bench, Consumer<List<BenchItem>> deed) {
        this.bench = bench;
        this.deed = deed;
    }

    /// Tells `deed` at once, or later, on the UI thread; those that failed or were taken away are left out.
    static void of(Bench bench, List<BenchItem> items, Consumer<List<BenchItem>> deed) {
        var settling = new Settling(bench, deed);
        items.forEach(item -> item.follow(settling.items::add));
        settling.subscription = bench.items().subscribe(settling::look);
        List.copyOf(settling.items).forEach(settling::watch);
        settling.look();
    }

    private void watch(BenchItem item) {
        if (watched.add(item)) {
            // Told after those who show the item once it is open: what the deed shows is to stay in
            // front.
            subscription = subscription.and(item.state().subscribe((_, _) -> look()));
        }
    }

    private void look() {
        if (!done) {
            List.copyOf(items).forEach(this::watch);
        }
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
