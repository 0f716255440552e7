package org.icecore.app.desktop;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.icecore.views.bench.BenchCommands;
import org.icecore.workbench.WorkbenchServices;

/// What stands in the middle of the window while nothing is open: how to open evidence, and what was opened lately.
final class StartPane extends VBox {
    private static final int MOST = 6;

    private final WorkbenchServices services;
    private final EvidenceActions actions;

    StartPane(WorkbenchServices services, EvidenceActions actions) {
        super(6);
        this.services = services;
        this.actions = actions;
        setAlignment(Pos.CENTER);
        setFillWidth(false);
        actions.recent().entries().addListener((Observable _) -> fill());
        actions.recent().gone().addListener((Observable _) -> fill());
        fill();
    }

    private void fill() {
        var keys = services.keys().display(BenchCommands.OPEN).orElse("");
        getChildren()
                .setAll(
                        muted(
                                "Open checkpoint archives (%s) or folders, or drop them on the window."
                                        .formatted(keys)));
        if (actions.hasSample()) {
            getChildren().add(link("Open the sample investigation", "", actions::openSample));
        }
        var last = actions.session().archives();
        last.ifPresent(
                entry ->
                        getChildren()
                                .add(
                                        link(
                                                "Reopen last evidence: " + entry.title(),
                                                entry.folders(),
                                                actions::reopenLast)));
        var others =
                actions.recent().entries().stream()
                        .filter(entry -> !last.equals(Optional.of(entry)))
                        .limit(MOST)
                        .toList();
        if (!others.isEmpty()) {
            getChildren().add(muted("Opened before"));
            others.forEach(entry -> getChildren().add(line(entry)));
        }
    }

    private Node line(RecentEvidence.Entry entry) {
        var link = link(entry.title(), entry.folders(), () -> actions.open(entry.paths()));
        var where =
                muted(
                        actions.recent().isGone(entry)
                                ? "gone from " + entry.folders()
                                : entry.folders());
        HBox.setHgrow(where, Priority.ALWAYS);
        var line = new HBox(8, link, where);
        line.setAlignment(Pos.CENTER);
        return line;
    }

    private static Hyperlink link(String words, String more, Runnable deed) {
        var link = new Hyperlink(words);
        link.setMnemonicParsing(false);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    deed.run();
                });
        if (!more.isEmpty()) {
            link.setTooltip(new Tooltip(more));
        }
        return link;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}
