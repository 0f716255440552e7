package org.icecore.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.KeyBinding;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.quickaccess.QuickAccessProvider;

/// Everything the application puts into the workbench. Made with [#builder].
///
/// @param title the title of the window
/// @param menus the menus of the menu bar, from left to right
/// @param toolBar items of the tool bar; no menus
/// @param perspectives at least one; the first is shown at the first start
/// @param status the text at the left of the status bar, such as what is selected
/// @param stylesheets addresses of stylesheets that come after ours
/// @param emptyEditorArea makes what the editor area shows while no editor is open
/// @param onFilesDropped told when files are dropped on the window
public record WorkbenchContributions(
        ObservableValue<String> title,
        List<Contributed> commands,
        List<KeyBinding> keys,
        List<MenuItem.Submenu> menus,
        List<MenuItem> toolBar,
        List<ViewDescriptor> views,
        List<EditorFactory> editors,
        List<Perspective> perspectives,
        List<QuickAccessProvider> quickAccess,
        ObservableValue<String> status,
        List<String> stylesheets,
        Supplier<Node> emptyEditorArea,
        Consumer<List<Path>> onFilesDropped) {
    public WorkbenchContributions {
        commands = List.copyOf(commands);
        keys = List.copyOf(keys);
        menus = List.copyOf(menus);
        toolBar = List.copyOf(toolBar);
        views = List.copyOf(views);
        editors = List.copyOf(editors);
        perspectives = List.copyOf(perspectives);
        quickAccess = List.copyOf(quickAccess);
        stylesheets = List.copyOf(stylesheets);
        if (perspectives.isEmpty()) {
            throw new IllegalArgumentException("a workbench needs a perspective");
        }
    }

    /// A command and its handler.
    ///
    /// @param handler empty for a command that only parts handle
    public record Contributed(Command command, Optional<Handler> handler) {}

    /// An empty description to be filled.
    public static Builder builder() {
        return new Builder();
    }

    /// Collects contributions in the order in which menus and lists show them.
    public static final class Builder {
        private final List<Contributed> commands = new ArrayList<>();
        private final List<KeyBinding> keys = new ArrayList<>();
        private final List<MenuItem.Submenu> menus = new ArrayList<>();
        private final List<MenuItem> toolBar = new ArrayList<>();
        private final List<ViewDescriptor> views = new ArrayList<>();
        private final List<EditorFactory> editors = new ArrayList<>();
        private final List<Perspective> perspectives = new ArrayList<>();
        private final List<QuickAccessProvider> quickAccess = new ArrayList<>();
        private final List<String> stylesheets = new ArrayList<>();
        private ObservableValue<String> title = new ReadOnlyStringWrapper("Workbench");
        private ObservableValue<String> status = new ReadOnlyStringWrapper("");
        private Supplier<Node> emptyEditorArea = Label::new;
        private Consumer<List<Path>> onFilesDropped = _ -> {};

        private Builder() {}

        /// Sets the title of the window.
        public Builder title(ObservableValue<String> wanted) {
            title = wanted;
            return this;
        }

        /// Adds a command with its handler.
        public Builder command(Command command, Handler handler) {
            commands.add(new Contributed(command, Optional.of(handler)));
            return this;
        }

        /// Adds a command that only parts handle, while they are active.
        public Builder command(Command command) {
            commands.add(new Contributed(command, Optional.empty()));
            return this;
        }

        /// Binds keys such as `shortcut+o`; the first binding of a command is the one shown.
        public Builder key(String keys, String commandId) {
            this.keys.add(KeyBinding.of(keys, commandId));
            return this;
        }

        /// Adds a menu to the menu bar.
        public Builder menu(String title, List<MenuItem> items) {
            menus.add(MenuItem.menu(title, items));
            return this;
        }

        /// Adds command ids to the tool bar, `-` for a gap.
        public Builder toolBar(String... commandIdsOrDash) {
            toolBar.addAll(MenuItem.list(commandIdsOrDash));
            return this;
        }

        /// Adds a view. The command `view.show.` and its id shows it.
        public Builder view(ViewDescriptor view) {
            views.add(view);
            return this;
        }

        /// Adds a factory of editors; the first that understands a key opens it.
        public Builder editor(EditorFactory factory) {
            editors.add(factory);
            return this;
        }

        /// Adds a perspective. The command `perspective.show.` and its id shows it.
        public Builder perspective(Perspective perspective) {
            perspectives.add(perspective);
            return this;
        }

        /// Adds a provider to Quick Access, after those of commands, views and perspectives.
        public Builder quickAccess(QuickAccessProvider provider) {
            quickAccess.add(provider);
            return this;
        }

        /// Sets the text at the left of the status bar.
        public Builder status(ObservableValue<String> wanted) {
            status = wanted;
            return this;
        }

        /// Adds a stylesheet after ours.
        public Builder stylesheet(String address) {
            stylesheets.add(address);
            return this;
        }

        /// Sets what the editor area shows while no editor is open.
        public Builder emptyEditorArea(Supplier<Node> wanted) {
            emptyEditorArea = wanted;
            return this;
        }

        /// Sets who is told when files are dropped on the window.
        public Builder onFilesDropped(Consumer<List<Path>> wanted) {
            onFilesDropped = wanted;
            return this;
        }

        /// The description.
        public WorkbenchContributions build() {
            return new WorkbenchContributions(
                    title,
                    commands,
                    keys,
                    menus,
                    toolBar,
                    views,
                    editors,
                    perspectives,
                    quickAccess,
                    status,
                    stylesheets,
                    emptyEditorArea,
                    onFilesDropped);
        }
    }
}
