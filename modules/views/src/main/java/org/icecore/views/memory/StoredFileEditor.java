package org.icecore.views.memory;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.icecore.views.desk.HexPane;
import org.icecore.views.desk.StoredFileContent;
import org.icecore.views.desk.StoredFileKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.state.PlaceholderPane;
import org.icecore.workbench.state.ViewState;

/// The bytes of a file within a checkpoint. Its addresses are offsets in the file.
public final class StoredFileEditor implements Editor {
    private final StoredFileKey key;
    private final WorkbenchServices services;
    private final HexPane hex;
    private final PlaceholderPane pane;
    private final ObservableValue<String> title;
    private final String description;

    /// An editor for the file that the key names.
    ///
    /// @param several whether several checkpoints are open
    StoredFileEditor(
            StoredFileKey key, ObservableValue<Boolean> several, WorkbenchServices services) {
        this.key = key;
        this.services = services;
        hex = new HexPane(services.themes(), Jobs.virtualThreads());
        pane = new PlaceholderPane(hex, new ViewState.Ready());
        title =
                several.map(
                        many ->
                                many
                                        ? "%s - %s".formatted(key.title(), key.ref().checkpoint())
                                        : key.title());
        description = "%s in %s".formatted(key.file().name(), key.holder());
        hex.view().setAccessibleText("Bytes of " + description);
        if (key.file().bytes().size() == 0) {
            pane.state(new ViewState.Empty(key.file().name() + " is empty."));
        } else {
            hex.view().model().contentProperty().set(new StoredFileContent(key.file()));
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        hex.view().requestFocus();
        services.selection().select(key.toString(), key.ref());
        services.history().visit(key.ref());
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public ObservableValue<String> description() {
        return new ReadOnlyStringWrapper(description).getReadOnlyProperty();
    }

    @Override
    public Optional<String> icon() {
        return Optional.of("editor.hex");
    }

    @Override
    public Map<String, Handler> handlers() {
        return hex.handlers();
    }

    @Override
    public ObservableValue<String> status() {
        return hex.status();
    }

    @Override
    public void dispose() {
        hex.dispose();
    }

    HexPane hex() {
        return hex;
    }
}
