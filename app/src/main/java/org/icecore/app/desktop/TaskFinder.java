package org.icecore.app.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// Finds something in all open checkpoints, task by task or beside the tasks, in the background where there is much to
/// look at.
final class TaskFinder implements QuickAccessProvider {
    /// Tasks, mappings, files, descriptors and members that are looked at within a keystroke.
    private static final int AT_ONCE = 5_000;

    /// A task and how it lies to what is selected.
    ///
    /// @param several whether a text has to say which checkpoint it is about
    record Place(Checkpoint checkpoint, Task task, Offers.Nearness nearness, boolean several) {
        /// Which task it is, among all that are open.
        String words() {
            var words = "task %s %s".formatted(task.pid(), task.comm());
            return several ? "%s, %s".formatted(checkpoint.id(), words) : words;
        }

        /// What a query may say of the task to mean what belongs to it.
        String toldOf() {
            return words() + " " + task.title();
        }
    }

    /// What is looked for in a task.
    @FunctionalInterface
    interface Look {
        void at(Place place, Offers offers);
    }

    /// What is looked for in a checkpoint beside its tasks.
    @FunctionalInterface
    interface LookBeside {
        /// @param where words that name the checkpoint where several are open; otherwise empty
        void at(Checkpoint checkpoint, String where, Offers.Nearness nearness, Offers offers);
    }

    /// What is open, the selected checkpoint first, as it was at one moment.
    private record Scope(List<Checkpoint> checkpoints, Optional<Task> selected) {}

    private final String title;
    private final Bench bench;
    private final BenchSelection selection;
    private final Look look;
    private final LookBeside beside;

    TaskFinder(String title, Bench bench, BenchSelection selection, Look look) {
        this(title, bench, selection, look, (_, _, _, _) -> {});
    }

    TaskFinder(String title, Bench bench, BenchSelection selection, Look look, LookBeside beside) {
        this.title = title;
        this.bench = bench;
        this.selection = selection;
        this.look = look;
        this.beside = beside;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isSlow() {
        long count = 0;
        for (var checkpoint : now().checkpoints()) {
            count += checkpoint.files().size() + checkpoint.members().size();
            for (var task : checkpoint.tasks().all()) {
                count += 1 + task.memory().found().map(space -> space.vmas().size()).orElse(0);
                count += task.descriptors().found().map(List::size).orElse(0);
                if (count > AT_ONCE) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
        if (query.isBlank()) {
            return List.of();
        }
        var scope =
                Platform.isFxApplicationThread()
                        ? now()
                        : CompletableFuture.supplyAsync(this::now, Platform::runLater).join();
        var offers = new Offers(query);
        for (var place : selected(scope)) {
            look.at(place, offers);
        }
        for (var checkpoint : scope.checkpoints()) {
            var nearness =
                    checkpoint == scope.checkpoints().getFirst()
                            ? Offers.Nearness.SELECTED_CHECKPOINT
                            : Offers.Nearness.ELSEWHERE;
            for (var task : checkpoint.tasks().all()) {
                if (cancelled.getAsBoolean() || offers.areEnough()) {
                    return offers.best();
                }
                if (scope.selected().filter(chosen -> chosen == task).isEmpty()) {
                    look.at(place(scope, checkpoint, task, nearness), offers);
                }
            }
            var where = scope.checkpoints().size() > 1 ? checkpoint.id() + ", " : "";
            beside.at(checkpoint, where, nearness, offers);
        }
        return offers.best();
    }

    private static List<Place> selected(Scope scope) {
        return scope.selected().stream()
                .map(
                        task ->
                                place(
                                        scope,
                                        scope.checkpoints().getFirst(),
                                        task,
                                        Offers.Nearness.SELECTED_TASK))
                .toList();
    }

    private static Place place(
            Scope scope, Checkpoint checkpoint, Task task, Offers.Nearness nearness) {
        return new Place(checkpoint, task, nearness, scope.checkpoints().size() > 1);
    }

    /// On the thread of the window, which alone may read the bench.
    private Scope now() {
        var selected = selection.checkpoint().get();
        var checkpoints = new ArrayList<>(selected.stream().toList());
        bench.open().stream()
                .map(BenchItem::checkpoint)
                .flatMap(Optional::stream)
                .filter(each -> selected.filter(chosen -> chosen == each).isEmpty())
                .forEach(checkpoints::add);
        return new Scope(checkpoints, selected.flatMap(_ -> selection.task().get()));
    }
}
