package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.part.PartRef;

/// Draws the parts where the model says they are, and turns clicks and drags into changes of the model.
public final class DockPane extends StackPane {
    private final PartsModel model;
    private final Icons icons;
    private final Menus menus;
    private final PartMenu partMenu;
    private final Node noEditors;
    private final PartStack editors;
    private final Pane overlay = new Pane();
    private final StackPane ground = new StackPane();
    private final TabDrag drag;
    private final Map<List<String>, PartStack> stacks = new LinkedHashMap<>();
    private final Map<List<Integer>, WeightedSplit> splits = new LinkedHashMap<>();
    private String shape = "";

    /// @param emptyEditorArea makes what shows while no editor is open
    public DockPane(
            PartsModel model,
            Icons icons,
            Menus menus,
            PartMenu partMenu,
            Supplier<Node> emptyEditorArea) {
        this.model = model;
        this.icons = icons;
        this.menus = menus;
        this.partMenu = partMenu;
        this.noEditors = emptyEditorArea.get();
        this.editors = stack();
        this.drag = new TabDrag(overlay, this::targetAt);
        getStyleClass().add("dock");
        overlay.setMouseTransparent(true);
        getChildren().addAll(ground, overlay);
        editors.getStyleClass().add("editor-stack");
        model.layout().addListener((Observable _) -> render());
        model.maximised().addListener((Observable _) -> render());
        model.editorKeys().addListener((Observable _) -> renderEditors());
        model.frontEditor().addListener((Observable _) -> renderEditors());
        model.activePart().addListener((Observable _) -> markActive());
        renderEditors();
        render();
    }

    /// Tells which part the key focus entered.
    ///
    /// @return whether it is in a part
    public boolean focusMoved(Node owner) {
        var part = PartStack.around(owner).flatMap(PartStack::front);
        part.ifPresent(model::activate);
        return part.isPresent();
    }

    /// The parts in front, from left to right and top to bottom, with the editor in front among them.
    public List<PartRef> visibleParts() {
        var refs = new ArrayList<PartRef>();
        collect(shown(), refs);
        return refs;
    }

    /// The tab of a part, if it shows.
    public Optional<Node> tab(PartRef ref) {
        return allStacks().stream()
                .flatMap(stack -> stack.strip().tabs().stream())
                .filter(tab -> tab.ref().equals(ref))
                .<Node>map(tab -> tab)
                .findFirst();
    }

    private void collect(Layout layout, List<PartRef> refs) {
        switch (layout) {
            case Layout.Split split -> split.parts().forEach(part -> collect(part, refs));
            case Layout.Stack stack -> refs.add(new PartRef.OfView(stack.selected()));
            case Layout.Editors _ ->
                    model.frontEditor().get().ifPresent(key -> refs.add(new PartRef.OfEditor(key)));
        }
    }

    private Layout shown() {
        return model.maximised()
                .get()
                .map(
                        ref ->
                                switch (ref) {
                                    case PartRef.OfView(var id) ->
                                            model.layout()
                                                    .get()
                                                    .stackOf(id)
                                                    .<Layout>map(stack -> stack)
                                                    .orElseGet(Layout::editors);
                                    case PartRef.OfEditor _ -> Layout.editors();
                                })
                .orElseGet(() -> model.layout().get());
    }

    private void render() {
        var layout = shown();
        var focused = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        if (!shape(layout).equals(shape)) {
            shape = shape(layout);
            stacks.clear();
            splits.clear();
            ground.getChildren().setAll(build(layout, List.of()));
        }
        update(layout, List.of());
        markActive();
        // A node that changes its parent loses the key focus.
        focused.filter(
                        node ->
                                node.getScene() == getScene()
                                        && !node.isFocused()
                                        && PartStack.around(node).isPresent())
                .ifPresent(Node::requestFocus);
    }

    private Node build(Layout layout, List<Integer> path) {
        return switch (layout) {
            case Layout.Editors _ -> editors;
            case Layout.Stack stack -> {
                var pane = stack();
                stacks.put(stack.views(), pane);
                pane.strip().tabs(stack.views().stream().map(this::viewTab).toList());
                yield pane;
            }
            case Layout.Split split -> {
                var parts = new ArrayList<Node>();
                for (int i = 0; i < split.parts().size(); i++) {
                    parts.add(build(split.parts().get(i), below(path, i)));
                }
                var pane =
                        new WeightedSplit(
                                split.horizontal(),
                                parts,
                                split.weights(),
                                weights ->
                                        model.change(
                                                now -> LayoutChange.resize(now, path, weights)));
                splits.put(path, pane);
                yield pane;
            }
        };
    }

    private void update(Layout layout, List<Integer> path) {
        switch (layout) {
            case Layout.Editors _ -> {}
            case Layout.Stack stack -> showView(stacks.get(stack.views()), stack.selected());
            case Layout.Split split -> {
                splits.get(path).weights(split.weights());
                for (int i = 0; i < split.parts().size(); i++) {
                    update(split.parts().get(i), below(path, i));
                }
            }
        }
    }

    private void showView(PartStack stack, String viewId) {
        var ref = new PartRef.OfView(viewId);
        if (stack.front().filter(ref::equals).isEmpty()) {
            var view = model.instance(viewId);
            stack.show(Optional.of(ref), view.node());
            stack.strip().tools().getChildren().clear();
            menus.fill(
                    stack.strip().tools().getChildren(),
                    MenuItem.list(view.toolBar().toArray(String[]::new)));
        }
    }

    private void renderEditors() {
        var front = model.frontEditor().get();
        var refs = editors.strip().tabs().stream().map(TabHeader::ref).toList();
        var wanted = model.editorKeys().stream().<PartRef>map(PartRef.OfEditor::new).toList();
        if (!refs.equals(wanted)) {
            editors.strip().tabs(model.editorKeys().stream().map(this::editorTab).toList());
        }
        var editor = front.flatMap(model::editor);
        editors.show(
                front.map(PartRef.OfEditor::new),
                editor.map(opened -> opened.node()).orElse(noEditors));
        editors.strip().tools().getChildren().clear();
        editor.ifPresent(
                opened ->
                        menus.fill(
                                editors.strip().tools().getChildren(),
                                MenuItem.list(opened.toolBar().toArray(String[]::new))));
        markActive();
    }

    private void markActive() {
        var active = model.activePart().get();
        allStacks()
                .forEach(stack -> stack.active(active.isPresent() && stack.front().equals(active)));
    }

    private PartStack stack() {
        var stack = new PartStack(icons);
        stack.strip().onChoose(model::focus);
        stack.addEventFilter(
                MouseEvent.MOUSE_PRESSED, _ -> stack.front().ifPresent(model::activate));
        return stack;
    }

    private TabHeader viewTab(String id) {
        var descriptor = model.descriptor(id);
        var title = new ReadOnlyStringWrapper(descriptor.title());
        return tab(
                new TabHeader(
                        new PartRef.OfView(id),
                        title,
                        new ReadOnlyStringWrapper(""),
                        icons.of(descriptor.icon()),
                        icons,
                        () -> model.hideView(id)));
    }

    private TabHeader editorTab(Object key) {
        return tab(
                new TabHeader(
                        new PartRef.OfEditor(key),
                        model.editors().title(key),
                        model.editors().description(key),
                        icons.of(model.editors().tab(key).icon().orElse("editor")),
                        icons,
                        () -> model.closeEditor(key)));
    }

    private TabHeader tab(TabHeader tab) {
        tab.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getButton() == MouseButton.MIDDLE) {
                        model.close(tab.ref());
                    } else {
                        model.focus(tab.ref());
                    }
                });
        tab.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        model.toggleMaximised();
                    }
                });
        tab.setOnContextMenuRequested(
                event -> partMenu.show(tab.ref(), tab, event.getScreenX(), event.getScreenY()));
        drag.attach(tab);
        return tab;
    }

    private Optional<TabDrag.Target> targetAt(PartRef ref, Point2D scenePoint) {
        var point = sceneToLocal(scenePoint);
        return switch (ref) {
            case PartRef.OfView(var id) ->
                    DropZones.at(point.getX(), point.getY(), id, areas(), getLayoutBounds())
                            .map(
                                    drop ->
                                            new TabDrag.Target(
                                                    drop.preview(),
                                                    () -> {
                                                        model.change(drop.change());
                                                        model.focus(ref);
                                                    }));
            case PartRef.OfEditor(var key) ->
                    Optional.of(areaOf(editors, Optional.empty()))
                            .filter(area -> area.bounds().contains(point))
                            .map(
                                    area ->
                                            new TabDrag.Target(
                                                    area.bounds(),
                                                    () ->
                                                            model.moveEditor(
                                                                    key,
                                                                    area.index(point.getX()))));
        };
    }

    private List<DropZones.Area> areas() {
        var areas = new ArrayList<DropZones.Area>();
        stacks.forEach((views, stack) -> areas.add(areaOf(stack, Optional.of(views.getFirst()))));
        areas.add(areaOf(editors, Optional.empty()));
        return areas;
    }

    private DropZones.Area areaOf(PartStack stack, Optional<String> neighbour) {
        var middles =
                stack.strip().tabs().stream()
                        .filter(Node::isVisible)
                        .map(tab -> local(tab).getCenterX())
                        .toList();
        return new DropZones.Area(neighbour, local(stack), middles);
    }

    private Bounds local(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private List<PartStack> allStacks() {
        var all = new ArrayList<>(stacks.values());
        all.add(editors);
        return all;
    }

    private static List<Integer> below(List<Integer> path, int index) {
        var below = new ArrayList<>(path);
        below.add(index);
        return List.copyOf(below);
    }

    /// What of a layout needs new controls when it changes: neither weights nor which view is in front do.
    private static String shape(Layout layout) {
        return switch (layout) {
            case Layout.Editors _ -> "editors";
            case Layout.Stack stack -> stack.views().toString();
            case Layout.Split split ->
                    (split.horizontal() ? "h" : "v")
                            + split.parts().stream().map(DockPane::shape).toList();
        };
    }
}
