package org.icecore.views.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.GoesTo;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.InlineBar;
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

    private final ObservableValue<Optional<Checkpoint>> checkpoint;
    private final ObservableValue<Optional<Task>> task;
    private final WorkbenchServices services;
    private final SearchViewModel model;
    private final TextField pattern = new TextField();
    private final ChoiceBox<PatternKind> kind = new ChoiceBox<>();
    private final ChoiceBox<Scope> scope = new ChoiceBox<>();
    private final Button start = new Button("Search");
    private final Button stop = new Button("Stop");
    private final Label message = new Label();
    private final DenseTable<FoundHit> table;
    private final PlaceholderPane pane;
    private final BorderPane content = new BorderPane();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    private enum Scope {
        ALL("All tasks"),
        TASK("Selected task");

        private final String title;

        Scope(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// @param checkpoint the one that is searched
    /// @param task the one that a narrow search is about
    public SearchView(
            ObservableValue<Optional<Checkpoint>> checkpoint,
            ObservableValue<Optional<Task>> task,
            WorkbenchServices services) {
        this.checkpoint = checkpoint;
        this.task = task;
        this.services = services;
        model = new SearchViewModel(services.jobs(), Platform::runLater);
        table = table(services);
        pane =
                new PlaceholderPane(
                        table,
                        new ViewState.NothingSelected(
                                "Type what to look for in memory, and press Enter."));
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
        content.setTop(bar());
        content.setCenter(pane);
        model.state().subscribe(this::show);
        model.hits().addListener((javafx.beans.Observable _) -> show(model.state().get()));
    }

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void focus() {
        pattern.requestFocus();
        pattern.selectAll();
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
        model.cancel();
    }

    SearchViewModel model() {
        return model;
    }

    DenseTable<FoundHit> table() {
        return table;
    }

    TextField pattern() {
        return pattern;
    }

    ChoiceBox<PatternKind> kind() {
        return kind;
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

    private Node bar() {
        kind.getItems().setAll(PatternKind.values());
        kind.setValue(PatternKind.TEXT);
        kind.setAccessibleText("Kind of pattern");
        scope.getItems().setAll(Scope.values());
        scope.setValue(Scope.ALL);
        scope.setAccessibleText("Where to search");
        pattern.setPromptText("text, or bytes such as fc 48 ?? e4");
        pattern.setAccessibleText("What to look for in memory");
        pattern.setPrefColumnCount(22);
        pattern.getStyleClass().add("filter-field");
        pattern.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        search();
                        event.consume();
                    } else if (event.getCode() == KeyCode.DOWN) {
                        table.focusRows();
                        event.consume();
                    }
                });
        start.setOnAction(_ -> search());
        stop.setOnAction(_ -> model.cancel());
        message.getStyleClass().add("muted");
        for (Region each : List.of(kind, scope, start, stop)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        var bar = new FlowPane(8, 4, pattern, kind, scope, start, stop, message);
        bar.setAlignment(Pos.CENTER_LEFT);
        InlineBar.dress(bar);
        return bar;
    }

    private void search() {
        if (pattern.getText().isEmpty()) {
            message.setText("Type what to look for.");
            return;
        }
        var narrow = scope.getValue() == Scope.TASK;
        if (checkpoint.getValue().isEmpty()) {
            message.setText("Open a checkpoint first.");
        } else if (narrow && task.getValue().isEmpty()) {
            message.setText("Select a task first, or search all tasks.");
        } else {
            model.search(
                    checkpoint.getValue().get(),
                    narrow ? task.getValue() : Optional.empty(),
                    kind.getValue(),
                    pattern.getText());
        }
    }

    private void show(SearchState state) {
        var running = state instanceof SearchState.Running;
        stop.setVisible(running);
        stop.setManaged(running);
        start.setVisible(!running);
        start.setManaged(!running);
        var found = model.hits().size() == 1 ? "1 hit" : "%,d hits".formatted(model.hits().size());
        var some = !model.hits().isEmpty();
        switch (state) {
            case SearchState.Idle _ -> {}
            case SearchState.Unreadable(var why) -> message.setText(why);
            case SearchState.Running(var job) -> {
                message.setText(found + " so far");
                pane.state(some ? new ViewState.Ready() : new ViewState.Loading(job));
            }
            case SearchState.Done(var coverage) -> {
                message.setText(found);
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
                message.setText(found + ", stopped");
                pane.state(
                        some
                                ? new ViewState.Partial("The search was stopped.")
                                : new ViewState.Empty("The search was stopped."));
            }
            case SearchState.Failed(var why, var details) -> {
                message.setText(found);
                pane.state(new ViewState.Failed(why, details));
            }
        }
    }

    private void open(FoundHit found) {
        services.parts()
                .openEditor(new MemoryKey(found.checkpoint(), found.hit().pid(), found.address()))
                .ifPresent(
                        editor -> {
                            if (editor instanceof GoesTo memory) {
                                memory.goTo(found.address());
                            }
                        });
    }
}
