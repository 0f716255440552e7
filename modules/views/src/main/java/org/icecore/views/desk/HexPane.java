package org.icecore.views.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.icecore.analysis.search.BytePattern;
import org.icecore.views.hex.HexSurface;
import org.icecore.views.hex.HexView;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteCount;
import org.icecore.views.hex.model.FindOutcome;
import org.icecore.views.hex.model.HexRegion;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.theme.Themes;

/// A hex view with its bars, its commands and its line for the status bar.
public final class HexPane extends BorderPane implements BytesTarget {
    private static final String GAP = "  \u00b7  ";

    private final HexView view;
    private final InlineBar goTo = new InlineBar("Go to", "7f2f369d0000, +0x10, -4k, [heap]+0x20");
    private final FindBar find;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Map<String, Handler> handlers = new HashMap<>();
    private Runnable beforeJump = () -> {};
    private Runnable afterJump = () -> {};
    private Subscription subscription = Subscription.EMPTY;
    private long noticed;

    /// A pane over nothing; `background` runs searches and samples the minimap.
    public HexPane(Themes themes, Executor background) {
        view = new HexView(background);
        find = new FindBar(view.search(), view::requestFocus);
        setTop(new VBox(goTo, find.bar()));
        setCenter(view);
        goTo.onEnter(_ -> goTo());
        goTo.onClose(view::requestFocus);
        subscription =
                themes.current()
                        .subscribe(theme -> view.paletteProperty().set(ThemeColours.of(theme)));
        handle();
        view.noticeProperty()
                .subscribe(
                        () -> {
                            noticed = view.navigation().caret();
                            describe();
                        });
        view.navigation().cursorProperty().subscribe(this::describe);
        view.model().originProperty().subscribe(this::describe);
        view.search()
                .outcomeProperty()
                .subscribe(
                        outcome ->
                                outcome.filter(FindOutcome.Found.class::isInstance)
                                        .ifPresent(_ -> afterJump.run()));
    }

    @Override
    public HexSurface surface() {
        return view;
    }

    /// The hex view itself.
    public HexView view() {
        return view;
    }

    /// The line in which is typed what to find.
    public FindBar find() {
        return find;
    }

    /// The line in which an address is typed.
    public InlineBar goToBar() {
        return goTo;
    }

    /// The handlers of the commands on bytes.
    public Map<String, Handler> handlers() {
        return Map.copyOf(handlers);
    }

    /// What the status bar says: where the caret is, and how much is selected.
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /// Told before and after the caret jumps; not told of steps.
    public void onJump(Runnable before, Runnable after) {
        beforeJump = before;
        afterJump = after;
    }

    /// Puts the caret on an address as a jump.
    public void jump(long address) {
        beforeJump.run();
        view.model().goTo(address);
        afterJump.run();
    }

    /// Goes where the pointer at the caret points to.
    public void followPointer() {
        switch (Pointer.at(view.model().content(), view.navigation().caret())) {
            case Pointer.To(var address) -> jump(address);
            case Pointer.Nowhere(var why) -> {
                describe();
                status.set(status.get() + GAP + why);
            }
        }
    }

    /// Goes to a hit and marks all that matches its pattern; Find Next goes on from there.
    public void showHit(BytePattern pattern, AddressSpan hit) {
        beforeJump.run();
        find.take(pattern);
        view.search().show(pattern, hit);
    }

    /// Lets go of the theme and stops a search.
    public void dispose() {
        subscription.unsubscribe();
        view.search().clear();
    }

    private void goTo() {
        beforeJump.run();
        if (view.goTo(goTo.field().getText())) {
            goTo.close();
            afterJump.run();
        } else {
            goTo.say(view.noticeProperty().get());
        }
    }

    private void search(boolean forward) {
        beforeJump.run();
        find.find(forward);
    }

    private void handle() {
        handlers.putAll(SurfaceHandlers.of(view, goTo));
        handlers.put(DeskCommands.FIND, Handler.of(find.bar()::open));
        handlers.put(DeskCommands.FIND_NEXT, Handler.of(() -> search(true)));
        handlers.put(DeskCommands.FIND_PREVIOUS, Handler.of(() -> search(false)));
    }

    private void describe() {
        var navigation = view.navigation();
        if (view.model().content().regions().isEmpty()) {
            status.set("");
            return;
        }
        var line = new StringBuilder("0x%x".formatted(navigation.caret()));
        var origin = view.model().originProperty().get();
        view.model()
                .regionProperty()
                .get()
                .map(HexRegion::label)
                .filter(label -> !origin.startsWith(label))
                .ifPresent(label -> append(line, label));
        append(line, origin);
        append(
                line,
                navigation.selection().map(span -> ByteCount.of(span) + " selected").orElse(""));
        var notice =
                Optional.of(view.noticeProperty().get()).filter(_ -> noticed == navigation.caret());
        append(line, notice.orElse(""));
        status.set(line.toString());
    }

    private static void append(StringBuilder line, String words) {
        if (!words.isEmpty()) {
            line.append(GAP).append(words);
        }
    }
}
