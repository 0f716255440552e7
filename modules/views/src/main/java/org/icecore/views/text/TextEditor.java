package org.icecore.views.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.evidence.ByteSource;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.ShownFile;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// The text of a member of an archive, or of a file within one. Read-only, as evidence is.
public final class TextEditor implements Editor {
    private final ShownFile file;
    private final String name;
    private final WorkbenchServices services;
    private final TextPane text;
    private final PlaceholderPane pane;
    private final Job<LoadedText> loading;

    /// @param ref what is shown
    /// @param name its path
    /// @param holder what the checkpoint is called
    /// @param several whether several checkpoints are open
    TextEditor(
            ArtefactRef ref,
            String name,
            String holder,
            ByteSource source,
            ObservableValue<Boolean> several,
            WorkbenchServices services) {
        this.name = name;
        this.services = services;
        text = new TextPane(services.menus());
        file = ShownFile.of(ref.text(), ref, name, name, holder, several);
        text.area().setAccessibleText(file.description().getValue());
        loading = services.jobs().start("reading " + name, _ -> LoadedText.of(source));
        pane = new PlaceholderPane(text, new ViewState.Loading(loading));
        loading.whenDone(this::loaded);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        pane.focusOn(text.area());
        file.publish(services);
    }

    @Override
    public ObservableValue<String> title() {
        return file.title();
    }

    @Override
    public ObservableValue<String> description() {
        return file.description();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("editor.text");
    }

    @Override
    public Map<String, Handler> handlers() {
        return text.handlers();
    }

    @Override
    public List<String> toolBar() {
        return List.of(DeskCommands.RAW_TEXT, DeskCommands.WRAP_LINES);
    }

    @Override
    public ObservableValue<String> status() {
        return text.status();
    }

    @Override
    public void dispose() {
        loading.cancel();
        text.area().dispose();
    }

    TextPane text() {
        return text;
    }

    private void loaded(Outcome<LoadedText> end) {
        switch (end) {
            case Outcome.Done<LoadedText>(var loaded) when loaded.raw().isEmpty() ->
                    pane.state(new ViewState.Empty(name + " is empty."));
            case Outcome.Done<LoadedText>(var loaded) -> {
                text.show(loaded);
                pane.state(
                        loaded.limits().isEmpty()
                                ? new ViewState.Ready()
                                : new ViewState.Partial(loaded.limits()));
            }
            case Outcome.Failed<LoadedText> failed -> pane.state(new ViewState.Failed(failed));
            case Outcome.Cancelled<LoadedText> _ ->
                    pane.state(
                            new ViewState.Empty(
                                    "Reading was cancelled. Close the editor and open it again."));
        }
    }
}
