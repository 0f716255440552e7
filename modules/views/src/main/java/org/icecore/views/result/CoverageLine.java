package org.icecore.views.result;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.icecore.analysis.table.Coverage;

/// The line below an answer that says what it does not cover. Not there at all where it covers everything.
final class CoverageLine extends HBox {
    private static final double WIDEST = 640;

    private final Label cue = new Label("??");
    private final Label words = new Label();
    private final Tooltip all = new Tooltip();

    CoverageLine() {
        getStyleClass().add("coverage");
        words.getStyleClass().add("muted");
        cue.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(cue, words);
        all.setWrapText(true);
        all.setMaxWidth(WIDEST);
        Tooltip.install(this, all);
        show(Coverage.complete());
    }

    void show(Coverage coverage) {
        words.setText(text(coverage));
        var lines = new ArrayList<>(coverage.gaps());
        coverage.limits().forEach(limit -> lines.add("Never covered: " + limit));
        all.setText(String.join("\n", lines));
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    /// What this evidence lacks comes first; what no answer of the kind covers is said where nothing is lacking.
    static String text(Coverage coverage) {
        return coverage.isComplete()
                ? line("Never covered: ", coverage.limits())
                : line("Not covered: ", coverage.gaps());
    }

    private static String line(String lead, List<String> sentences) {
        if (sentences.isEmpty()) {
            return "";
        }
        var more = sentences.size() - 1;
        return lead + sentences.getFirst() + (more == 0 ? "" : ", and %,d more".formatted(more));
    }
}
