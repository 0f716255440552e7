package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.part.PartRef;

/// A row of tabs. Tabs that find no room are listed by a button; the one in front always shows.
final class TabStrip extends Region {
    static final double HEIGHT = 24;

    private final List<TabHeader> tabs = new ArrayList<>();
    private final Button more = new Button();
    private final HBox tools = new HBox();
    private Optional<PartRef> front = Optional.empty();
    private Consumer<PartRef> onChoose = _ -> {};

    TabStrip(Icons icons) {
        getStyleClass().add("tab-strip");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        more.setGraphic(icons.of("workbench.more"));
        more.getStyleClass().add("command-button");
        more.setAccessibleText("More tabs");
        more.setFocusTraversable(false);
        more.setOnAction(_ -> hiddenTabs().show(more, Side.BOTTOM, 0, 0));
        tools.getStyleClass().add("part-tools");
        getChildren().addAll(more, tools);
    }

    void onChoose(Consumer<PartRef> wanted) {
        onChoose = wanted;
    }

    HBox tools() {
        return tools;
    }

    List<TabHeader> tabs() {
        return List.copyOf(tabs);
    }

    void tabs(List<TabHeader> wanted) {
        getChildren().removeAll(tabs);
        tabs.clear();
        tabs.addAll(wanted);
        getChildren().addAll(0, wanted);
        select(front);
    }

    void select(Optional<PartRef> wanted) {
        front = wanted;
        tabs.forEach(tab -> tab.select(wanted.filter(tab.ref()::equals).isPresent()));
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        var toolsWidth = Math.min(tools.prefWidth(-1), getWidth() / 2);
        tools.resizeRelocate(getWidth() - toolsWidth, 0, toolsWidth, getHeight());
        var room = getWidth() - toolsWidth;
        var shown = fitting(room);
        if (shown.size() < tabs.size()) {
            shown = fitting(room - HEIGHT);
        }
        var x = 0.0;
        for (var tab : tabs) {
            tab.setVisible(shown.contains(tab));
            if (tab.isVisible()) {
                var width = Math.min(tab.prefWidth(-1), Math.max(0, room));
                tab.resizeRelocate(x, 0, width, getHeight());
                x += width;
            }
        }
        more.setVisible(shown.size() < tabs.size());
        more.resizeRelocate(x, 0, HEIGHT, getHeight());
    }

    /// The tabs that fit, from the left, but always with the one in front.
    private List<TabHeader> fitting(double room) {
        var needed =
                tabs.stream()
                        .filter(tab -> front.filter(tab.ref()::equals).isPresent())
                        .mapToDouble(tab -> tab.prefWidth(-1))
                        .sum();
        var shown = new ArrayList<TabHeader>();
        for (var tab : tabs) {
            if (front.filter(tab.ref()::equals).isPresent()) {
                shown.add(tab);
            } else if (needed + tab.prefWidth(-1) <= room) {
                needed += tab.prefWidth(-1);
                shown.add(tab);
            }
        }
        return shown;
    }

    private ContextMenu hiddenTabs() {
        var menu = new ContextMenu();
        tabs.stream()
                .filter(tab -> !tab.isVisible())
                .forEach(
                        tab -> {
                            var item = new MenuItem(tab.title());
                            item.setMnemonicParsing(false);
                            item.setOnAction(_ -> onChoose.accept(tab.ref()));
                            menu.getItems().add(item);
                        });
        return menu;
    }
}
