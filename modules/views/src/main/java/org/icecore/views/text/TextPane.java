package org.icecore.views.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.icecore.analysis.table.Counted;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.InlineBar;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.command.Menus;

/// A read-only text with line numbers, colours and a search bar.
final class TextPane extends BorderPane {
    private static final String NOTE =
            "JSON, indented anew for reading. Raw Text shows it as it lies in the evidence.";
    private static final String GAP = "  \u00b7  ";
    private static final int LINES_ABOVE = 6;
    /// Beyond it, colours would take longer than they are worth.
    private static final int MOST_COLOURED = 2 << 20;

    private static final String[] MENU = {
        StandardCommands.COPY,
        StandardCommands.SELECT_ALL,
        "-",
        DeskCommands.FIND,
        DeskCommands.FIND_NEXT,
        DeskCommands.FIND_PREVIOUS,
        DeskCommands.GO_TO,
        "-",
        DeskCommands.RAW_TEXT,
        DeskCommands.WRAP_LINES
    };

    private final CodeArea area = new CodeArea();
    private final CheckBox anyCase = new CheckBox("Any case");
    private final InlineBar find = new InlineBar("Find", "text", anyCase).withSteps();
    private final InlineBar goTo = new InlineBar("Go to line", "120, or 120:8 with a column");
    private final Label note = new Label(NOTE);
    private final ReadOnlyBooleanWrapper raw = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper wrapped = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Map<String, Handler> handlers = new HashMap<>();
    private Optional<LoadedText> loaded = Optional.empty();
    private TextMatches matches = new TextMatches(List.of(), 0, true);

    /// @param menus makes the context menu
    TextPane(Menus menus) {
        getStyleClass().add("text-pane");
        getStylesheets()
                .add(
                        Objects.requireNonNull(TextPane.class.getResource("text.css"), "text.css")
                                .toExternalForm());
        area.setEditable(false);
        area.setShowCaret(org.fxmisc.richtext.Caret.CaretVisibility.ON);
        area.getStyleClass().add("mono");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAutoHeight(false);
        area.setContextMenu(menus.contextMenu(() -> MenuItem.list(MENU)));
        note.getStyleClass().addAll("muted", "text-note");
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        note.managedProperty().bind(note.visibleProperty());
        anyCase.setMinWidth(Region.USE_PREF_SIZE);
        anyCase.setSelected(true);
        anyCase.selectedProperty().subscribe(_ -> search());
        find.onEnter(this::step);
        find.onClose(
                () -> {
                    matches = new TextMatches(List.of(), 0, true);
                    colour();
                    area.requestFocus();
                });
        find.field().textProperty().subscribe(_ -> search());
        goTo.onEnter(_ -> goToLine());
        goTo.onClose(area::requestFocus);
        setTop(new VBox(goTo, find, note));
        setCenter(new VirtualizedScrollPane<>(area));
        area.caretPositionProperty().addListener((_, _, _) -> describe());
        area.selectedTextProperty().addListener((_, _, _) -> describe());
        area.focusedProperty()
                .subscribe(
                        focused ->
                                pseudoClassStateChanged(
                                        javafx.css.PseudoClass.getPseudoClass("active"), focused));
        handle();
    }

    CodeArea area() {
        return area;
    }

    InlineBar find() {
        return find;
    }

    InlineBar goToBar() {
        return goTo;
    }

    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    Map<String, Handler> handlers() {
        return Map.copyOf(handlers);
    }

    void show(LoadedText wanted) {
        loaded = Optional.of(wanted);
        fill();
    }

    /// Whether the text is shown as it lies in the evidence.
    boolean isRaw() {
        return raw.get();
    }

    private void goToLine() {
        var lines = area.getParagraphs().size();
        switch (LinePlace.parse(goTo.field().getText(), lines)) {
            case LinePlace.At(var line, var column) -> {
                area.moveTo(line, Math.min(column, area.getParagraphLength(line)));
                reveal(line);
                goTo.close();
            }
            case LinePlace.Nowhere(var why) -> goTo.say(why);
        }
    }

    private void handle() {
        handlers.put(StandardCommands.COPY, Handler.of(area::copy));
        handlers.put(StandardCommands.SELECT_ALL, Handler.of(area::selectAll));
        handlers.put(DeskCommands.GO_TO, Handler.of(goTo::open));
        handlers.put(DeskCommands.FIND, Handler.of(find::open));
        handlers.put(DeskCommands.FIND_NEXT, Handler.of(() -> step(true)));
        handlers.put(DeskCommands.FIND_PREVIOUS, Handler.of(() -> step(false)));
        handlers.put(
                DeskCommands.RAW_TEXT,
                Handler.toggle(
                        () -> {
                            raw.set(!raw.get());
                            fill();
                        },
                        raw.getReadOnlyProperty()));
        handlers.put(
                DeskCommands.WRAP_LINES,
                Handler.toggle(
                        () -> {
                            wrapped.set(!wrapped.get());
                            area.setWrapText(wrapped.get());
                        },
                        wrapped.getReadOnlyProperty()));
    }

    private Optional<IndentedJson> indented() {
        return loaded.flatMap(LoadedText::indented).filter(_ -> !raw.get());
    }

    private void fill() {
        area.replaceText(
                indented()
                        .map(IndentedJson::text)
                        .orElseGet(() -> loaded.map(LoadedText::raw).orElse("")));
        area.moveTo(0);
        area.requestFollowCaret();
        note.setVisible(
                indented()
                        .filter(
                                json ->
                                        loaded.filter(
                                                        text ->
                                                                text.raw()
                                                                        .strip()
                                                                        .equals(
                                                                                json.text()
                                                                                        .strip()))
                                                .isEmpty())
                        .isPresent());
        search();
        describe();
    }

    private void search() {
        matches = TextMatches.of(area.getText(), find.field().getText(), anyCase.isSelected());
        colour();
        find.say(
                find.field().getText().isEmpty()
                        ? ""
                        : matches.starts().isEmpty() ? "not found" : count());
    }

    private String count() {
        return matches.complete()
                ? "%,d found".formatted(matches.starts().size())
                : "the first %,d found".formatted(matches.starts().size());
    }

    private void step(boolean forward) {
        if (find.field().getText().isEmpty()) {
            find.open();
            return;
        }
        int from = forward ? area.getSelection().getEnd() : area.getSelection().getStart();
        int index = forward ? matches.after(from) : matches.before(from);
        if (index < 0) {
            find.say("not found");
            return;
        }
        int start = matches.starts().get(index);
        boolean wraps = forward ? start < from : start >= from;
        area.selectRange(start, start + matches.length());
        reveal(area.getCurrentParagraph());
        find.say(
                "%,d of %s%s"
                        .formatted(index + 1, count(), wraps ? ", going on at the other end" : ""));
    }

    /// Brings a line into sight with some lines above it, unless it is in sight already.
    private void reveal(int line) {
        boolean seen =
                area.firstVisibleParToAllParIndex() < line
                        && line < area.lastVisibleParToAllParIndex();
        if (seen) {
            area.requestFollowCaret();
        } else {
            area.showParagraphAtTop(Math.max(0, line - LINES_ABOVE));
        }
    }

    private void colour() {
        if (area.getLength() == 0 || area.getLength() > MOST_COLOURED) {
            return;
        }
        area.setStyleSpans(
                0, hits().overlay(tokens(), (hit, token) -> hit.isEmpty() ? token : hit));
    }

    private StyleSpans<Collection<String>> hits() {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (int start : matches.starts()) {
            spans.add(List.of(), start - at);
            spans.add(List.of("text-hit"), matches.length());
            at = start + matches.length();
        }
        return spans.add(List.of(), area.getLength() - at).create();
    }

    private StyleSpans<Collection<String>> tokens() {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (var token : indented().map(IndentedJson::tokens).orElse(List.of())) {
            spans.add(List.of(), token.start() - at);
            spans.add(
                    List.of("json-" + token.kind().name().toLowerCase(Locale.ROOT)),
                    token.end() - token.start());
            at = token.end();
        }
        return spans.add(List.of(), area.getLength() - at).create();
    }

    private void describe() {
        var line =
                "line %,d, column %,d"
                        .formatted(area.getCurrentParagraph() + 1, area.getCaretColumn() + 1);
        var selected = area.getSelectedText().length();
        var lines = GAP + Counted.of(area.getParagraphs().size(), "line");
        status.set(
                line
                        + lines
                        + (selected == 0
                                ? ""
                                : GAP + Counted.of(selected, "character") + " selected"));
    }
}
