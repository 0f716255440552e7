package org.icecore.workbench.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.icecore.workbench.icon.Icons;

/// Makes menus, context menus and buttons from command ids. They follow enablement and show keys.
public final class Menus {
    private final Commands commands;
    private final KeyBindings keys;
    private final Icons icons;

    public Menus(Commands commands, KeyBindings keys, Icons icons) {
        this.commands = commands;
        this.keys = keys;
        this.icons = icons;
    }

    /// The menus of a menu bar, each with its own mnemonic.
    public List<Menu> bar(List<MenuItem.Submenu> wanted) {
        var menus = wanted.stream().map(this::menu).toList();
        mark(menus);
        return menus;
    }

    /// A menu that asks for its items each time it opens.
    public Menu menu(MenuItem.Submenu submenu) {
        var menu = new Menu(submenu.title());
        menu.getItems().setAll(items(submenu.items().get()));
        menu.setOnShowing(
                event -> {
                    if (event.getTarget() == menu) {
                        menu.getItems().setAll(items(submenu.items().get()));
                    }
                });
        return menu;
    }

    /// A context menu that asks for its items each time it opens.
    public ContextMenu contextMenu(Supplier<List<MenuItem>> items) {
        var menu = new ContextMenu();
        menu.getItems().setAll(items(items.get()));
        menu.setOnShowing(_ -> menu.getItems().setAll(items(items.get())));
        return menu;
    }

    /// Menu items as they are enabled now. Unknown commands and idle lines are left out.
    public List<javafx.scene.control.MenuItem> items(List<MenuItem> wanted) {
        var items = new ArrayList<javafx.scene.control.MenuItem>();
        for (var item : wanted) {
            switch (item) {
                case MenuItem.Invoke(var id) ->
                        commands.find(id).ifPresent(command -> items.add(item(command)));
                case MenuItem.Listed listed -> items.add(item(listed));
                case MenuItem.Submenu submenu -> items.add(menu(submenu));
                case MenuItem.Separator _ -> {
                    if (!items.isEmpty() && !(items.getLast() instanceof SeparatorMenuItem)) {
                        items.add(new SeparatorMenuItem());
                    }
                }
            }
        }
        if (!items.isEmpty() && items.getLast() instanceof SeparatorMenuItem) {
            items.removeLast();
        }
        mark(items);
        return items;
    }

    /// Shows keys beside an item. Whoever has the focus listens to them, not the item.
    public void showKeys(javafx.scene.control.MenuItem item, KeySequence wanted) {
        item.setAccelerator(new SequenceText(keys(wanted)));
    }

    /// The text of keys on this platform: `Ctrl+C`.
    public String keys(KeySequence wanted) {
        return keys.display(wanted);
    }

    private static void mark(List<? extends javafx.scene.control.MenuItem> items) {
        var named = items.stream().filter(item -> !(item instanceof SeparatorMenuItem)).toList();
        var marked =
                Mnemonics.mark(named.stream().map(javafx.scene.control.MenuItem::getText).toList());
        for (var i = 0; i < named.size(); i++) {
            named.get(i).setMnemonicParsing(true);
            named.get(i).setText(marked.get(i));
        }
    }

    /// Fills a tool bar or a part's header with buttons and gaps.
    public void fill(ObservableList<Node> bar, List<MenuItem> wanted) {
        for (var item : wanted) {
            switch (item) {
                case MenuItem.Invoke(var id) ->
                        commands.find(id).ifPresent(command -> bar.add(button(command)));
                case MenuItem.Separator _ -> bar.add(gap());
                case MenuItem.Listed(var title, _, _, _) ->
                        throw new IllegalArgumentException("no list in a bar: " + title);
                case MenuItem.Submenu submenu ->
                        throw new IllegalArgumentException("no menus in a bar: " + submenu.title());
            }
        }
    }

    /// A button for a command: its icon, or its title where it has none.
    public ButtonBase button(Command command) {
        var button = commands.isToggle(command.id()) ? toggle(command) : new Button();
        button.getStyleClass().add("command-button");
        command.icon()
                .ifPresentOrElse(
                        icon -> button.setGraphic(icons.of(icon)),
                        () -> button.setText(command.title()));
        button.setAccessibleText(command.title());
        button.setAccessibleHelp(command.description());
        button.setTooltip(tooltip(command));
        button.disableProperty().bind(commands.enabled(command.id()).not());
        button.setOnAction(_ -> commands.execute(command.id()));
        // A click must not take the key focus from the part that the command works on; F6 still
        // reaches the bar.
        button.setFocusTraversable(false);
        return button;
    }

    private ToggleButton toggle(Command command) {
        var checked = commands.checked(command.id());
        var button = new ToggleButton();
        button.setSelected(checked.get());
        // Held by the button alone, so that a button of a part that is gone is not kept by its
        // command.
        ChangeListener<Boolean> follow = (_, _, now) -> button.setSelected(now);
        button.getProperties().put(ChangeListener.class, follow);
        checked.addListener(new WeakChangeListener<>(follow));
        button.selectedProperty().subscribe(_ -> button.setSelected(checked.get()));
        return button;
    }

    private Tooltip tooltip(Command command) {
        var key = keys.display(command.id()).map(text -> "  " + text).orElse("");
        var description = command.description().isEmpty() ? "" : "\n" + command.description();
        var tooltip = new Tooltip(command.title() + key + description);
        tooltip.setShowDelay(Duration.millis(600));
        return tooltip;
    }

    private javafx.scene.control.MenuItem item(Command command) {
        javafx.scene.control.MenuItem item;
        if (commands.isToggle(command.id())) {
            var check = new CheckMenuItem(command.title());
            check.setSelected(commands.checked(command.id()).get());
            item = check;
        } else {
            item = new javafx.scene.control.MenuItem(command.title());
            command.icon().ifPresent(icon -> item.setGraphic(icons.of(icon)));
        }
        item.setId(command.id());
        item.disableProperty().bind(commands.enabled(command.id()).not());
        item.setOnAction(_ -> commands.execute(command.id()));
        keys.of(command.id())
                .ifPresent(
                        sequence ->
                                item.setAccelerator(
                                        sequence.strokes().size() == 1
                                                ? sequence.strokes().getFirst().combination()
                                                : new SequenceText(keys.display(sequence))));
        return item;
    }

    private javafx.scene.control.MenuItem item(MenuItem.Listed listed) {
        var item = new javafx.scene.control.MenuItem(listed.title());
        item.setGraphic(icons.of(listed.icon()));
        item.setDisable(!listed.enabled());
        item.setOnAction(_ -> listed.deed().run());
        return item;
    }

    private static Node gap() {
        var gap = new Region();
        gap.getStyleClass().add("command-gap");
        return gap;
    }
}
