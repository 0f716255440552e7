package org.icecore.views.overview;

import static org.icecore.views.overview.Pieces.block;
import static org.icecore.views.overview.Pieces.copyable;
import static org.icecore.views.overview.Pieces.grid;
import static org.icecore.views.overview.Pieces.group;
import static org.icecore.views.overview.Pieces.heading;
import static org.icecore.views.overview.Pieces.listed;
import static org.icecore.views.overview.Pieces.muted;
import static org.icecore.views.overview.Pieces.wrapped;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.icecore.analysis.table.Capital;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Defect;
import org.icecore.evidence.MemberPath;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.DefectWords;
import org.icecore.views.bench.DigestState;
import org.icecore.views.bench.ItemState;
import org.icecore.views.bench.Remedy;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// A checkpoint at a glance: what it is, how much it holds, what is missing, what changed since the other one.
public final class OverviewEditor implements Editor {
    private static final int FEW_DEFECTS = 3;

    private final BenchItem item;
    private final Runnable onDefects;
    private final Runnable onSupply;
    private final ReadOnlyStringWrapper title;
    private final VBox page = new VBox();
    private final SinceBlock since;
    private final VBox facts = new VBox();
    private final DigestField digest = new DigestField();
    private final GridPane files = grid();
    private final PlaceholderPane pane;
    private Subscription subscription = Subscription.EMPTY;

    /// @param onCompare shows the comparison
    /// @param onDefects shows what is wrong with the evidence, each with its place
    /// @param onSupply asks for the dump in which pages of this one lie
    public OverviewEditor(
            Bench bench,
            BenchItem item,
            Runnable onCompare,
            Runnable onDefects,
            Runnable onSupply) {
        this.item = item;
        this.onDefects = onDefects;
        this.onSupply = onSupply;
        this.title = new ReadOnlyStringWrapper(item.title());
        page.getStyleClass().add("overview");
        page.setMinWidth(0);
        since = new SinceBlock(item, onCompare);
        digest.getStyleClass().add("mono");
        files.getStyleClass().add("overview-block");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        pane = new PlaceholderPane(scroll, new ViewState.Empty(""));
        subscription =
                item.state()
                        .subscribe(this::show)
                        .and(item.sha256().subscribe(this::show))
                        .and(item.further().subscribe(_ -> further()))
                        .and(bench.comparison().subscribe(since::show))
                        .and(item.unknown().subscribe(_ -> facts()));
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> description() {
        return new ReadOnlyStringWrapper(place()).getReadOnlyProperty();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("checkpoint");
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
    }

    private void show(ItemState state) {
        title.set(item.title());
        switch (state) {
            case ItemState.Opening(var job) -> pane.state(new ViewState.Loading(job));
            case ItemState.Failed(var message, var details) ->
                    pane.state(new ViewState.Failed(message, details));
            case ItemState.Open(var checkpoint) -> {
                fill(checkpoint);
                pane.state(new ViewState.Ready());
            }
        }
    }

    private void fill(Checkpoint checkpoint) {
        var summary = summary(checkpoint);
        var name = new Label(summary.title());
        name.getStyleClass().add("overview-title");
        var called = new Label(checkpoint.id().value());
        called.getStyleClass().add("overview-id");
        var head = new HBox(name);
        if (!checkpoint.title().equals(summary.title())) {
            head.getChildren().add(called);
        }
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("overview-head");
        page.getChildren().setAll(head, wrapped(summary.subtitle(), ""));
        if (!summary.frozen().isEmpty()) {
            page.getChildren().add(wrapped(summary.frozen(), "muted"));
        }
        checkpoint
                .layout()
                .warning()
                .ifPresent(
                        warning ->
                                page.getChildren()
                                        .add(wrapped(Capital.of(warning) + ".", "ink-warning")));
        page.getChildren().add(file());
        if (item.remedy() instanceof Remedy.SupplyParent supply) {
            page.getChildren().add(missing(supply));
        }
        if (!summary.defects().isEmpty()) {
            page.getChildren().add(defects(checkpoint, summary.defects()));
        }
        page.getChildren().addAll(since.node(), facts);
        facts();
    }

    /// What it holds and what not: told anew when more is known.
    private void facts() {
        facts.getChildren().clear();
        item.checkpoint().ifPresent(this::facts);
    }

    private void facts(Checkpoint checkpoint) {
        var summary = summary(checkpoint);
        var groups = new GroupFlow();
        List.of("container", "counts", "sizes", "statistics", "dump")
                .forEach(
                        group -> {
                            var known = summary.known(group);
                            if (!known.isEmpty()) {
                                groups.getChildren().add(group(group, known));
                            }
                        });
        facts.getChildren().add(groups);
        if (!summary.missing().isEmpty()) {
            var missing = block("What is missing");
            summary.missing()
                    .forEach(line -> missing.getChildren().add(listed("??", line, "muted")));
            facts.getChildren().add(missing);
        }
    }

    private OverviewSummary summary(Checkpoint checkpoint) {
        return OverviewSummary.of(checkpoint, item.unknown().get());
    }

    /// That pages lie elsewhere, and where to supply them.
    private Node missing(Remedy.SupplyParent supply) {
        var block = new VBox();
        block.getStyleClass().add("overview-block");
        var heading = heading("Pages lie in another dump");
        heading.getStyleClass().add("ink-warning");
        var head = new HBox(heading, Pieces.link("Supply Parent...", onSupply));
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("overview-head");
        block.getChildren().addAll(head, listed("??", supply.needed(), ""));
        return block;
    }

    /// The first few; all of them are in the error log.
    private Node defects(Checkpoint checkpoint, List<Defect> defects) {
        var block = new VBox();
        block.getStyleClass().add("overview-block");
        var words = DefectWords.brief(checkpoint);
        var heading = heading(Capital.of(words));
        heading.getStyleClass().add("ink-warning");
        var head = new HBox(heading, Pieces.link("Show in Error Log", onDefects));
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("overview-head");
        block.getChildren().add(head);
        defects.stream()
                .limit(FEW_DEFECTS)
                .forEach(defect -> block.getChildren().add(listed("!", defect.toString(), "")));
        var more = defects.size() - FEW_DEFECTS;
        if (more > 0) {
            block.getChildren().add(wrapped("and %,d more".formatted(more), "muted"));
        }
        return block;
    }

    private Node file() {
        further();
        return files;
    }

    /// The file, and the others that it takes pages from: each is to be known by its digest.
    private void further() {
        files.getChildren().clear();
        row("File", code(place()));
        row("SHA-256", digest);
        for (var other : item.further().get()) {
            var known = new DigestField();
            known.getStyleClass().add("mono");
            known.show(words(other.sha256()));
            row("Earlier dump", code(other.path().toString()));
            row("SHA-256", known);
        }
    }

    private void row(String title, Node value) {
        files.addRow(files.getRowCount(), muted(title), value);
        GridPane.setHgrow(value, Priority.ALWAYS);
    }

    private static Node code(String text) {
        var path = copyable(text);
        path.getStyleClass().add("mono");
        return path;
    }

    /// The file, or the folder with the images of this very dump where several lie in one.
    private String place() {
        return item.checkpoint()
                .filter(Checkpoint::isBareFolder)
                .flatMap(Checkpoint::imageDirectory)
                .filter(below -> !below.isEmpty())
                .map(
                        below ->
                                item.path()
                                        + item.path().getFileSystem().getSeparator()
                                        + new MemberPath(below).name())
                .orElseGet(() -> item.path().toString());
    }

    private void show(DigestState state) {
        digest.show(words(state));
    }

    private static String words(DigestState state) {
        return switch (state) {
            case DigestState.Awaited _ -> "not computed yet";
            case DigestState.Computing _ -> "being computed";
            case DigestState.Known(var known) -> known.hex();
            case DigestState.Unavailable(var reason) -> reason;
        };
    }
}
