package org.icecore.views.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.result.Question;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.Mark;

/// A view of one table about the selected task, in both checkpoints.
final class TaskTable<R> implements View {
    private final CompareParts parts;
    private final DenseTable<R> table;
    private final BiFunction<Comparison, TaskComparison, List<R>> rows;
    private final BiFunction<Comparison, R, ArtefactRef> about;
    private final Function<R, Mark> mark;
    private final String source;
    private final String what;
    private final Label heading = new Label();
    private final PlaceholderPane pane;
    private final WarnedPane warned;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Subscription subscription;
    private Optional<Pid> pid = Optional.empty();
    private Optional<TaskComparison> shown = Optional.empty();
    private boolean showing;

    /// @param source id of the view
    /// @param what is compared, in the plural: `mappings`
    /// @param rows of a task
    /// @param about what a row is about
    /// @param mark what became of what a row is about
    TaskTable(
            CompareParts parts,
            String source,
            String what,
            DenseTable<R> table,
            BiFunction<Comparison, TaskComparison, List<R>> rows,
            BiFunction<Comparison, R, ArtefactRef> about,
            Function<R, Mark> mark) {
        this.parts = parts;
        this.source = source;
        this.what = what;
        this.table = table;
        this.rows = rows;
        this.about = about;
        this.mark = mark;
        table.emptyText("The task has no %s in either checkpoint.".formatted(what));
        heading.getStyleClass().addAll("about", "muted");
        heading.setMaxWidth(Double.MAX_VALUE);
        var content = new BorderPane(table);
        content.setTop(heading);
        pane = new PlaceholderPane(content, new ViewState.NothingSelected(""));
        warned = new WarnedPane(parts, pane);
        table.selectedRow().subscribe(row -> row.filter(_ -> !showing).ifPresent(this::select));
        subscription =
                parts.state()
                        .subscribe(_ -> show())
                        .and(
                                parts.services()
                                        .selection()
                                        .of(ArtefactRef.class)
                                        .subscribe(
                                                ref -> {
                                                    var selected = ref.flatMap(BenchSelection::pid);
                                                    if (selected.isPresent()
                                                            && !selected.equals(pid)) {
                                                        pid = selected;
                                                        show();
                                                    }
                                                }));
    }

    @Override
    public Node node() {
        return warned;
    }

    @Override
    public void focus() {
        table.focusRows();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                DeskCommands.FIND, Handler.of(table::openFilter),
                DeskCommands.NEXT_CHANGE, Handler.of(() -> step(true)),
                DeskCommands.PREVIOUS_CHANGE, Handler.of(() -> step(false)));
    }

    @Override
    public ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        warned.dispose();
    }

    WarnedPane warned() {
        return warned;
    }

    DenseTable<R> table() {
        return table;
    }

    /// Which task is shown and where it is: `web (before) and web (after), task 6 python3`.
    String heading() {
        return heading.getText();
    }

    private static String heading(Comparison comparison, TaskComparison task) {
        var before = comparison.before();
        var after = comparison.after();
        var was = task.before().map(there -> Question.about(before, there));
        var is = task.after().map(there -> Question.about(after, there));
        var sameName = task.before().map(Task::comm).equals(task.after().map(Task::comm));
        return sameName && is.isPresent()
                ? before.title() + " and " + is.get()
                : Stream.concat(was.stream(), is.stream()).collect(Collectors.joining(" and "));
    }

    /// The task whose rows are shown.
    Optional<TaskComparison> shown() {
        return shown;
    }

    private void show() {
        var state = parts.state().getValue();
        var comparison = state.found();
        shown = comparison.flatMap(found -> pid.flatMap(found::task));
        if (comparison.isEmpty()) {
            pane.state(CompareParts.viewState(state));
            status.set("");
            return;
        }
        if (shown.isEmpty()) {
            pane.state(
                    new ViewState.NothingSelected(
                            "Select a task to see its %s before and after.".formatted(what)));
            status.set("");
            return;
        }
        var task = shown.get();
        heading.setText(heading(comparison.get(), task));
        showing = true;
        table.show(rows.apply(comparison.get(), task));
        showing = false;
        pane.state(
                task.fate() == TaskComparison.Fate.REPLACED
                        ? new ViewState.Partial(
                                "Not the same process: %s.".formatted(task.reason()))
                        : new ViewState.Ready());
        status.set(
                "pid %s %s, %s  \u00b7  %s"
                        .formatted(
                                task.pid(),
                                task.after().or(task::before).map(Task::comm).orElse(""),
                                task.fate().label(),
                                table.rows().size() + " " + what));
    }

    /// Selects the next marked row, or says that there is none.
    private void step(boolean forward) {
        var all = table.shownRows();
        int here = table.selectedRow().getValue().map(all::indexOf).orElse(-1);
        int start = here >= 0 ? here : forward ? -1 : all.size();
        for (int at = start + (forward ? 1 : -1);
                at >= 0 && at < all.size();
                at += forward ? 1 : -1) {
            if (isChange(mark.apply(all.get(at)))) {
                table.select(List.of(all.get(at)));
                return;
            }
        }
        status.set(
                "No change %s in the %s of the selected task."
                        .formatted(forward ? "after this one" : "before this one", what));
    }

    private static boolean isChange(Mark mark) {
        return switch (mark) {
            case ADDED, REMOVED, CHANGED -> true;
            case NONE, NOT_CAPTURED, EXECUTABLE, DIMMED -> false;
        };
    }

    private void select(R row) {
        parts.comparison()
                .ifPresent(
                        comparison ->
                                parts.services()
                                        .selection()
                                        .select(source, about.apply(comparison, row)));
    }
}
