package org.icecore.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.shell.PartsModel;

/// The commands with which one handles the window itself. Their keys are [WindowKeys].
final class WindowCommands {
    private static final double GROWTH = 1.25;

    private final WorkbenchServices services;
    private final PartsModel model;
    private final Window window;
    private final Commands commands;

    /// What the commands need from the window.
    public interface Window {
        /// Opens Quick Access.
        void openQuickAccess();

        /// Asks where to move a view.
        void askWhereToMove(String viewId);

        /// Shows the menu of a part's tab.
        void showPartMenu(PartRef ref);

        /// The parts in front, from left to right and top to bottom.
        List<PartRef> visibleParts();

        /// Moves the key focus to the tool bar.
        void focusBar();

        /// Whether the key focus is in the tool bar.
        boolean isBarFocused();
    }

    public WindowCommands(WorkbenchServices services, PartsModel model, Window window) {
        this.services = services;
        this.model = model;
        this.window = window;
        this.commands = services.commands();
    }

    /// Registers them.
    public void register(List<ViewDescriptor> views) {
        registerNavigation();
        registerParts();
        registerCycles();
        new ShowCommands(services, model).register(views);
    }

    private void registerNavigation() {
        var history = services.history();
        add(
                StandardCommands.BACK,
                "Navigate",
                "Back",
                "Go to the location visited before",
                "navigate.back",
                Handler.of(history::back, history.canGoBack()));
        add(
                StandardCommands.FORWARD,
                "Navigate",
                "Forward",
                "Go to the location from which you came back",
                "navigate.forward",
                Handler.of(history::forward, history.canGoForward()));
        add(
                StandardCommands.QUICK_ACCESS,
                "Window",
                "Quick Access",
                "Find a command, a view, a perspective or anything else by typing",
                "workbench.search",
                Handler.of(window::openQuickAccess));
        add(
                StandardCommands.SHOW_KEYS,
                "Window",
                "Keys",
                "List all commands with their keys",
                "view.keys",
                Handler.of(() -> model.showView(KeysView.ID)));
    }

    private void registerParts() {
        var anyActive = model.activePart().map(Optional::isPresent);
        ObservableValue<Boolean> viewActive =
                model.activePart()
                        .map(active -> active.filter(PartRef.OfView.class::isInstance).isPresent());
        ObservableValue<Boolean> anyEditor = model.frontEditor().map(Optional::isPresent);
        add(
                StandardCommands.MAXIMISE_PART,
                "Maximise or Restore",
                "Give the active part the whole window, or give the others their place back",
                "workbench.maximise",
                Handler.of(model::toggleMaximised, anyActive));
        add(
                StandardCommands.CLOSE_PART,
                "Close Part",
                "Close the active part",
                "workbench.close-part",
                Handler.of(() -> withActive(model::close), anyActive));
        add(
                StandardCommands.CLOSE_ALL_EDITORS,
                "Close All Editors",
                "Close all editors",
                "workbench.close-all",
                Handler.of(model::closeAllEditors, anyEditor));
        add(
                StandardCommands.MOVE_VIEW,
                "Move View...",
                "Choose where the active view lies",
                "workbench.move-view",
                Handler.of(() -> withActive(this::move), viewActive));
        add(
                StandardCommands.PART_MENU,
                "Part Menu",
                "Show the menu of the active part",
                "workbench.part-menu",
                Handler.of(() -> withActive(window::showPartMenu), anyActive));
        add(
                StandardCommands.GROW_PART,
                "Larger",
                "Give the active part more room",
                "workbench.grow",
                Handler.of(() -> withActive(ref -> grow(ref, GROWTH)), anyActive));
        add(
                StandardCommands.SHRINK_PART,
                "Smaller",
                "Give the active part less room",
                "workbench.shrink",
                Handler.of(() -> withActive(ref -> grow(ref, 1 / GROWTH)), anyActive));
        add(
                StandardCommands.RESET_PERSPECTIVE,
                "Reset Perspective",
                "Put all views of this perspective back where they belong",
                "workbench.reset-layout",
                Handler.of(model::reset));
        add(
                StandardCommands.FOCUS_EDITORS,
                "Editor",
                "Go to the editor in front",
                "workbench.focus-editors",
                Handler.of(
                        () ->
                                model.frontEditor()
                                        .get()
                                        .ifPresent(key -> model.focus(new PartRef.OfEditor(key))),
                        anyEditor));
    }

    private void registerCycles() {
        add(
                StandardCommands.NEXT_PART,
                "Next Part",
                "Go to the next part, and after the last one to the tool bar",
                "workbench.next-part",
                Handler.of(() -> stepPart(1)));
        add(
                StandardCommands.PREVIOUS_PART,
                "Previous Part",
                "Go to the previous part, and before the first one to the tool bar",
                "workbench.previous-part",
                Handler.of(() -> stepPart(-1)));
        cycle(StandardCommands.NEXT_TAB, "Next Tab", 1, this::neighbours);
        cycle(StandardCommands.PREVIOUS_TAB, "Previous Tab", -1, this::neighbours);
        cycle(StandardCommands.NEXT_EDITOR, "Next Editor", 1, this::editors);
        cycle(StandardCommands.PREVIOUS_EDITOR, "Previous Editor", -1, this::editors);
        cycle(StandardCommands.NEXT_VIEW, "Next View", 1, this::views);
        cycle(StandardCommands.PREVIOUS_VIEW, "Previous View", -1, this::views);
        add(
                StandardCommands.NEXT_PERSPECTIVE,
                "Next Perspective",
                "Change to the next perspective",
                "workbench.next-perspective",
                Handler.of(() -> cyclePerspective(1)));
        add(
                StandardCommands.PREVIOUS_PERSPECTIVE,
                "Previous Perspective",
                "Change to the previous perspective",
                "workbench.previous-perspective",
                Handler.of(() -> cyclePerspective(-1)));
    }

    private void cycle(String id, String title, int step, Supplier<List<PartRef>> refs) {
        add(
                id,
                title,
                "Go to the %s".formatted(title.toLowerCase(Locale.ROOT)),
                "workbench." + title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                Handler.of(
                        () -> {
                            var all = refs.get();
                            if (!all.isEmpty()) {
                                var now = model.activePart().get().map(all::indexOf).orElse(-1);
                                model.focus(
                                        all.get(
                                                Math.floorMod(
                                                        now < 0 && step < 0 ? -1 : now + step,
                                                        all.size())));
                            }
                        }));
    }

    private void stepPart(int step) {
        var parts = window.visibleParts();
        var bar = parts.size();
        var now =
                window.isBarFocused()
                        ? bar
                        : model.activePart().get().map(parts::indexOf).orElse(-1);
        var next = Math.floorMod(now + step, parts.size() + 1);
        if (next == bar) {
            window.focusBar();
        } else {
            model.focus(parts.get(next));
        }
    }

    private void cyclePerspective(int step) {
        var all = model.perspectives();
        var now = model.perspective().get().map(all::indexOf).orElse(0);
        model.showPerspective(all.get(Math.floorMod(now + step, all.size())).id());
    }

    private List<PartRef> editors() {
        return model.editorKeys().stream().<PartRef>map(PartRef.OfEditor::new).toList();
    }

    private List<PartRef> views() {
        return model.layout().get().views().stream().<PartRef>map(PartRef.OfView::new).toList();
    }

    private List<PartRef> neighbours() {
        return model.activePart()
                .get()
                .map(
                        active ->
                                switch (active) {
                                    case PartRef.OfEditor _ -> editors();
                                    case PartRef.OfView(var id) ->
                                            model.layout().get().stackOf(id).stream()
                                                    .flatMap(stack -> stack.views().stream())
                                                    .<PartRef>map(PartRef.OfView::new)
                                                    .toList();
                                })
                .orElse(new ArrayList<>());
    }

    private void move(PartRef ref) {
        if (ref instanceof PartRef.OfView(var id)) {
            window.askWhereToMove(id);
        }
    }

    private void grow(PartRef ref, double factor) {
        model.change(
                layout ->
                        switch (ref) {
                            case PartRef.OfView(var id) ->
                                    LayoutChange.grow(layout, Optional.of(id), factor);
                            case PartRef.OfEditor _ ->
                                    LayoutChange.grow(layout, Optional.empty(), factor);
                        });
    }

    private void withActive(Consumer<PartRef> deed) {
        model.activePart().get().ifPresent(deed);
    }

    private void add(String id, String title, String description, String icon, Handler handler) {
        add(id, "Window", title, description, icon, handler);
    }

    private void add(
            String id,
            String category,
            String title,
            String description,
            String icon,
            Handler handler) {
        commands.register(Command.of(id, category, title, description).withIcon(icon), handler);
    }
}
