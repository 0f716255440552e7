package org.icecore.views.memory;

import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import org.icecore.views.desk.InlineBar;
import org.icecore.views.hex.HexSearch;
import org.icecore.views.hex.model.FindOutcome;
import org.icecore.views.hex.model.HexQuery;

/// The line in which the examiner says what bytes to find.
final class FindBar {
    private final ChoiceBox<FindKind> kind = new ChoiceBox<>();
    private final Button stop = new Button("Stop");
    private final InlineBar bar =
            new InlineBar("Find", "text, or bytes such as fc 48 ?? e4", kind, stop);
    private final HexSearch search;

    FindBar(HexSearch search, Runnable onClose) {
        this.search = search;
        kind.getItems().setAll(FindKind.values());
        kind.setValue(FindKind.TEXT);
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
        search.outcomeProperty()
                .subscribe(outcome -> outcome.ifPresent(end -> bar.say(words(end))));
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

    InlineBar bar() {
        return bar;
    }

    ChoiceBox<FindKind> kind() {
        return kind;
    }

    /// Finds the next or previous match of what was typed; asks what to find if nothing was.
    void find(boolean forward) {
        if (bar.field().getText().isEmpty()) {
            bar.open();
            return;
        }
        switch (kind.getValue().query(bar.field().getText())) {
            case HexQuery.Unreadable(var why) -> {
                bar.open();
                bar.say(why);
            }
            case HexQuery.Bytes(var pattern) -> {
                bar.say("searching");
                if (forward) {
                    search.forward(pattern);
                } else {
                    search.backward(pattern);
                }
            }
        }
    }

    private static String words(FindOutcome outcome) {
        return switch (outcome) {
            case FindOutcome.Found(var span, var wrapped) ->
                    (wrapped ? "found at 0x%x, after going on at the other end" : "found at 0x%x")
                            .formatted(span.first());
            case FindOutcome.NotFound(var searched, var notCaptured) ->
                    notCaptured == 0
                            ? "not found in %,d bytes".formatted(searched)
                            : "not found in %,d bytes; %,d more are not captured"
                                    .formatted(searched, notCaptured);
            case FindOutcome.Cancelled _ -> "stopped";
        };
    }
}
