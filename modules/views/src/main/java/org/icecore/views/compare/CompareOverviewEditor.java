package org.icecore.views.compare;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.ContainerMatch;
import org.icecore.analysis.compare.Summary;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.bench.Pair;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.DenseTable;

/// The comparison at a glance: whether the two belong together, how much of what kind changed, and in which tasks.
public final class CompareOverviewEditor implements Editor {
    private final CompareParts parts;
    private final VBox head = new VBox(4);
    private final DenseTable<Summary.Line> kinds;
    private final DenseTable<TaskComparison> tasks;
    private final PlaceholderPane pane;
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
        subscription = parts.state().subscribe(this::show);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        tasks.focusRows();
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper("Comparison").getReadOnlyProperty();
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
    }

    DenseTable<Summary.Line> kinds() {
        return kinds;
    }

    DenseTable<TaskComparison> tasks() {
        return tasks;
    }

    private void show(ComparisonState state) {
        if (!(state instanceof ComparisonState.Done(var pair, var comparison))) {
            pane.state(CompareParts.viewState(state));
            status.set("");
            return;
        }
        head.getChildren().setAll(sides(comparison));
        warning(comparison).ifPresent(head.getChildren()::add);
        head.getChildren().addAll(facts(comparison, pair), links(comparison));
        kinds.show(comparison.summary().lines());
        kinds.emptyText("Nothing changed.");
        tasks.show(comparison.tasks());
        pane.state(new ViewState.Ready());
        status.set("%,d changes".formatted(comparison.changes().size()));
    }

    private static Node sides(Comparison comparison) {
        var grid = new GridPane(12, 2);
        side(grid, 0, "before", comparison.before());
        side(grid, 1, "after", comparison.after());
        return grid;
    }

    private static void side(GridPane grid, int row, String word, Checkpoint checkpoint) {
        var label = new Label(word);
        label.getStyleClass().add("muted");
        var title = new Label(checkpoint.title());
        title.setStyle("-fx-font-weight: bold;");
        title.setMinWidth(HBox.USE_PREF_SIZE);
        var time =
                new Label(
                        checkpoint
                                .container()
                                .checkpointed()
                                .map(at -> "frozen " + CellText.moment(at))
                                .orElse(""));
        var path = new Label(String.valueOf(checkpoint.archive().path().getFileName()));
        path.getStyleClass().add("muted");
        grid.addRow(row, label, title, time, path);
    }

    private static Optional<Node> warning(Comparison comparison) {
        var match = comparison.match();
        if (!match.needsWarning()) {
            return Optional.empty();
        }
        var text = new Label("! " + warning(match));
        text.setWrapText(true);
        text.setMinHeight(HBox.USE_PREF_SIZE);
        text.getStyleClass().add("ink-warning");
        var banner = new HBox(text);
        banner.getStyleClass().add("partial-banner");
        return Optional.of(banner);
    }

    private static String warning(ContainerMatch match) {
        var order =
                match.order() == ContainerMatch.Order.REVERSED
                        ? "The checkpoint before is younger than the one after: %s. Swap them to read the changes forwards."
                                .formatted(match.orderReason())
                        : "";
        return switch (match.relation()) {
            case SAME_CONTAINER -> order;
            case SAME_ORIGIN, UNRELATED, UNDECIDED ->
                    "These are two containers, or may be: %s. %s. %s"
                            .formatted(
                                    match.relation().label(),
                                    String.join(", ", match.reasons()),
                                    order)
                            .strip();
        };
    }

    private static Node facts(Comparison comparison, Pair pair) {
        var counts = comparison.summary().memory();
        var match = comparison.match();
        var memory =
                new Label(
                        "Memory: %s compared, %s changed on %,d pages; %s new, %s gone; %s known on one side only, %s on neither."
                                .formatted(
                                        CellText.size(counts.bytesCompared()),
                                        CellText.size(counts.bytesChanged()),
                                        counts.pagesChanged(),
                                        CellText.size(counts.bytesAdded()),
                                        CellText.size(counts.bytesRemoved()),
                                        CellText.size(counts.bytesOneSided()),
                                        CellText.size(counts.bytesUnknown())));
        memory.setWrapText(true);
        memory.setMinHeight(HBox.USE_PREF_SIZE);
        var box = new VBox(2, memory);
        if (!match.needsWarning()) {
            box.getChildren()
                    .add(
                            muted(
                                    "%s: %s."
                                            .formatted(
                                                    capital(match.relation().label()),
                                                    String.join(", ", match.reasons()))));
        }
        box.getChildren()
                .add(muted("Ordered %s: %s.".formatted(pair.order(), match.orderReason())));
        if (!comparison.coverage().isComplete()) {
            box.getChildren()
                    .add(
                            muted(
                                    "Not covered: %s."
                                            .formatted(
                                                    String.join(
                                                            "; ",
                                                            comparison.coverage().gaps().stream()
                                                                    .limit(8)
                                                                    .toList()))));
        }
        return box;
    }

    /// One line; the rest is in the tooltip, so that the tables keep their room.
    private static Label muted(String words) {
        var label = new Label(words);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(words));
        label.getTooltip().setWrapText(true);
        label.getTooltip().setMaxWidth(640);
        label.getStyleClass().add("muted");
        return label;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Node links(Comparison comparison) {
        var all = new Hyperlink("All %,d changes".formatted(comparison.changes().size()));
        all.setOnAction(_ -> changes(""));
        var first = new Hyperlink("First change of memory");
        first.setDisable(MemoryPair.steppable(comparison).isEmpty());
        first.setOnAction(_ -> stepInto(true));
        return new HBox(12, all, first);
    }

    private void stepInto(boolean forward) {
        parts.comparison()
                .map(MemoryPair::steppable)
                .filter(pids -> !pids.isEmpty())
                .ifPresent(
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
                                                }));
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
                                                title().getValue(),
                                                new ArtefactRef.OfTask(
                                                        task.after().isPresent()
                                                                ? comparison.after().id()
                                                                : comparison.before().id(),
                                                        task.pid())));
    }
}
