package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.part.Part;
import org.icecore.workbench.part.PartRef;

/// Draws the parts where the model says they are, and turns clicks and drags into changes of the model.
public final class DockPane extends StackPane {
    private final PartsModel model;
    private final Icons icons;
    private final Menus menus;
    private final Node noEditors;
    private final PartStack editors;
    private final Pane overlay = new Pane();
    private final StackPane ground = new StackPane();
    private final TabHeaders headers;
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
        this.noEditors = emptyEditorArea.get();
        this.editors = stack();
        this.headers = new TabHeaders(model, icons, partMenu, new TabDrag(overlay, this::targetAt));
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
                pane.strip().tabs(stack.views().stream().map(headers::ofView).toList());
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
            showTools(stack, view.toolBar());
        }
    }

    private void showTools(PartStack stack, List<String> commandIdsOrDash) {
        var tools = stack.strip().tools().getChildren();
        tools.clear();
        menus.fill(tools, MenuItem.list(commandIdsOrDash.toArray(String[]::new)));
    }

    private void renderEditors() {
        var front = model.frontEditor().get();
        var refs = editors.strip().tabs().stream().map(TabHeader::ref).toList();
        var wanted = model.editorKeys().stream().<PartRef>map(PartRef.OfEditor::new).toList();
        if (!refs.equals(wanted)) {
            editors.strip().tabs(model.editorKeys().stream().map(headers::ofEditor).toList());
        }
        var editor = front.flatMap(model::editor);
        editors.show(
                front.map(PartRef.OfEditor::new),
                editor.map(opened -> opened.node()).orElse(noEditors));
        showTools(editors, editor.map(Part::toolBar).orElse(List.of()));
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
