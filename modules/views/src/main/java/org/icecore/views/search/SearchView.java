package org.icecore.views.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.bench.ShowsHits;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// Searches the memory of the selected checkpoint. Enter on a hit shows it in the memory editor.
public final class SearchView implements View {
    /// Its id.
    public static final String ID = "search";

    private static final String NOTHING_OPEN = "Open a checkpoint first.";
    private static final ViewState BEFORE =
            new ViewState.NothingSelected("Type what to look for in memory, and press Enter.");

    private final Bench bench;
    private final BenchSelection selection;
    private final WorkbenchServices services;
    private final SearchViewModel model;
    private final SearchBar bar;
    private final DenseTable<FoundHit> table;
    private final PlaceholderPane pane;
    private final BorderPane content = new BorderPane();
    private final Subscription closing;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    /// @param selection names the checkpoint that is searched, and the task that a narrow search is about
    public SearchView(Bench bench, BenchSelection selection, WorkbenchServices services) {
        this.bench = bench;
        this.selection = selection;
        this.services = services;
        model = new SearchViewModel(services.jobs(), Platform::runLater);
        table = table(services);
        bar = new SearchBar(this::search, model::cancel, table::focusRows);
        pane = new PlaceholderPane(table, BEFORE);
        javafx.beans.binding.Bindings.bindContent(table.rows(), model.hits());
        table.onOpen(this::open);
        table.selectedRow()
                .subscribe(
                        row ->
                                row.ifPresent(
                                        found -> {
                                            services.selection().select(ID, found.ref());
                                            status.set(found.location());
                                        }));
        content.setTop(bar);
        content.setCenter(pane);
        model.state().subscribe(this::show);
        model.hits().addListener((javafx.beans.Observable _) -> show(model.state().get()));
        closing = bench.items().subscribe(this::forget);
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void focus() {
        bar.begin();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(DeskCommands.FIND, Handler.of(table::openFilter));
    }

    @Override
    public ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
        closing.unsubscribe();
        model.cancel();
    }

    SearchViewModel model() {
        return model;
    }

    DenseTable<FoundHit> table() {
        return table;
    }

    SearchBar bar() {
        return bar;
    }

    private static DenseTable<FoundHit> table(WorkbenchServices services) {
        return new DenseTable<>(
                TableSetup.of(
                        ID,
                        "Hits",
                        List.of(
                                Column.text("task", "Task", 110, FoundHit::task),
                                Column.<FoundHit>text(
                                                "checkpoint",
                                                "Checkpoint",
                                                90,
                                                hit -> hit.checkpoint().toString())
                                        .withTooltip(hit -> hit.checkpoint().toString()),
                                Column.<FoundHit, VirtualAddress>number(
                                                "address", "Address", 132, FoundHit::address)
                                        .monospaced()
                                        .withTooltip(FoundHit::location),
                                Column.<FoundHit>text("mapping", "Mapping", 190, FoundHit::mapping)
                                        .withTooltip(FoundHit::mapping)
                                        .withInk(
                                                hit ->
                                                        hit.executable()
                                                                ? Optional.of("ink-executable")
                                                                : Optional.empty()),
                                Column.<FoundHit>text("context", "Context", 360, FoundHit::context)
                                        .monospaced(),
                                Column.<FoundHit>text("bytes", "Bytes", 320, FoundHit::bytes)
                                        .monospaced()
                                        .withTooltip(FoundHit::bytes),
                                Column.<FoundHit>text("alsoAt", "Also at", 180, FoundHit::alsoAt)
                                        .withTooltip(FoundHit::alsoAt)),
                        services.menus(),
                        services.icons(),
                        services.preferences()));
    }

    private void search(SearchBar.Query query) {
        var narrow = query.selectedTaskOnly();
        var task = selection.task().get();
        var searched = searched();
        if (query.typed().isEmpty()) {
            bar.say("Type what to look for.");
        } else if (bench.open().isEmpty()) {
            bar.say(NOTHING_OPEN);
        } else if (searched.isEmpty()) {
            bar.say("Select a checkpoint in Evidence.");
        } else if (narrow && task.isEmpty()) {
            bar.say("Select a task first, or search all tasks.");
        } else {
            model.search(
                    searched.get(), narrow ? task : Optional.empty(), query.kind(), query.typed());
        }
    }

    /// The selected checkpoint, or the only one that is open.
    private Optional<Checkpoint> searched() {
        var open = bench.open();
        return selection
                .checkpoint()
                .get()
                .or(() -> open.size() == 1 ? open.getFirst().checkpoint() : Optional.empty());
    }

    /// Hits in a checkpoint that was closed lead nowhere; what was said of an empty bench no longer holds.
    private void forget() {
        if (bar.said().equals(NOTHING_OPEN)) {
            bar.say("");
        }
        model.asked()
                .map(SearchViewModel.Asked::checkpoint)
                .filter(id -> bench.item(id).isEmpty())
                .ifPresent(
                        id -> {
                            model.forget();
                            pane.state(BEFORE);
                            status.set("");
                            bar.say("%s was closed.".formatted(id));
                        });
    }

    private void show(SearchState state) {
        var running = state instanceof SearchState.Running;
        bar.running(running);
        var found =
                "%s in %s"
                        .formatted(
                                Counted.of(model.hits().size(), "hit"),
                                model.asked().map(asked -> asked.checkpoint().value()).orElse(""));
        var some = !model.hits().isEmpty();
        switch (state) {
            case SearchState.Idle _ -> {}
            case SearchState.Unreadable(var why) -> bar.say(why);
            case SearchState.Running(var job) -> {
                bar.say(found + " so far");
                pane.state(some ? new ViewState.Ready() : new ViewState.Loading(job));
            }
            case SearchState.Done(var coverage) -> {
                bar.say(found);
                var gaps = String.join("; ", coverage.gaps());
                pane.state(
                        some && coverage.isComplete()
                                ? new ViewState.Ready()
                                : some
                                        ? new ViewState.Partial(gaps)
                                        : new ViewState.Empty(
                                                ("Not found in what the checkpoint holds of memory. Pages that were not"
                                                                + " captured, such as clean pages of files, were not searched. "
                                                                + gaps)
                                                        .strip()));
            }
            case SearchState.Stopped _ -> {
                bar.say(found + ", stopped");
                pane.state(
                        some
                                ? new ViewState.Partial("The search was stopped.")
                                : new ViewState.Empty("The search was stopped."));
            }
            case SearchState.Failed(var why, var details) -> {
                bar.say(found);
                pane.state(new ViewState.Failed(why, details));
            }
        }
    }

    private void open(FoundHit found) {
        services.parts()
                .openEditor(new MemoryKey(found.checkpoint(), found.hit().pid(), found.address()))
                .ifPresent(
                        editor -> {
                            var asked = model.asked();
                            if (editor instanceof ShowsHits memory && asked.isPresent()) {
                                memory.showHit(asked.get().pattern(), found.hit().range());
                            }
                        });
    }
}
