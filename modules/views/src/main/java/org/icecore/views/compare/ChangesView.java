package org.icecore.views.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Side;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.evidence.Location;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTree;
import org.icecore.workbench.table.TableSetup;

/// All changes, task by task. Selecting one selects its artefact; Enter on memory shows it side by side.
public final class ChangesView implements View {
    /// Its id.
    public static final String ID = "changes";

    private final CompareParts parts;
    private final DenseTree<ChangeRow> tree;
    private final PlaceholderPane pane;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Subscription subscription;

    public ChangesView(CompareParts parts) {
        this.parts = parts;
        var services = parts.services();
        tree =
                new DenseTree<>(
                        TableSetup.<ChangeRow>of(
                                        ID,
                                        "Changes",
                                        List.of(
                                                Column.<ChangeRow>text(
                                                                "subject",
                                                                "Subject",
                                                                290,
                                                                ChangeRow::subject)
                                                        .withTooltip(ChangeRow::subject),
                                                Column.text("kind", "Kind", 90, ChangeRow::kind),
                                                Column.text(
                                                        "property",
                                                        "Property",
                                                        110,
                                                        ChangeRow::property),
                                                Column.<ChangeRow>text(
                                                                "before",
                                                                "Before",
                                                                230,
                                                                ChangeRow::before)
                                                        .withTooltip(row -> tooltip(row, true)),
                                                Column.<ChangeRow>text(
                                                                "after",
                                                                "After",
                                                                230,
                                                                ChangeRow::after)
                                                        .withTooltip(row -> tooltip(row, false)),
                                                Column.<ChangeRow>text(
                                                                "note",
                                                                "Note",
                                                                220,
                                                                ChangeRow::note)
                                                        .withTooltip(ChangeRow::note)),
                                        services.menus(),
                                        services.icons(),
                                        services.preferences())
                                .withMarks(ChangeRow::mark)
                                .withFilter(ChangeFilter::parse),
                        ChangeRow::children);
        tree.emptyText(
                "No change matches the filter. Terms: kind:mapping task:6 mark:+ and any words.");
        tree.onOpen(this::open);
        tree.selectedRow().subscribe(row -> row.ifPresent(this::select));
        pane = new PlaceholderPane(tree, new ViewState.NothingSelected(""));
        subscription = parts.state().subscribe(this::show);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        tree.control().requestFocus();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                DeskCommands.FIND, Handler.of(tree::openFilter),
                DeskCommands.NEXT_CHANGE, Handler.of(() -> step(1)),
                DeskCommands.PREVIOUS_CHANGE, Handler.of(() -> step(-1)));
    }

    @Override
    public ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
    }

    /// Narrows the list to what a filter accepts, such as `kind:mapping`.
    public void filter(String text) {
        tree.openFilter();
        tree.filterText().set(text);
    }

    DenseTree<ChangeRow> tree() {
        return tree;
    }

    private void show(ComparisonState state) {
        var found = state.found();
        tree.show(found.map(ChangeRow::of).orElse(List.of()));
        if (found.isEmpty()) {
            pane.state(CompareParts.viewState(state));
        } else if (found.get().isEmpty()) {
            pane.state(new ViewState.Empty("Nothing changed between the two checkpoints."));
        } else if (found.get().coverage().isComplete()) {
            pane.state(new ViewState.Ready());
        } else {
            var gaps = found.get().coverage().gaps();
            pane.state(
                    new ViewState.Partial(
                            gaps.size() == 1
                                    ? gaps.getFirst()
                                    : "%s, and %d more"
                                            .formatted(gaps.getFirst(), gaps.size() - 1)));
        }
    }

    private void select(ChangeRow row) {
        status.set(
                switch (row) {
                    case ChangeRow.Group group -> group.title();
                    case ChangeRow.Item(var change) -> place(change);
                });
        switch (row) {
            case ChangeRow.Group(var pid, _, _, _) ->
                    parts.comparison()
                            .ifPresent(
                                    comparison ->
                                            pid.flatMap(comparison::task)
                                                    .ifPresent(
                                                            task ->
                                                                    select(
                                                                            new ArtefactRef.OfTask(
                                                                                    task.after()
                                                                                                    .isPresent()
                                                                                            ? comparison
                                                                                                    .after()
                                                                                                    .id()
                                                                                            : comparison
                                                                                                    .before()
                                                                                                    .id(),
                                                                                    task.pid()))));
            case ChangeRow.Item(var change) -> select(change.ref());
        }
    }

    private void select(ArtefactRef ref) {
        parts.services().selection().select(ID, ref);
    }

    private void open(ChangeRow row) {
        switch (row) {
            case ChangeRow.Group group ->
                    group.changes().stream().findFirst().ifPresent(tree::select);
            case ChangeRow.Item(var change) -> {
                switch (change.ref()) {
                    case ArtefactRef.OfMemory(_, var pid, var range) ->
                            parts.openMemory(
                                    pid,
                                    new org.icecore.checkpoint.memory.VirtualAddress(
                                            range.start()));
                    case ArtefactRef.OfVma(_, var pid, var start) -> parts.openMemory(pid, start);
                    default -> parts.services().history().visit(change.ref());
                }
            }
        }
    }

    private void step(int by) {
        var control = tree.control();
        int index =
                Math.clamp(
                        control.getSelectionModel().getSelectedIndex() + by,
                        0,
                        Math.max(0, control.getExpandedItemCount() - 1));
        control.getSelectionModel().clearAndSelect(index);
        control.scrollTo(Math.max(0, index - 3));
    }

    private static String place(Change change) {
        return "%s %s  \u00b7  before: %s  \u00b7  after: %s"
                .formatted(
                        change.kind().label(),
                        change.mark().label(),
                        place(change.before()),
                        place(change.after()));
    }

    private static String place(Optional<Side> side) {
        return side.map(there -> there.at().map(Location::toString).orElse("in several places"))
                .orElse("absent");
    }

    private static String tooltip(ChangeRow row, boolean before) {
        return switch (row) {
            case ChangeRow.Group _ -> "";
            case ChangeRow.Item(var change) ->
                    (before ? change.before() : change.after())
                            .map(side -> side.text() + side.at().map(at -> "\n" + at).orElse(""))
                            .orElse("");
        };
    }
}
