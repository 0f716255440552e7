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
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.InlineBar;
import org.icecore.workbench.command.Handler;

/// A read-only text with line numbers, colours and a search bar.
final class TextPane extends BorderPane {
    private static final String NOTE =
            "JSON, indented anew for reading. Raw Text shows it as it lies in the evidence.";
    private static final String GAP = "  \u00b7  ";
    private static final int LINES_ABOVE = 6;
    /// Beyond it, colours would take longer than they are worth.
    private static final int MOST_COLOURED = 2 << 20;

    private final CodeArea area = new CodeArea();
    private final CheckBox anyCase = new CheckBox("Any case");
    private final InlineBar find = new InlineBar("Find", "text", anyCase);
    private final Label note = new Label(NOTE);
    private final ReadOnlyBooleanWrapper raw = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper wrapped = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Map<String, Handler> handlers = new HashMap<>();
    private Optional<LoadedText> loaded = Optional.empty();
    private TextMatches matches = new TextMatches(List.of(), 0, true);

    TextPane() {
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
        var copy = new MenuItem("Copy");
        copy.setOnAction(_ -> area.copy());
        var all = new MenuItem("Select All");
        all.setOnAction(_ -> area.selectAll());
        area.setContextMenu(new ContextMenu(copy, all));
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
        setTop(new VBox(find, note));
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

    private void handle() {
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
        var lines = GAP + "%,d lines".formatted(area.getParagraphs().size());
        status.set(
                line
                        + lines
                        + (selected == 0
                                ? ""
                                : GAP + "%,d characters selected".formatted(selected)));
    }
}
