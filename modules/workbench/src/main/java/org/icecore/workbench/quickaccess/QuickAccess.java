package org.icecore.workbench.quickaccess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The state of the Quick Access field: the query and the groups found for it. Used on the UI thread only.
public final class QuickAccess {
    private static final int GROUP_LIMIT = 12;
    private static final int ONLY_GROUP_LIMIT = 200;

    /// What one provider found.
    public record Group(String title, List<QuickAccessItem> items) {}

    private final List<QuickAccessProvider> providers;
    private final Executor workers;
    private final Executor ui;
    private final BiConsumer<QuickAccessProvider, RuntimeException> onFailure;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(false);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private List<Group> found = List.of();
    private String query = "";
    private int awaited;

    /// @param workers runs slow providers
    /// @param ui runs what changes observables
    /// @param onFailure told on the UI thread when a provider throws; its group is then left out
    public QuickAccess(
            List<QuickAccessProvider> providers,
            Executor workers,
            Executor ui,
            BiConsumer<QuickAccessProvider, RuntimeException> onFailure) {
        this.providers = List.copyOf(providers);
        this.workers = workers;
        this.ui = ui;
        this.onFailure = onFailure;
    }

    /// The groups that found something, the one with the best answer first, else in the order of the providers.
    public ObservableList<Group> groups() {
        return groups;
    }

    /// Whether slow providers are still at work on the query.
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /// Asks for another query; the one before is cancelled.
    public void query(String wanted) {
        cancel();
        query = wanted;
        var mine = new AtomicBoolean();
        cancelled = mine;
        found = new ArrayList<>();
        providers.forEach(provider -> found.add(new Group(provider.title(), List.of())));
        awaited = (int) providers.stream().filter(QuickAccessProvider::isSlow).count();
        searching.set(awaited > 0);
        for (int i = 0; i < providers.size(); i++) {
            ask(i, wanted, mine);
        }
        publish();
    }

    /// Stops looking.
    public void cancel() {
        cancelled.set(true);
        searching.set(false);
    }

    private void ask(int index, String wanted, AtomicBoolean mine) {
        var provider = providers.get(index);
        if (!provider.isSlow()) {
            found.set(index, new Group(provider.title(), find(provider, wanted, mine)));
            return;
        }
        workers.execute(
                () -> {
                    var items = find(provider, wanted, mine);
                    ui.execute(
                            () -> {
                                if (!mine.get()) {
                                    found.set(index, new Group(provider.title(), items));
                                    awaited--;
                                    searching.set(awaited > 0);
                                    publish();
                                }
                            });
                });
    }

    private List<QuickAccessItem> find(
            QuickAccessProvider provider, String wanted, AtomicBoolean mine) {
        try {
            var items = provider.find(wanted, mine::get);
            // A list with one group has the room for itself.
            var limit = providers.size() == 1 ? ONLY_GROUP_LIMIT : GROUP_LIMIT;
            return List.copyOf(items.subList(0, Math.min(items.size(), limit)));
        } catch (RuntimeException failure) {
            ui.execute(() -> onFailure.accept(provider, failure));
            return List.of();
        }
    }

    private void publish() {
        groups.setAll(
                found.stream()
                        .filter(group -> !group.items().isEmpty())
                        .sorted(Comparator.comparing(this::best).reversed())
                        .toList());
    }

    /// How well the first item of a group answers the query; the group with the best answer comes first.
    private int best(Group group) {
        return query.isBlank()
                ? 0
                : group.items()
                        .getFirst()
                        .match(query)
                        .map(match -> match.kind().ordinal() + 1)
                        .orElse(0);
    }
}
