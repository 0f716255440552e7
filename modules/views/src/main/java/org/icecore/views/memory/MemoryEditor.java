package org.icecore.views.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.icecore.analysis.search.BytePattern;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.GoesTo;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.bench.ShowsHits;
import org.icecore.views.desk.AddressSpaceContent;
import org.icecore.views.desk.CaretRange;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.HexPane;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.selection.Selection;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// The memory of one task, byte by byte. Selects the bytes at the caret, and goes where another part selects.
public final class MemoryEditor implements Editor, GoesTo, ShowsHits {
    private final MemoryKey key;
    private final WorkbenchServices services;
    private final HexPane hex;
    private final PlaceholderPane pane;
    private final ObservableValue<String> title;
    private final String description;
    private final Optional<Job<AddressSpaceContent>> loading;
    private Subscription subscription = Subscription.EMPTY;
    private Runnable wanted;
    private boolean ready;

    /// @param checkpoint the opened checkpoint that the key names; empty if it is not open
    /// @param several whether several checkpoints are open
    public MemoryEditor(
            MemoryKey key,
            Optional<Checkpoint> checkpoint,
            ObservableValue<Boolean> several,
            WorkbenchServices services) {
        this.key = key;
        this.services = services;
        this.wanted = () -> {};
        hex = new HexPane(services.themes(), Jobs.virtualThreads());
        pane = new PlaceholderPane(hex, new ViewState.Empty(""));
        var task = checkpoint.flatMap(open -> open.tasks().find(key.pid()));
        var name = "%s (%s)".formatted(task.map(Task::comm).orElse("pid"), key.pid());
        title = several.map(many -> many ? "%s - %s".formatted(name, key.checkpoint()) : name);
        description =
                "Memory of pid %s in %s"
                        .formatted(
                                key.pid(),
                                checkpoint.map(Checkpoint::title).orElse(key.checkpoint().value()));
        hex.view().setAccessibleText(description);
        loading = load(checkpoint, task);
        hex.onJump(
                this::visit,
                () -> {
                    visit();
                    publish();
                });
        subscription =
                subscription
                        .and(
                                hex.view()
                                        .navigation()
                                        .cursorProperty()
                                        .subscribe(this::publishIfInHands))
                        .and(services.selection().current().subscribe(this::follow));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        pane.focusOn(hex.view());
        if (ready) {
            publish();
        }
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public ObservableValue<String> description() {
        return new ReadOnlyStringWrapper(description).getReadOnlyProperty();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("editor.memory");
    }

    @Override
    public Map<String, Handler> handlers() {
        var handlers = new HashMap<>(hex.handlers());
        handlers.put(DeskCommands.FOLLOW, Handler.of(hex::followPointer));
        return Map.copyOf(handlers);
    }

    @Override
    public ObservableValue<String> status() {
        return hex.status();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        loading.ifPresent(Job::cancel);
        hex.dispose();
    }

    @Override
    public void goTo(VirtualAddress address) {
        whenReady(() -> hex.jump(address.value()));
    }

    @Override
    public void showHit(BytePattern pattern, AddressRange hit) {
        whenReady(() -> hex.showHit(pattern, AddressSpan.until(hit.start(), hit.end())));
    }

    /// Where the caret is; before the memory is mapped, where it will be.
    public VirtualAddress caret() {
        return ready ? new VirtualAddress(hex.view().navigation().caret()) : key.address();
    }

    private void whenReady(Runnable deed) {
        wanted = deed;
        if (ready) {
            deed.run();
        }
    }

    HexPane hex() {
        return hex;
    }

    private Optional<Job<AddressSpaceContent>> load(
            Optional<Checkpoint> checkpoint, Optional<Task> task) {
        if (checkpoint.isEmpty()) {
            pane.state(
                    new ViewState.Empty(
                            "The checkpoint %s is not open.".formatted(key.checkpoint())));
            return Optional.empty();
        }
        if (task.isEmpty()) {
            pane.state(
                    new ViewState.Empty(
                            "%s has no task of pid %s."
                                    .formatted(checkpoint.get().title(), key.pid())));
            return Optional.empty();
        }
        var memory = task.get().memory();
        memory.absence()
                .ifPresent(
                        why ->
                                pane.state(
                                        new ViewState.Empty(
                                                "Pid %s has no memory to show: %s"
                                                        .formatted(key.pid(), why))));
        return memory.found().map(this::load);
    }

    private Job<AddressSpaceContent> load(AddressSpace memory) {
        Job<AddressSpaceContent> job =
                services.jobs()
                        .start(
                                "mapping the memory of pid " + key.pid(),
                                progress -> AddressSpaceContent.of(memory, progress));
        pane.state(new ViewState.Loading(job));
        return job.whenDone(this::loaded);
    }

    private void loaded(Outcome<AddressSpaceContent> end) {
        switch (end) {
            case Outcome.Done<AddressSpaceContent>(var content) when content.regions().isEmpty() ->
                    pane.state(new ViewState.Empty("The task has no mappings."));
            case Outcome.Done<AddressSpaceContent>(var content) -> {
                hex.view().model().contentProperty().set(content);
                pane.state(new ViewState.Ready());
                ready = true;
                hex.view().model().goTo(key.address().value());
                wanted.run();
                visit();
                if (services.parts().activePart().getValue().filter(this::isThis).isPresent()) {
                    focus();
                }
            }
            case Outcome.Failed<AddressSpaceContent> failed ->
                    pane.state(new ViewState.Failed(failed));
            case Outcome.Cancelled<AddressSpaceContent> _ ->
                    pane.state(
                            new ViewState.Empty(
                                    "Mapping the memory was cancelled. Close the editor and open it again."));
        }
    }

    private boolean isThis(org.icecore.workbench.part.PartRef part) {
        return part.equals(new org.icecore.workbench.part.PartRef.OfEditor(key));
    }

    private void publishIfInHands() {
        if (ready && hex.view().isFocused()) {
            publish();
        }
    }

    private void publish() {
        services.selection().select(key.toString(), here());
    }

    private void visit() {
        if (ready) {
            services.history().visit(here());
        }
    }

    /// What is selected, or the byte at the caret.
    private ArtefactRef.OfMemory here() {
        var range = CaretRange.of(hex.view().navigation());
        return new ArtefactRef.OfMemory(key.checkpoint(), key.pid(), range);
    }

    private void follow(Selection selection) {
        if (selection.source().equals(key.toString())) {
            return;
        }
        selection
                .value()
                .map(
                        value ->
                                value instanceof List<?> all && !all.isEmpty()
                                        ? all.getFirst()
                                        : value)
                .ifPresent(
                        value -> {
                            switch (value) {
                                case ArtefactRef.OfVma(var id, var pid, var start)
                                        when isMine(id, pid) ->
                                        reveal(start.value());
                                case ArtefactRef.OfMemory(var id, var pid, var range)
                                        when isMine(id, pid) ->
                                        reveal(range.start());
                                default -> {}
                            }
                        });
    }

    private boolean isMine(
            org.icecore.checkpoint.CheckpointId id, org.icecore.checkpoint.task.Pid pid) {
        return id.equals(key.checkpoint()) && pid.equals(key.pid());
    }

    private void reveal(long address) {
        whenReady(() -> hex.view().model().goTo(address));
    }
}
