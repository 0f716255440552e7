package org.icecore.views.bench;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.workbench.selection.SelectionService;

/// What of the bench is selected: the artefact, and the checkpoint and task it belongs to.
///
/// The checkpoint stays when nothing or something else is selected; it is the first that was opened until one is selected.
/// Used on the UI thread only.
public final class BenchSelection {
    private final Bench bench;
    private final SelectionService selection;
    private final ReadOnlyObjectWrapper<Optional<ArtefactRef>> ref =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BenchItem>> item =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Checkpoint>> checkpoint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Task>> task =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper anyOpen = new ReadOnlyBooleanWrapper();
    private final Set<BenchItem> watched = Collections.newSetFromMap(new IdentityHashMap<>());

    public BenchSelection(Bench bench, SelectionService selection) {
        this.bench = bench;
        this.selection = selection;
        selection.current().subscribe(_ -> refresh());
        bench.items()
                .addListener(
                        (Observable _) -> {
                            bench.items().forEach(this::watch);
                            refresh();
                        });
        bench.items().forEach(this::watch);
    }

    /// The artefact selected; the first where several are.
    public ReadOnlyObjectProperty<Optional<ArtefactRef>> ref() {
        return ref.getReadOnlyProperty();
    }

    /// The item it belongs to, which need not be open yet.
    public ReadOnlyObjectProperty<Optional<BenchItem>> item() {
        return item.getReadOnlyProperty();
    }

    /// The checkpoint it belongs to.
    public ReadOnlyObjectProperty<Optional<Checkpoint>> checkpoint() {
        return checkpoint.getReadOnlyProperty();
    }

    /// Whether a checkpoint is open, be it selected or not.
    public ReadOnlyBooleanProperty anyOpen() {
        return anyOpen.getReadOnlyProperty();
    }

    /// What `answer` makes of the selected task in its checkpoint; `otherwise` while no task is selected.
    public <T> ObservableValue<T> ofTask(
            BiFunction<Checkpoint, Task, T> answer, Supplier<T> otherwise) {
        return Bindings.createObjectBinding(
                () ->
                        checkpoint()
                                .get()
                                .flatMap(in -> task().get().map(found -> answer.apply(in, found)))
                                .orElseGet(otherwise),
                checkpoint(),
                task());
    }

    /// The task it belongs to; the one before where what is selected belongs to none, as long as the checkpoint is the same.
    public ReadOnlyObjectProperty<Optional<Task>> task() {
        return task.getReadOnlyProperty();
    }

    /// Selects an artefact in the name of a part.
    public void select(String source, ArtefactRef wanted) {
        selection.select(source, wanted);
    }

    /// Selects several artefacts in the name of a part; one alone as itself.
    public void select(String source, List<? extends ArtefactRef> wanted) {
        if (wanted.size() == 1) {
            selection.select(source, wanted.getFirst());
        } else if (!wanted.isEmpty()) {
            selection.select(source, List.copyOf(wanted));
        }
    }

    /// The task that an artefact belongs to.
    public static Optional<Pid> pid(ArtefactRef ref) {
        return switch (ref) {
            case ArtefactRef.OfTask task -> Optional.of(task.pid());
            case ArtefactRef.OfThread thread -> Optional.of(thread.pid());
            case ArtefactRef.OfVma vma -> Optional.of(vma.pid());
            case ArtefactRef.OfMemory memory -> Optional.of(memory.pid());
            case ArtefactRef.OfDescriptor descriptor -> Optional.of(descriptor.pid());
            case ArtefactRef.OfCheckpoint _,
                    ArtefactRef.OfOpenFile _,
                    ArtefactRef.OfMount _,
                    ArtefactRef.OfRootfsEntry _,
                    ArtefactRef.OfMember _,
                    ArtefactRef.OfImageEntry _ ->
                    Optional.empty();
        };
    }

    /// The artefact that a selected value stands for.
    static Optional<ArtefactRef> ref(Object value) {
        return switch (value) {
            case ArtefactRef one -> Optional.of(one);
            case List<?> several
                    when !several.isEmpty() && several.getFirst() instanceof ArtefactRef first ->
                    Optional.of(first);
            default -> Optional.empty();
        };
    }

    private void watch(BenchItem each) {
        if (watched.add(each)) {
            each.state().subscribe(_ -> refresh());
        }
        watched.retainAll(bench.items());
    }

    private void refresh() {
        var selected =
                selection
                        .current()
                        .get()
                        .value()
                        .flatMap(BenchSelection::ref)
                        .filter(one -> bench.item(one.checkpoint()).isPresent());
        var holder =
                selected.flatMap(one -> bench.item(one.checkpoint()))
                        .or(() -> item.get().filter(bench.items()::contains))
                        .or(() -> bench.items().stream().findFirst());
        var open = holder.flatMap(BenchItem::checkpoint);
        var pid =
                selected.flatMap(BenchSelection::pid)
                        .or(
                                () ->
                                        task.get()
                                                .map(Task::pid)
                                                .filter(_ -> open.equals(checkpoint.get())));
        var found = open.flatMap(one -> pid.flatMap(number -> one.tasks().find(number)));
        var any = !bench.open().isEmpty();
        // It is true whenever there is a checkpoint, so that nobody sees one while none is open.
        if (any) {
            anyOpen.set(true);
        }
        ref.set(selected);
        item.set(holder);
        // The old task goes first, so that nobody sees a task of another checkpoint.
        if (!open.equals(checkpoint.get())) {
            task.set(Optional.empty());
        }
        checkpoint.set(open);
        task.set(found);
        if (!any) {
            anyOpen.set(false);
        }
    }
}
