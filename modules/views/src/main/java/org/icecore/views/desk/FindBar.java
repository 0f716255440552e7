package org.icecore.views.desk;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import org.icecore.analysis.search.BytePattern;
import org.icecore.analysis.table.Counted;
import org.icecore.views.hex.HexSearch;
import org.icecore.views.hex.model.FindOutcome;

/// The line in which the examiner says what bytes to find.
public final class FindBar {
    private final ChoiceBox<PatternKind> kind = new ChoiceBox<>();
    private final Button stop = new Button("Stop");
    private final InlineBar bar =
            new InlineBar("Find", "text, or bytes such as fc 48 ?? e4", kind, stop).withSteps();
    private final HexSearch search;
    private Optional<BytePattern> taken = Optional.empty();

    /// @param search what finds
    /// @param onClose what is done when the line was closed, such as giving the key focus back
    public FindBar(HexSearch search, Runnable onClose) {
        this.search = search;
        kind.getItems().setAll(PatternKind.values());
        kind.setValue(PatternKind.TEXT);
        kind.setAccessibleText("Kind of pattern");
        kind.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        stop.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> search.cancel());
        stop.visibleProperty().bind(search.runningProperty());
        stop.managedProperty().bind(search.runningProperty());
        bar.onEnter(this::find);
        bar.onClose(
                () -> {
                    search.clear();
                    onClose.run();
                });
        search.outcomeProperty().subscribe(this::tell);
        search.hitsProperty().subscribe(this::tell);
        search.progressProperty()
                .subscribe(
                        fraction -> {
                            if (search.runningProperty().get()) {
                                bar.say(
                                        "searching, %.0f %%"
                                                .formatted(fraction.doubleValue() * 100));
                            }
                        });
    }

    /// The line itself.
    public InlineBar bar() {
        return bar;
    }

    /// How what is typed is read.
    public ChoiceBox<PatternKind> kind() {
        return kind;
    }

    /// Takes over a pattern that was searched elsewhere, until something is typed here.
    void take(BytePattern pattern) {
        bar.field().clear();
        taken = Optional.of(pattern);
        bar.field().setPromptText(pattern.text());
    }

    /// Finds the next or previous match of what was typed; asks what to find if nothing was.
    public void find(boolean forward) {
        if (bar.field().getText().isEmpty() && taken.isPresent()) {
            search(taken.get(), forward);
            return;
        }
        if (bar.field().getText().isEmpty()) {
            bar.open();
            return;
        }
        try {
            search(kind.getValue().pattern(bar.field().getText()), forward);
        } catch (IllegalArgumentException unreadable) {
            bar.open();
            bar.say(String.valueOf(unreadable.getMessage()));
        }
    }

    private void search(BytePattern pattern, boolean forward) {
        bar.say("searching");
        if (forward) {
            search.forward(pattern);
        } else {
            search.backward(pattern);
        }
    }

    private void tell() {
        search.outcomeProperty().get().ifPresent(end -> bar.say(words(end)));
    }

    private String words(FindOutcome outcome) {
        return switch (outcome) {
            case FindOutcome.Found(var span, var wrapped) -> {
                var line = new StringBuilder("found at 0x%x".formatted(span.first()));
                if (!search.where().isEmpty()) {
                    line.append(" in ").append(search.where());
                }
                search.hitsProperty()
                        .get()
                        .map(hits -> hits.position(span.first()))
                        .ifPresent(position -> line.append(", ").append(position));
                yield line.append(wrapped ? ", after going on at the other end" : "").toString();
            }
            case FindOutcome.NotFound(var searched, var notCaptured) ->
                    notCaptured == 0
                            ? "not found in " + searched(searched)
                            : "not found in %s; %s not captured"
                                    .formatted(
                                            searched(searched),
                                            Counted.of(notCaptured, "more is", "more are"));
            case FindOutcome.Cancelled _ -> "stopped";
        };
    }

    private String searched(long bytes) {
        var side = search.where();
        return Counted.of(bytes, "byte") + (side.isEmpty() ? "" : " of " + side);
    }
}
