package org.icecore.views.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.bench.GoesTo;
import org.icecore.views.desk.CaretRange;
import org.icecore.views.hex.model.DiffSide;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.selection.Selection;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// The memory of one pid before and after, aligned by address. Steps through the changes of the whole comparison.
public final class MemoryCompareEditor implements Editor, GoesTo {
    private final MemoryCompareKey key;
    private final CompareParts parts;
    private final DiffPane diff;
    private final PlaceholderPane pane;
    private final WarnedPane warned;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper("");
    private final Subscription subscription;
    private Optional<Job<MemoryPair>> loading = Optional.empty();
    private Optional<Comparison> shown = Optional.empty();
    private boolean ready;
    private Runnable wanted = () -> {};

    public MemoryCompareEditor(MemoryCompareKey key, CompareParts parts) {
        this.key = key;
        this.parts = parts;
        diff = new DiffPane(parts.services().themes(), this::nextTask);
        pane = new PlaceholderPane(diff, new ViewState.NothingSelected(""));
        warned = new WarnedPane(parts, pane);
        subscription =
                parts.state()
                        .subscribe(this::show)
                        .and(parts.services().selection().current().subscribe(this::follow))
                        .and(
                                diff.view()
                                        .navigation()
                                        .cursorProperty()
                                        .subscribe(
                                                () -> {
                                                    if (ready && diff.view().isFocused()) {
                                                        publish();
                                                    }
                                                }));
        diff.onJump(this::visit);
    }

    @Override
    public Node node() {
        return warned;
    }

    @Override
    public void focus() {
        if (ready) {
            diff.view().requestFocus();
            publish();
        } else {
            warned.requestFocus();
        }
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> description() {
        return description.getReadOnlyProperty();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("editor.memory-compare");
    }

    @Override
    public Map<String, Handler> handlers() {
        return diff.handlers();
    }

    @Override
    public List<String> toolBar() {
        return DiffPane.TOOL_BAR;
    }

    @Override
    public ObservableValue<String> status() {
        return diff.status();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        loading.ifPresent(Job::cancel);
        diff.dispose();
        warned.dispose();
    }

    @Override
    public void goTo(VirtualAddress address) {
        whenReady(
                () -> {
                    diff.jump(address.value());
                    publish();
                });
    }

    WarnedPane warned() {
        return warned;
    }

    DiffPane diff() {
        return diff;
    }

    /// Goes to the first or last change of this task.
    void goToEnd(boolean first) {
        whenReady(() -> diff.goToEnd(first));
    }

    /// Goes to the next or previous change seen from an address; behind the last, to that of another task.
    public void stepFrom(VirtualAddress address, boolean forward) {
        whenReady(() -> diff.stepFrom(address.value(), forward));
    }

    /// Whether a comparison has anything to step through in the memory of a pid.
    public static boolean hasSteps(Comparison comparison, Pid pid) {
        return MemoryPair.steppable(comparison).contains(pid);
    }

    private void whenReady(Runnable deed) {
        if (ready) {
            deed.run();
        } else {
            wanted = deed;
        }
    }

    private void show(ComparisonState state) {
        var comparison = state.found();
        if (comparison.isPresent() && comparison.equals(shown)) {
            return;
        }
        // The same place of the next pair: it may be the same two the other way round.
        var place = Optional.of(diff.view().navigation().caret()).filter(_ -> ready);
        place.ifPresent(address -> wanted = () -> diff.view().model().goTo(address));
        if (diff.view().isFocused()) {
            warned.requestFocus();
        }
        shown = comparison;
        ready = false;
        loading.ifPresent(Job::cancel);
        loading = Optional.empty();
        diff.clear();
        title.set("pid %s memory".formatted(key.pid()));
        description.set("");
        if (comparison.isEmpty()) {
            pane.state(CompareParts.viewState(state));
            return;
        }
        comparison
                .get()
                .task(key.pid())
                .ifPresentOrElse(
                        task -> load(comparison.get(), task),
                        () ->
                                pane.state(
                                        new ViewState.Empty(
                                                "Neither checkpoint has a task of pid %s."
                                                        .formatted(key.pid()))));
    }

    private void load(Comparison comparison, TaskComparison task) {
        var name = task.after().or(task::before).map(Task::comm).orElse("pid");
        title.set("%s (%s) memory".formatted(name, key.pid()));
        description.set(
                "Memory of pid %s in %s and %s"
                        .formatted(
                                key.pid(),
                                comparison.before().title(),
                                comparison.after().title()));
        diff.titles(comparison);
        diff.view().setAccessibleText(description.get());
        Job<MemoryPair> job =
                parts.services()
                        .jobs()
                        .start(
                                "mapping the memory of pid %s in both".formatted(key.pid()),
                                progress -> MemoryPair.of(task, progress));
        loading = Optional.of(job);
        pane.state(new ViewState.Loading(job));
        job.whenDone(
                end -> {
                    if (loading.equals(Optional.of(job))) {
                        loaded(end);
                    }
                });
    }

    private void loaded(Outcome<MemoryPair> end) {
        switch (end) {
            case Outcome.Done<MemoryPair>(var pair)
                    when pair.before().regions().isEmpty() && pair.after().regions().isEmpty() ->
                    pane.state(
                            new ViewState.Empty(
                                    "Pid %s has no memory in either checkpoint."
                                            .formatted(key.pid())));
            case Outcome.Done<MemoryPair>(var pair) -> {
                diff.show(pair);
                pane.state(
                        pair.note().isEmpty()
                                ? new ViewState.Ready()
                                : new ViewState.Partial(pair.note()));
                ready = true;
                diff.goToEnd(true);
                wanted.run();
                wanted = () -> {};
                if (warned.isFocused()) {
                    focus();
                }
            }
            case Outcome.Failed<MemoryPair> failed -> pane.state(new ViewState.Failed(failed));
            case Outcome.Cancelled<MemoryPair> _ ->
                    pane.state(
                            new ViewState.Empty("Cancelled. Close the editor and open it again."));
        }
    }

    /// Opens the next task with changes; false if there is none.
    private boolean nextTask(boolean forward) {
        var tasks = shown.map(MemoryPair::steppable).orElse(List.of());
        int here = tasks.indexOf(key.pid());
        int next = forward ? here + 1 : here - 1;
        if (here < 0 || next < 0 || next >= tasks.size()) {
            return false;
        }
        var opened = parts.services().parts().openEditor(new MemoryCompareKey(tasks.get(next)));
        if (opened.isPresent() && opened.get() instanceof MemoryCompareEditor other) {
            other.goToEnd(forward);
            return true;
        }
        return false;
    }

    private void visit() {
        if (ready) {
            publish();
            here().ifPresent(parts.services().history()::visit);
        }
    }

    private void publish() {
        if (ready) {
            here().ifPresent(ref -> parts.services().selection().select(key.toString(), ref));
        }
    }

    private Optional<ArtefactRef> here() {
        var before = diff.view().model().sideProperty().get() == DiffSide.BEFORE;
        var range = CaretRange.of(diff.view().navigation());
        return shown.map(found -> before ? found.before() : found.after())
                .map(side -> new ArtefactRef.OfMemory(side.id(), key.pid(), range));
    }

    private void follow(Selection selection) {
        if (!ready || selection.source().equals(key.toString())) {
            return;
        }
        switch (selection.value().orElse("")) {
            case ArtefactRef.OfVma vma when isMine(vma, vma.pid()) ->
                    diff.view().model().goTo(vma.start().value());
            case ArtefactRef.OfMemory memory when isMine(memory, memory.pid()) ->
                    diff.view().model().goTo(memory.range().start());
            default -> {}
        }
    }

    private boolean isMine(ArtefactRef ref, Pid pid) {
        return pid.equals(key.pid())
                && shown.filter(
                                comparison ->
                                        comparison.before().id().equals(ref.checkpoint())
                                                || comparison.after().id().equals(ref.checkpoint()))
                        .isPresent();
    }
}
