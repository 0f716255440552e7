package org.icecore.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.quickaccess.QuickAccess;
import org.icecore.workbench.quickaccess.QuickAccessProvider;
import org.icecore.workbench.shell.DockPane;
import org.icecore.workbench.shell.MoveTargets;
import org.icecore.workbench.shell.PartMenu;
import org.icecore.workbench.shell.PartsModel;
import org.icecore.workbench.shell.QuickAccessField;
import org.icecore.workbench.shell.StatusBar;

/// The content of the window: menu bar, tool bar, docked parts, status bar, and the list of Quick Access above them.
final class WindowPane extends StackPane implements WindowCommands.Window {
    private final PartsModel model;
    private final DockPane dock;
    private final PartMenu partMenu;
    private final QuickAccessField quickAccess;
    private final HBox bar;
    private final Function<List<QuickAccessProvider>, QuickAccess> questions;

    /// Lets commands be registered before the window they work on is drawn.
    public static final class Relay implements WindowCommands.Window {
        private Optional<WindowPane> pane = Optional.empty();

        public Relay() {}

        /// Sets the window.
        public void connect(WindowPane wanted) {
            pane = Optional.of(wanted);
        }

        @Override
        public void openQuickAccess() {
            pane.ifPresent(WindowPane::openQuickAccess);
        }

        @Override
        public void askWhereToMove(String viewId) {
            pane.ifPresent(window -> window.askWhereToMove(viewId));
        }

        @Override
        public void showPartMenu(PartRef ref) {
            pane.ifPresent(window -> window.showPartMenu(ref));
        }

        @Override
        public List<PartRef> visibleParts() {
            return pane.map(WindowPane::visibleParts).orElse(List.of());
        }

        @Override
        public void focusBar() {
            pane.ifPresent(WindowPane::focusBar);
        }

        @Override
        public boolean isBarFocused() {
            return pane.filter(WindowPane::isBarFocused).isPresent();
        }
    }

    /// @param questions makes the state of a Quick Access list with other providers
    public WindowPane(
            WorkbenchServices services,
            PartsModel model,
            WorkbenchContributions contributions,
            QuickAccess everything,
            Function<List<QuickAccessProvider>, QuickAccess> questions,
            ObservableValue<String> status,
            ObservableValue<String> pendingKeys) {
        this.model = model;
        this.questions = questions;
        this.partMenu =
                new PartMenu(
                        model,
                        services.menus(),
                        StandardCommands.MAXIMISE_PART,
                        StandardCommands.MOVE_VIEW,
                        StandardCommands.GROW_PART,
                        StandardCommands.SHRINK_PART,
                        "-",
                        StandardCommands.CLOSE_PART,
                        StandardCommands.CLOSE_ALL_EDITORS);
        this.dock =
                new DockPane(
                        model,
                        services.icons(),
                        services.menus(),
                        partMenu,
                        contributions.emptyEditorArea());
        var overlay = new Pane();
        overlay.setPickOnBounds(false);
        var keys =
                services.keys()
                        .display(StandardCommands.QUICK_ACCESS)
                        .map(text -> "  " + text)
                        .orElse("");
        this.quickAccess =
                new QuickAccessField(
                        everything,
                        overlay,
                        services.icons(),
                        "Quick Access" + keys,
                        this::focusActive);
        var frame = new BorderPane(dock);
        this.bar = toolRow(services, contributions);
        frame.setTop(new VBox(menuRow(services, contributions), bar));
        frame.setBottom(
                new StatusBar(
                        status,
                        pendingKeys,
                        services.jobs(),
                        services.errorLog(),
                        services.icons(),
                        model::showView,
                        () -> services.commands().execute(ErrorLogView.SHOW_LAST),
                        services.selection().current()));
        getStyleClass().add("workbench");
        getChildren().addAll(frame, overlay);
    }

    /// Tells which node got the key focus.
    ///
    /// @return whether it is in a part
    public boolean focusMoved(Node owner) {
        return dock.focusMoved(owner);
    }

    @Override
    public void openQuickAccess() {
        quickAccess.open();
    }

    @Override
    public void askWhereToMove(String viewId) {
        var targets = new MoveTargets(model, viewId);
        quickAccess.open(questions.apply(List.of(targets)), targets.title());
    }

    @Override
    public void showPartMenu(PartRef ref) {
        dock.tab(ref).ifPresent(tab -> partMenu.showUnder(ref, tab));
    }

    @Override
    public List<PartRef> visibleParts() {
        return dock.visibleParts();
    }

    @Override
    public void focusBar() {
        buttons(bar).stream().findFirst().ifPresent(Node::requestFocus);
    }

    @Override
    public boolean isBarFocused() {
        return buttons(bar).contains(getScene().getFocusOwner());
    }

    private void focusActive() {
        model.activePart().get().ifPresentOrElse(model::focus, dock::requestFocus);
    }

    private Node menuRow(WorkbenchServices services, WorkbenchContributions contributions) {
        var bar = new MenuBar();
        bar.setUseSystemMenuBar(true);
        bar.getMenus().setAll(services.menus().bar(contributions.menus()));
        var row = new HBox(bar, gap(), quickAccess);
        row.getStyleClass().add("menu-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox toolRow(WorkbenchServices services, WorkbenchContributions contributions) {
        var tools = new HBox();
        tools.setAlignment(Pos.CENTER_LEFT);
        services.menus().fill(tools.getChildren(), contributions.toolBar());
        var perspectives = new HBox();
        perspectives.getStyleClass().add("perspectives");
        perspectives.setAlignment(Pos.CENTER_RIGHT);
        for (var perspective : model.perspectives()) {
            services.commands()
                    .find(StandardCommands.showPerspective(perspective.id()))
                    .ifPresent(
                            command -> {
                                var button = services.menus().button(command);
                                button.setText(perspective.title());
                                button.getStyleClass().add("perspective-button");
                                perspectives.getChildren().add(button);
                            });
        }
        var row = new HBox(tools, gap(), perspectives);
        row.getStyleClass().add("tool-row");
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(row, event));
        return row;
    }

    /// Arrow keys walk along the bar once F6 or a screen reader put the key focus there.
    private static void step(HBox row, KeyEvent event) {
        var step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        var buttons = buttons(row);
        var now = buttons.indexOf(row.getScene().getFocusOwner());
        if (step != 0 && now >= 0) {
            buttons.get(Math.floorMod(now + step, buttons.size())).requestFocus();
            event.consume();
        }
    }

    private static List<Node> buttons(Node row) {
        return row.lookupAll(".command-button").stream()
                .filter(node -> !node.isDisabled())
                .toList();
    }

    private static Node gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
