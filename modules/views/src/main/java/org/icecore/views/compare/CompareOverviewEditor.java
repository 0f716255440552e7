package org.icecore.views.compare;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.Summary;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.DenseTable;

/// The comparison at a glance: whether the two belong together, how much of what kind changed, and in which tasks.
public final class CompareOverviewEditor implements Editor {
    private static final String TITLE = "Comparison";

    private final CompareParts parts;
    private final VBox head = new VBox(4);
    private final DenseTable<Summary.Line> kinds;
    private final DenseTable<TaskComparison> tasks;
    private final PlaceholderPane pane;
    private final PairChooser chooser;
    private final WarnedPane warned;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Subscription subscription;

    public CompareOverviewEditor(CompareParts parts) {
        this.parts = parts;
        kinds = OverviewTables.kinds(parts.services());
        tasks = OverviewTables.tasks(parts.services());
        kinds.onOpen(line -> changes("kind:" + line.kind().label().replace(' ', '-')));
        tasks.onOpen(task -> parts.services().parts().openEditor(new MemoryCompareKey(task.pid())));
        tasks.selectedRow().subscribe(row -> row.ifPresent(this::select));
        head.setPadding(new Insets(12));
        var split = new SplitPane(kinds, tasks);
        split.setDividerPositions(0.41);
        var content = new BorderPane(split);
        content.setTop(head);
        pane = new PlaceholderPane(content, new ViewState.NothingSelected(""));
        chooser = new PairChooser(parts.bench());
        var chosen = new BorderPane(pane);
        chosen.setTop(chooser);
        warned = new WarnedPane(parts, chosen);
        tasks.sceneProperty().subscribe(scene -> handsWaited(Optional.ofNullable(scene)));
        subscription =
                parts.state()
                        .subscribe(this::show)
                        .and(parts.wayBack().subscribe(_ -> show(parts.state().getValue())))
                        .and(
                                chooser.visibleProperty()
                                        .subscribe(_ -> show(parts.state().getValue())));
    }

    @Override
    public Node node() {
        return warned;
    }

    @Override
    public void focus() {
        if (chooser.isVisible() && parts.comparison().isEmpty()) {
            chooser.before().requestFocus();
        } else if (tasks.getScene() == null) {
            // Not laid out yet: the hands wait here rather than elsewhere in the window.
            warned.requestFocus();
        } else {
            tasks.focusRows();
        }
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper(TITLE).getReadOnlyProperty();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("editor.comparison");
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                DeskCommands.FIND, Handler.of(tasks::openFilter),
                DeskCommands.NEXT_CHANGE, Handler.of(() -> stepInto(true)),
                DeskCommands.PREVIOUS_CHANGE, Handler.of(() -> stepInto(false)));
    }

    @Override
    public ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        chooser.dispose();
        warned.dispose();
    }

    private void handsWaited(Optional<Scene> scene) {
        if (scene.isPresent() && warned.isFocused()) {
            tasks.focusRows();
        }
    }

    PairChooser chooser() {
        return chooser;
    }

    WarnedPane warned() {
        return warned;
    }

    DenseTable<Summary.Line> kinds() {
        return kinds;
    }

    DenseTable<TaskComparison> tasks() {
        return tasks;
    }

    private void show(ComparisonState state) {
        if (!(state instanceof ComparisonState.Done(var pair, var comparison))) {
            pane.state(
                    state instanceof ComparisonState.NoPair && chooser.isVisible()
                            ? new ViewState.NothingSelected(
                                    "Choose above which two checkpoints to compare.")
                            : CompareParts.viewState(state));
            status.set("");
            return;
        }
        head.getChildren().setAll(OverviewHead.sides(comparison));
        parts.wayBack()
                .get()
                .filter(back -> back.undoes(pair))
                .map(CompareOverviewEditor::wayBack)
                .ifPresent(head.getChildren()::add);
        head.getChildren().addAll(OverviewHead.facts(comparison, pair), links(comparison));
        kinds.show(comparison.summary().lines());
        kinds.emptyText("Nothing changed.");
        tasks.show(comparison.tasks());
        pane.state(new ViewState.Ready());
        status.set(ChangeCount.of(comparison.changes()).toString());
    }

    private Node links(Comparison comparison) {
        var all = new Hyperlink("All: " + ChangeCount.of(comparison.changes()).total());
        all.setOnAction(_ -> changes(""));
        var first = new Hyperlink("First change of memory");
        first.setDisable(MemoryPair.steppable(comparison).isEmpty());
        first.setOnAction(_ -> stepInto(true));
        all.setMinWidth(HBox.USE_PREF_SIZE);
        first.setMinWidth(HBox.USE_PREF_SIZE);
        var counted = OverviewHead.muted(ChangeCount.of(comparison.changes()).toString());
        var line = new HBox(12, all, first, counted);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static Node wayBack(WayBack back) {
        var why = OverviewHead.muted("Compared because %s.".formatted(back.why()));
        var undo = new Hyperlink("Undo, and go back to " + back.where());
        undo.setMinWidth(HBox.USE_PREF_SIZE);
        undo.setOnAction(_ -> back.go().run());
        var line = new HBox(8, why, undo);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private void stepInto(boolean forward) {
        parts.comparison()
                .map(MemoryPair::steppable)
                .filter(pids -> !pids.isEmpty())
                .ifPresentOrElse(
                        pids ->
                                parts.services()
                                        .parts()
                                        .openEditor(
                                                new MemoryCompareKey(
                                                        forward ? pids.getFirst() : pids.getLast()))
                                        .ifPresent(
                                                editor -> {
                                                    if (editor
                                                            instanceof MemoryCompareEditor memory) {
                                                        memory.goToEnd(forward);
                                                    }
                                                }),
                        () -> status.set("There is no change of memory to step through."));
    }

    private void changes(String filter) {
        var shell = parts.services().parts();
        shell.showView(ChangesView.ID);
        shell.view(ChangesView.ID)
                .ifPresent(
                        view -> {
                            if (view instanceof ChangesView changes) {
                                changes.filter(filter);
                            }
                        });
    }

    private void select(TaskComparison task) {
        parts.comparison()
                .ifPresent(
                        comparison ->
                                parts.services()
                                        .selection()
                                        .select(
                                                TITLE,
                                                new ArtefactRef.OfTask(
                                                        task.after().isPresent()
                                                                ? comparison.after().id()
                                                                : comparison.before().id(),
                                                        task.pid())));
    }
}
