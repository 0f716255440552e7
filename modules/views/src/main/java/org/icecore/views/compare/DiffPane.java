package org.icecore.views.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.desk.BytesTarget;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.FindBar;
import org.icecore.views.desk.InlineBar;
import org.icecore.views.desk.Pointer;
import org.icecore.views.desk.SurfaceHandlers;
import org.icecore.views.desk.ThemeColours;
import org.icecore.views.hex.HexDiffView;
import org.icecore.views.hex.HexSurface;
import org.icecore.views.hex.model.AddressExpression;
import org.icecore.views.hex.model.DiffSide;
import org.icecore.views.hex.model.FindOutcome;
import org.icecore.views.hex.model.HexChanges;
import org.icecore.views.hex.model.HexContent;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.theme.Themes;

/// A hex comparison with its bar, its commands and its line for the status bar.
final class DiffPane extends BorderPane implements BytesTarget {
    /// The commands that stand as buttons above it.
    static final List<String> TOOL_BAR =
            List.of(
                    DeskCommands.PREVIOUS_CHANGE,
                    DeskCommands.NEXT_CHANGE,
                    DeskCommands.ONLY_CHANGES);

    private static final int ROWS_AROUND = 3;
    private static final String GAP = "  \u00b7  ";
    private static final MemoryPair NOTHING =
            new MemoryPair(
                    HexContent.empty(), HexContent.empty(), HexChanges.none(), List.of(), "");

    private final HexDiffView view = new HexDiffView(Jobs.virtualThreads());
    private final InlineBar goTo = new InlineBar("Go to", "7f2f369d0000, +0x10, -4k, [heap]+0x20");
    private final FindBar find;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Beyond beyond;
    private final Subscription subscription;
    private MemoryPair pair = NOTHING;
    private Runnable onJump = () -> {};
    private boolean ended;
    private String notice = "";

    /// Goes to the next or previous task; false if there is none.
    @FunctionalInterface
    interface Beyond {
        boolean go(boolean forward);
    }

    /// @param beyond what stepping does behind the last and before the first change
    DiffPane(Themes themes, Beyond beyond) {
        this.beyond = beyond;
        find = new FindBar(view.search(), view::requestFocus);
        setTop(new VBox(goTo, find.bar()));
        setCenter(view);
        goTo.onEnter(_ -> goTo());
        goTo.onClose(view::requestFocus);
        subscription =
                themes.current()
                        .subscribe(theme -> view.paletteProperty().set(ThemeColours.of(theme)));
        view.navigation()
                .cursorProperty()
                .subscribe(
                        () -> {
                            ended = false;
                            notice = "";
                            describe();
                        });
        view.search()
                .outcomeProperty()
                .subscribe(
                        outcome ->
                                outcome.filter(FindOutcome.Found.class::isInstance)
                                        .ifPresent(_ -> onJump.run()));
        view.model().positionProperty().subscribe(this::describe);
        view.model().originProperty().subscribe(this::describe);
        handle();
    }

    @Override
    public HexSurface surface() {
        return view;
    }

    HexDiffView view() {
        return view;
    }

    InlineBar goToBar() {
        return goTo;
    }

    FindBar find() {
        return find;
    }

    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    Map<String, Handler> handlers() {
        return Map.copyOf(handlers);
    }

    void onJump(Runnable deed) {
        onJump = deed;
    }

    void dispose() {
        subscription.unsubscribe();
        view.search().clear();
    }

    void titles(Comparison comparison) {
        view.beforeTitleProperty().set(side("before", comparison.before()));
        view.afterTitleProperty().set(side("after", comparison.after()));
    }

    private static String side(String word, Checkpoint checkpoint) {
        return checkpoint.id().value().equals(word)
                ? "%s  %s".formatted(word, checkpoint.container().title())
                : "%s  %s".formatted(word, checkpoint.title());
    }

    void show(MemoryPair wanted) {
        pair = wanted;
        view.search().clear();
        view.model().compare(wanted.before(), wanted.after(), wanted.changes());
    }

    /// Lets go of what is shown: its evidence may be closed next.
    void clear() {
        show(NOTHING);
        describe();
    }

    void jump(long address) {
        onJump.run();
        var landing = view.model().goTo(address);
        onJump.run();
        notice =
                landing.mapped()
                        ? ""
                        : "nothing is mapped at 0x%x on either side".formatted(address);
        describe();
    }

    /// Goes to the first or last change, if there is one.
    void goToEnd(boolean first) {
        int count = pair.changes().size();
        if (count > 0) {
            view.model().goToChange(first ? 0 : count - 1);
            onJump.run();
        }
    }

    /// Goes to the next or previous change seen from an address.
    void stepFrom(long address, boolean forward) {
        view.model().goTo(address);
        step(forward);
    }

    private void step(boolean forward) {
        long caret = view.navigation().caret();
        boolean within =
                forward
                        ? pair.changes().after(caret).isPresent()
                        : pair.changes().before(caret).isPresent();
        if (!within && beyond.go(forward)) {
            return;
        }
        if (forward) {
            view.nextChange();
        } else {
            view.previousChange();
        }
        if (within) {
            onJump.run();
        }
        ended = !within;
        describe();
    }

    private void search(boolean forward) {
        onJump.run();
        find.find(forward);
    }

    private void goTo() {
        var content =
                view.model().active().regions().isEmpty() ? pair.before() : view.model().active();
        switch (AddressExpression.parse(goTo.field().getText())
                .resolve(content, view.navigation().caret())) {
            case AddressExpression.Target.At(var address) -> {
                jump(address);
                goTo.close();
            }
            case AddressExpression.Target.Nowhere(var why) -> goTo.say(why);
        }
    }

    private void followPointer() {
        switch (Pointer.at(view.model().active(), view.navigation().caret())) {
            case Pointer.To(var address) -> jump(address);
            case Pointer.Nowhere(var why) -> {
                describe();
                status.set(status.get() + GAP + why);
            }
        }
    }

    private void handle() {
        handlers.put(DeskCommands.FOLLOW, Handler.of(this::followPointer));
        handlers.putAll(SurfaceHandlers.of(view, goTo));
        handlers.put(DeskCommands.FIND, Handler.of(find.bar()::open));
        handlers.put(DeskCommands.FIND_NEXT, Handler.of(() -> search(true)));
        handlers.put(DeskCommands.FIND_PREVIOUS, Handler.of(() -> search(false)));
        handlers.put(DeskCommands.NEXT_CHANGE, Handler.of(() -> step(true)));
        handlers.put(DeskCommands.PREVIOUS_CHANGE, Handler.of(() -> step(false)));
        var layout = view.model().layoutProperty();
        ObservableValue<Boolean> folded = layout.map(present -> present.context().isPresent());
        handlers.put(
                DeskCommands.ONLY_CHANGES,
                Handler.toggle(
                        () ->
                                layout.set(
                                        layout.get()
                                                .withContext(
                                                        layout.get().context().isPresent()
                                                                ? Optional.empty()
                                                                : Optional.of(ROWS_AROUND))),
                        folded));
    }

    private void describe() {
        long caret = view.navigation().caret();
        if (pair == NOTHING) {
            status.set("");
            return;
        }
        var line = new StringBuilder(view.model().position());
        if (ended) {
            line.append(", and no more in any task");
        }
        line.append(GAP).append("0x%x".formatted(caret));
        if (!notice.isEmpty()) {
            line.append(GAP).append(notice);
        }
        line.append(GAP).append("before: ").append(origin(DiffSide.BEFORE, caret));
        line.append(GAP).append("after: ").append(origin(DiffSide.AFTER, caret));
        var reason = pair.reason(caret);
        if (!reason.isEmpty()) {
            line.append(GAP).append(reason);
        }
        status.set(line.toString());
    }

    private String origin(DiffSide side, long address) {
        var words = view.model().content(side).origin(address);
        return words.isEmpty() ? "not mapped" : words;
    }
}
