package org.icecore.views.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.evidence.Location;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.JobReading;
import org.icecore.views.desk.DeskCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.part.View;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;
import org.icecore.workbench.table.Mark;

/// A view that is the answer to one question: asks in a job when the question changes, and shows the table.
///
/// Selecting rows selects their artefacts; artefacts selected elsewhere are selected here, too. Used on the UI thread only.
public final class QuestionView<R> implements View {

    private final Part<R> part;
    private final BorderPane content = new BorderPane();
    private final BorderPane whole = new BorderPane();
    private final Label about = new Label();
    private final PlaceholderPane pane;
    private Optional<ResultPane<R>> grid = Optional.empty();
    private Optional<Job<ResultTable<R>>> asking = Optional.empty();
    private Optional<Object> subject = Optional.empty();
    private Optional<ArtefactRef> wanted = Optional.empty();
    private final ObjectProperty<Optional<R>> rowSelected =
            new SimpleObjectProperty<>(Optional.empty());
    private Subscription subscription = Subscription.EMPTY;
    private Consumer<Optional<ResultTable<R>>> onTable = _ -> {};

    /// What a view of this kind is made of.
    ///
    /// @param onOpen what Enter and double click do with a row and its artefact
    /// @param select selects artefacts for the whole workbench
    /// @param toolBar ids of the commands at the right of the tabs
    /// @param deeds what commands do with the selected row and its artefact, while this view is active
    public record Part<R>(
            GridLook<R> look,
            ObservableValue<Question<R>> question,
            ObservableValue<Function<ArtefactRef, Mark>> marks,
            ObservableValue<Optional<ArtefactRef>> selected,
            Consumer<List<ArtefactRef>> select,
            BiConsumer<R, ArtefactRef> onOpen,
            List<String> toolBar,
            Map<String, BiConsumer<R, ArtefactRef>> deeds,
            TableServices services,
            Jobs jobs) {
        public Part {
            toolBar = List.copyOf(toolBar);
            deeds = Map.copyOf(deeds);
        }

        /// A view that handles no commands of its own.
        public Part(
                GridLook<R> look,
                ObservableValue<Question<R>> question,
                ObservableValue<Function<ArtefactRef, Mark>> marks,
                ObservableValue<Optional<ArtefactRef>> selected,
                Consumer<List<ArtefactRef>> select,
                BiConsumer<R, ArtefactRef> onOpen,
                List<String> toolBar,
                TableServices services,
                Jobs jobs) {
            this(
                    look, question, marks, selected, select, onOpen, toolBar, Map.of(), services,
                    jobs);
        }
    }

    /// A view made of its parts; asks its question at once.
    public QuestionView(Part<R> part) {
        this.part = part;
        about.getStyleClass().addAll("about", "muted");
        about.setMaxWidth(Double.MAX_VALUE);
        // An answer without rows is about the same as one with rows.
        about.managedProperty().bind(about.visibleProperty());
        this.pane = new PlaceholderPane(content, new ViewState.NothingSelected(""));
        whole.setTop(about);
        whole.setCenter(pane);
        subscription =
                subscription
                        .and(part.question().subscribe(this::ask))
                        .and(
                                part.marks()
                                        .subscribe(
                                                marks ->
                                                        grid.ifPresent(
                                                                shown -> shown.marks(marks))))
                        .and(
                                part.selected()
                                        .subscribe(
                                                ref -> {
                                                    wanted = ref;
                                                    grid.ifPresent(this::follow);
                                                }));
    }

    /// This view, which tells whoever completes its table which one it shows, and shows the cells anew when they change.
    ///
    /// @param changes of cells
    /// @param watcher is told the table on the screen; of none where there is none any more
    public QuestionView<R> watched(
            ObservableValue<?> changes, Consumer<Optional<ResultTable<R>>> watcher) {
        onTable = watcher;
        subscription =
                subscription.and(
                        changes.subscribe(
                                _ ->
                                        grid.ifPresent(
                                                shown -> shown.marks(part.marks().getValue()))));
        return this;
    }

    @Override
    public Node node() {
        return whole;
    }

    @Override
    public void focus() {
        grid.ifPresentOrElse(ResultPane::focusRows, pane::requestFocus);
    }

    @Override
    public Map<String, Handler> handlers() {
        var handlers = new HashMap<String, Handler>();
        handlers.put(DeskCommands.FIND, Handler.of(() -> grid.ifPresent(ResultPane::openFilter)));
        handlers.put(
                BenchCommands.REVEAL_IN_IMAGE,
                Handler.of(
                        () -> selected(this::reveal),
                        rowSelected.map(row -> row.flatMap(this::location).isPresent())));
        part.deeds()
                .forEach(
                        (command, deed) ->
                                handlers.put(
                                        command,
                                        Handler.of(
                                                () -> selected(deed),
                                                rowSelected.map(Optional::isPresent))));
        return handlers;
    }

    private void selected(BiConsumer<R, ArtefactRef> deed) {
        rowSelected
                .get()
                .ifPresent(
                        row -> grid.ifPresent(shown -> deed.accept(row, shown.table().ref(row))));
    }

    private Optional<Location> location(R row) {
        return grid.flatMap(shown -> shown.table().location(row));
    }

    private void reveal(R row, ArtefactRef ref) {
        location(row).ifPresent(at -> part.services().reveal().show(ref.checkpoint(), at));
    }

    @Override
    public List<String> toolBar() {
        return part.toolBar();
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        asking.ifPresent(Job::cancel);
        onTable.accept(Optional.empty());
    }

    /// The rows on the screen, once there was an answer.
    public Optional<ResultPane<R>> grid() {
        return grid;
    }

    private void ask(Question<R> question) {
        about.setVisible(question instanceof Question.Ask<R>);
        switch (question) {
            case Question.Nothing<R>(var whatToSelect) -> {
                forget();
                pane.state(new ViewState.NothingSelected(whatToSelect));
            }
            case Question.Pointless<R>(var why) -> {
                forget();
                pane.state(new ViewState.Empty(why));
            }
            case Question.Ask<R> asked when subject.equals(Optional.of(asked.subject())) -> {}
            case Question.Ask<R> asked -> {
                forget();
                subject = Optional.of(asked.subject());
                about.setText(asked.about());
                Job<ResultTable<R>> job =
                        part.jobs()
                                .start(
                                        asked.title(),
                                        progress ->
                                                asked.answer().answer(JobReading.of(progress, "")));
                asking = Optional.of(job);
                if (grid.isEmpty()) {
                    pane.state(new ViewState.Loading(job));
                }
                job.whenDone(end -> answered(job, end, asked.ifEmpty()));
            }
        }
    }

    private void forget() {
        asking.ifPresent(Job::cancel);
        asking = Optional.empty();
        subject = Optional.empty();
        onTable.accept(Optional.empty());
    }

    private void answered(Job<ResultTable<R>> job, Outcome<ResultTable<R>> end, String ifEmpty) {
        if (!asking.equals(Optional.of(job))) {
            return;
        }
        asking = Optional.empty();
        switch (end) {
            case Outcome.Done<ResultTable<R>>(var table) -> show(table, ifEmpty);
            case Outcome.Failed<ResultTable<R>> failed -> pane.state(new ViewState.Failed(failed));
            case Outcome.Cancelled<ResultTable<R>> _ -> {
                subject = Optional.empty();
                pane.state(new ViewState.Empty("Cancelled."));
            }
        }
    }

    private void show(ResultTable<R> table, String ifEmpty) {
        if (table.rows().isEmpty()) {
            pane.state(
                    new ViewState.Empty(
                            table.coverage().isComplete()
                                    ? ifEmpty
                                    : table.coverage().gaps().stream()
                                            .map(QuestionView::sentence)
                                            .collect(Collectors.joining("\n"))));
            return;
        }
        if (grid.isEmpty()) {
            var made = ResultPane.of(table, look(), part.services());
            made.selectedRow().subscribe(rowSelected::set);
            made.onSelect(part.select());
            made.onOpen(row -> part.onOpen().accept(row, made.table().ref(row)));
            made.marks(part.marks().getValue());
            content.setCenter(made.node());
            grid = Optional.of(made);
        } else {
            grid.get().show(table);
        }
        pane.state(new ViewState.Ready());
        if (pane.isFocused()) {
            grid.get().focusRows();
        }
        follow(grid.get());
        onTable.accept(Optional.of(table));
    }

    private static String sentence(String gap) {
        return Capital.of(gap) + (gap.endsWith(".") ? "" : ".");
    }

    /// Every row was read somewhere.
    private GridLook<R> look() {
        var menu = new ArrayList<>(part.look().contextMenu());
        menu.add(MenuItem.invoke(BenchCommands.REVEAL_IN_IMAGE));
        menu.add(MenuItem.invoke(BenchCommands.REVEAL_IN_ARCHIVE));
        return part.look().withContextMenu(menu);
    }

    private void follow(ResultPane<R> shown) {
        wanted.ifPresent(shown::follow);
    }
}
