package org.icecore.views.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.ItemState;
import org.icecore.views.result.Headers;
import org.icecore.views.result.TableServices;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTree;
import org.icecore.workbench.table.TableSetup;

/// The task tree of the selected checkpoint, or of the compared two while they are wanted.
public final class TasksView implements View {
    /// Its id.
    public static final String ID = "tasks";

    private static final int ALL = 1_000;

    private final BenchSelection selection;
    private final DenseTree<TaskRow> one;
    private final DenseTree<TaskRow> two;
    private final BorderPane content = new BorderPane();
    private final Label about = new Label();
    private final PlaceholderPane pane = new PlaceholderPane(content, new ViewState.Empty(""));
    private final ObservableValue<Optional<Comparison>> comparison;
    private final Subscription subscription;
    private TaskTreeModel model = TaskTreeModel.empty();
    private Optional<Object> shown = Optional.empty();
    private Subscription watched = Subscription.EMPTY;
    private boolean following;

    /// @param comparison the comparison to show; empty while the tasks of one checkpoint are wanted
    /// @param leads ids of commands that show what else is known of the selected task
    public TasksView(
            Bench bench,
            BenchSelection selection,
            ObservableValue<Optional<Comparison>> comparison,
            Commands commands,
            List<String> leads,
            TableServices services) {
        this.selection = selection;
        this.comparison = comparison;
        var menu = menu(leads);
        one = tree(ID, TaskColumns.ofOne(), commands, menu, services);
        two = tree("tasks.compared", TaskColumns.ofTwo(), commands, menu, services);
        about.getStyleClass().addAll("about", "muted");
        about.setMaxWidth(Double.MAX_VALUE);
        content.setTop(about);
        subscription =
                selection
                        .checkpoint()
                        .subscribe(_ -> refresh())
                        .and(selection.item().subscribe(this::watch))
                        .and(comparison.subscribe(_ -> refresh()))
                        .and(selection.task().subscribe(this::follow));
        bench.items().subscribe(this::refresh);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        front().control().requestFocus();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(BenchCommands.FIND, Handler.of(() -> front().openFilter()));
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        watched.unsubscribe();
    }

    /// The tree in front.
    public DenseTree<TaskRow> front() {
        return comparison.getValue().isPresent() ? two : one;
    }

    /// Follows what becomes of the item: one that fails to open changes neither the selection nor its checkpoint.
    private void watch(Optional<BenchItem> item) {
        watched.unsubscribe();
        watched = item.map(one -> one.state().subscribe(_ -> refresh())).orElse(Subscription.EMPTY);
        refresh();
    }

    private void refresh() {
        Optional<Object> wanted =
                comparison
                        .getValue()
                        .<Object>map(found -> found)
                        .or(() -> selection.checkpoint().get());
        if (wanted.isEmpty()) {
            shown = wanted;
            pane.state(without());
        } else if (!wanted.equals(shown)) {
            shown = wanted;
            show(
                    comparison
                            .getValue()
                            .map(TaskTreeModel::of)
                            .or(() -> selection.checkpoint().get().map(TaskTreeModel::of))
                            .orElseGet(TaskTreeModel::empty));
        }
    }

    private void show(TaskTreeModel wanted) {
        model = wanted;
        var tree = front();
        following = true;
        try {
            tree.show(wanted.roots());
            tree.expand(ALL);
        } finally {
            following = false;
        }
        content.setCenter(tree);
        about.setText(about());
        pane.state(
                wanted.size() > 0
                        ? new ViewState.Ready()
                        : new ViewState.Empty(
                                "The checkpoint lists no tasks: pstree.img is missing, empty or damaged."));
        follow(selection.task().get());
    }

    /// Whose tasks they are, as all other views say it.
    private String about() {
        return comparison
                .getValue()
                .map(both -> both.before().title() + " and " + both.after().title())
                .or(() -> selection.checkpoint().get().map(Checkpoint::title))
                .orElse("");
    }

    /// Why there are no tasks.
    private ViewState without() {
        return selection
                .item()
                .get()
                .map(
                        item ->
                                switch (item.state().get()) {
                                    case ItemState.Opening(var job) -> new ViewState.Loading(job);
                                    case ItemState.Failed(var message, var details) ->
                                            new ViewState.Failed(message, details);
                                    case ItemState.Open(Checkpoint _) ->
                                            new ViewState.NothingSelected("");
                                })
                .orElseGet(
                        () -> new ViewState.NothingSelected("Open a checkpoint to see its tasks."));
    }

    private void follow(Optional<Task> task) {
        var row = task.flatMap(wanted -> model.find(wanted.pid()));
        if (row.isPresent() && !front().selectedRow().getValue().equals(row)) {
            following = true;
            try {
                front().select(row.get());
            } finally {
                following = false;
            }
        }
    }

    private static List<MenuItem> menu(List<String> leads) {
        var commands = new ArrayList<>(List.of(BenchCommands.REVEAL_MEMORY, "-"));
        commands.addAll(leads);
        commands.addAll(
                List.of("-", BenchCommands.REVEAL_IN_IMAGE, BenchCommands.REVEAL_IN_ARCHIVE));
        return MenuItem.list(commands.toArray(String[]::new));
    }

    private DenseTree<TaskRow> tree(
            String id,
            List<Column<TaskRow, ?>> columns,
            Commands commands,
            List<MenuItem> menu,
            TableServices services) {
        var setup =
                TableSetup.of(
                                id,
                                "Tasks",
                                columns,
                                services.menus(),
                                services.icons(),
                                services.preferences())
                        .withContextMenu(menu);
        var tree =
                new DenseTree<TaskRow>(
                        id.equals(ID) ? setup : setup.withMarks(TaskRow::mark),
                        row -> model.children(row));
        Headers.explain(tree.control().getColumns(), TaskColumns.explained());
        tree.selectedRow()
                .subscribe(
                        _ -> {
                            if (!following) {
                                selection.select(
                                        ID,
                                        tree.selected().stream()
                                                .<ArtefactRef>map(TaskRow::ref)
                                                .toList());
                            }
                        });
        tree.onOpen(
                row -> {
                    // The row may be chosen already while a mapping of the task is selected.
                    selection.select(ID, row.ref());
                    commands.execute(BenchCommands.REVEAL_MEMORY);
                });
        return tree;
    }
}
