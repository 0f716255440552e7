package org.icecore.workbench.state;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.icecore.workbench.job.Job;

/// Shows the content of a view, or says why it does not. A partial content has a line above it that says what is missing.
public final class PlaceholderPane extends BorderPane {
    private final Node content;
    private Optional<Node> wanted = Optional.empty();

    public PlaceholderPane(Node content, ViewState state) {
        this.content = content;
        getStyleClass().add("placeholder-pane");
        state(state);
    }

    /// Shows another state.
    public void state(ViewState state) {
        setTop(null);
        setCenter(
                switch (state) {
                    case ViewState.Ready _ -> content;
                    case ViewState.NothingSelected(var what) -> message(what);
                    case ViewState.Empty(var why) -> message(why);
                    case ViewState.Loading(var job) -> loading(job);
                    case ViewState.Failed(var message, var details) -> failed(message, details);
                    case ViewState.Partial(var missing) -> {
                        setTop(banner(missing));
                        yield content;
                    }
                });
        if (getCenter() == content) {
            wanted.filter(_ -> isFocused()).ifPresent(this::handOn);
            wanted = Optional.empty();
        }
    }

    /// Gives a part of the content the key focus. While the content is not shown the pane itself has it, and hands it on
    /// unless the examiner has gone elsewhere.
    public void focusOn(Node target) {
        if (getCenter() == content) {
            handOn(target);
        } else {
            wanted = Optional.of(target);
            requestFocus();
        }
    }

    /// What lies in a split pane is a part of the scene only once that has a skin.
    private void handOn(Node target) {
        if (target.getScene() != null) {
            target.requestFocus();
            return;
        }
        requestFocus();
        target.sceneProperty()
                .addListener(
                        new InvalidationListener() {
                            @Override
                            public void invalidated(Observable scene) {
                                if (target.getScene() != null) {
                                    target.sceneProperty().removeListener(this);
                                    if (isFocused()) {
                                        target.requestFocus();
                                    }
                                }
                            }
                        });
    }

    private static Node message(String text) {
        var label = wrapped(text);
        label.getStyleClass().add("muted");
        return centred(label);
    }

    private static Node loading(Job<?> job) {
        var title = wrapped(job.title());
        var bar = new ProgressBar();
        bar.setPrefWidth(240);
        bar.progressProperty().bind(job.fraction());
        bar.setAccessibleText(job.title());
        var message = new Label();
        message.getStyleClass().add("muted");
        message.textProperty().bind(job.message());
        var cancel = new Button("Cancel");
        cancel.setOnAction(
                _ -> {
                    job.cancel();
                    cancel.setDisable(true);
                });
        return centred(title, bar, message, cancel);
    }

    private static Node failed(String message, String details) {
        var label = wrapped(message);
        label.getStyleClass().add("ink-error");
        if (details.isEmpty()) {
            return centred(label);
        }
        var text = new TextArea(details);
        text.setEditable(false);
        text.getStyleClass().add("mono");
        var pane = new TitledPane("Details", text);
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.setMaxWidth(640);
        return centred(label, pane);
    }

    private static Node banner(String text) {
        var label = wrapped(text);
        var banner = new HBox(new Label("??"), label);
        banner.getStyleClass().add("partial-banner");
        return banner;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }

    private static Node centred(Node... nodes) {
        var box = new VBox(nodes);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("placeholder");
        // In a low view a long message is read by scrolling.
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("placeholder-scroll");
        return scroll;
    }
}
