package org.icecore.views.compare;

import java.util.ArrayList;
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
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.ComparisonState;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
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
    private final WarnedPane warned;
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
                                                                250,
                                                                ChangeRow::subject)
                                                        .withTooltip(ChangeRow::subject),
                                                Column.text("kind", "Kind", 84, ChangeRow::kind),
                                                Column.text(
                                                        "property",
                                                        "Property",
                                                        92,
                                                        ChangeRow::property),
                                                Column.<ChangeRow>text(
                                                                "before",
                                                                "Before",
                                                                196,
                                                                ChangeRow::before)
                                                        .withTooltip(row -> tooltip(row, true)),
                                                Column.<ChangeRow>text(
                                                                "after",
                                                                "After",
                                                                196,
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
                                .withFilter(ChangeFilter::parse)
                                .withContextMenu(
                                        MenuItem.list(
                                                BenchCommands.REVEAL_IN_IMAGE,
                                                BenchCommands.REVEAL_IN_ARCHIVE)),
                        ChangeRow::children);
        tree.emptyText(
                "No change matches the filter. Terms: kind:mapping task:6 mark:+ and any words.");
        tree.onOpen(this::open);
        tree.selectedRow().subscribe(row -> row.ifPresent(this::select));
        pane = new PlaceholderPane(tree, new ViewState.NothingSelected(""));
        warned = new WarnedPane(parts, pane);
        subscription = parts.state().subscribe(this::show);
    }

    @Override
    public Node node() {
        return warned;
    }

    @Override
    public void focus() {
        tree.control().requestFocus();
    }

    @Override
    public Map<String, Handler> handlers() {
        return Map.of(
                DeskCommands.FIND, Handler.of(tree::openFilter),
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

    /// Narrows the list to what a filter accepts, such as `kind:mapping`.
    public void filter(String text) {
        tree.openFilter();
        tree.filterText().set(text);
    }

    WarnedPane warned() {
        return warned;
    }

    DenseTree<ChangeRow> tree() {
        return tree;
    }

    private void show(ComparisonState state) {
        var found = state.found();
        tree.show(found.map(ChangeRow::of).orElse(List.of()));
        status.set(
                found.map(comparison -> ChangeCount.of(comparison.changes()).toString())
                        .orElse(""));
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
                    case ChangeRow.Group group -> "%s: %s".formatted(group.title(), group.note());
                    case ChangeRow.Item(_, var change) ->
                            "%s  \u00b7  %s".formatted(steps().position(row), place(change));
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
            case ChangeRow.Item(_, var change) -> select(change.ref());
        }
    }

    private void select(ArtefactRef ref) {
        parts.services().selection().select(ID, ref);
    }

    private void open(ChangeRow row) {
        switch (row) {
            case ChangeRow.Group group ->
                    group.changes().stream().findFirst().ifPresent(tree::select);
            case ChangeRow.Item(_, var change) -> {
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

    private void step(boolean forward) {
        steps().from(tree.selectedRow().getValue(), forward)
                .ifPresentOrElse(
                        tree::select,
                        () ->
                                status.set(
                                        steps().rows().isEmpty()
                                                ? "No changes to step through."
                                                : forward
                                                        ? "No change after this one."
                                                        : "No change before this one."));
    }

    /// The rows as they are shown now: sorted, filtered.
    private ChangeSteps steps() {
        var rows = new ArrayList<ChangeRow>();
        for (var group : tree.control().getRoot().getChildren()) {
            rows.add(group.getValue());
            group.getChildren().forEach(item -> rows.add(item.getValue()));
        }
        return new ChangeSteps(rows);
    }

    private static String place(Change change) {
        return "%s %s  \u00b7  before: %s  \u00b7  after: %s"
                .formatted(
                        change.kind().label(),
                        change.mark().label(),
                        place(change.before(), change.beforeAt()),
                        place(change.after(), change.afterAt()));
    }

    private static String place(Optional<Side> side, Optional<Location> at) {
        return side.isPresent()
                ? at.map(Location::toString).orElse("not at one place")
                : at.map(proof -> "absent, as of " + proof).orElse("absent");
    }

    private static String tooltip(ChangeRow row, boolean before) {
        return switch (row) {
            case ChangeRow.Group _ -> "";
            case ChangeRow.Item(_, var change) ->
                    before
                            ? tooltip(change.before(), change.beforeAt())
                            : tooltip(change.after(), change.afterAt());
        };
    }

    private static String tooltip(Optional<Side> side, Optional<Location> at) {
        return side.isPresent()
                ? side.get().text() + at.map(place -> "\n" + place).orElse("")
                : at.map(_ -> place(side, at)).orElse("");
    }
}
