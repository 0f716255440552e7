package org.icecore.workbench.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.EditorTab;
import org.icecore.workbench.part.Part;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.part.Parts;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.View;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.preference.Preferences;

/// Which parts are open, in front, active and maximised. The window draws this.
public final class PartsModel implements Parts {
    private final Commands commands;
    private final PerspectiveLayouts layouts;
    private final OpenEditors editors = new OpenEditors();
    private final OpenViews views;
    private final ReadOnlyObjectWrapper<Optional<PartRef>> active =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PartRef>> maximised =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<Part> focus = _ -> {};

    /// @param commands get the handlers of the active part
    public PartsModel(Commands commands, Preferences preferences, ErrorLog log) {
        this.commands = commands;
        this.views = new OpenViews(log);
        this.layouts = new PerspectiveLayouts(preferences, log);
    }

    /// Takes what the application contributes. To be called once.
    public void install(
            List<ViewDescriptor> contributed,
            List<EditorFactory> factories,
            List<Perspective> perspectives) {
        editors.install(factories);
        layouts.install(contributed, perspectives);
    }

    /// Sets who moves the key focus to a part.
    public void onFocus(Consumer<Part> wanted) {
        focus = wanted;
    }

    /// The layout of the present perspective.
    public ReadOnlyObjectProperty<Layout> layout() {
        return layouts.layout();
    }

    /// The part that has the window for itself.
    public ReadOnlyObjectProperty<Optional<PartRef>> maximised() {
        return maximised.getReadOnlyProperty();
    }

    /// All perspectives in the order of contribution.
    public List<Perspective> perspectives() {
        return layouts.perspectives();
    }

    /// The open editors and what their tabs show.
    public OpenEditors editors() {
        return editors;
    }

    /// The descriptor of a view.
    public ViewDescriptor descriptor(String viewId) {
        return layouts.descriptor(viewId);
    }

    /// The view of that id, made if need be.
    public View instance(String viewId) {
        return views.get(layouts.descriptor(viewId));
    }

    /// The part that a reference names, if it is open.
    public Optional<Part> part(PartRef ref) {
        return switch (ref) {
            case PartRef.OfView(var id) -> view(id).map(Part.class::cast);
            case PartRef.OfEditor(var key) -> editors.find(key).map(Part.class::cast);
        };
    }

    /// Changes the layout of the present perspective.
    public void change(UnaryOperator<Layout> change) {
        layouts.change(change);
    }

    /// Puts the present perspective back to its default.
    public void reset() {
        maximised.set(Optional.empty());
        layouts.reset();
        forgetGoneActive();
    }

    /// Marks a part as the one that works with the keys. Told when the key focus enters it.
    public void activate(PartRef ref) {
        if (active.get().filter(ref::equals).isPresent()) {
            return;
        }
        part(ref)
                .ifPresent(
                        part -> {
                            active.set(Optional.of(ref));
                            commands.activate(part.handlers());
                        });
    }

    /// Gives the active part the window for itself, or gives the others their place back.
    public void toggleMaximised() {
        maximised.set(maximised.get().isPresent() ? Optional.empty() : active.get());
    }

    /// Moves the key focus to an open part, bringing it to the front.
    public void focus(PartRef ref) {
        switch (ref) {
            case PartRef.OfView(var id) -> showView(id);
            case PartRef.OfEditor(var key) -> openEditor(key);
        }
    }

    /// Puts an editor's tab before the tab of that index.
    public void moveEditor(Object key, int index) {
        editors.move(key, index);
    }

    /// Closes a part.
    public void close(PartRef ref) {
        switch (ref) {
            case PartRef.OfView(var id) -> hideView(id);
            case PartRef.OfEditor(var key) -> closeEditor(key);
        }
    }

    /// Closes everything for good, when the window closes.
    public void dispose() {
        closeAllEditors();
        views.closeAll();
    }

    @Override
    public void showView(String id) {
        revealView(id);
        focusPart(new PartRef.OfView(id));
    }

    @Override
    public void revealView(String id) {
        var ref = new PartRef.OfView(id);
        var alreadyInFront =
                layout().get().stackOf(id).filter(stack -> stack.selected().equals(id)).isPresent();
        leaveMaximisedFor(ref);
        if (!alreadyInFront) {
            layouts.showView(id);
        }
    }

    @Override
    public void hideView(String id) {
        maximised
                .get()
                .filter(new PartRef.OfView(id)::equals)
                .ifPresent(_ -> maximised.set(Optional.empty()));
        layouts.change(layout -> LayoutChange.remove(layout, id));
        views.close(id);
        forgetGoneActive();
    }

    @Override
    public Optional<View> view(String id) {
        return layout().get().stackOf(id).map(_ -> instance(id));
    }

    @Override
    public Optional<Editor> openEditor(Object key) {
        var opened = editors.open(key);
        if (opened.isPresent()) {
            var ref = new PartRef.OfEditor(key);
            leaveMaximisedFor(ref);
            focusPart(ref);
        }
        return opened;
    }

    @Override
    public void closeEditor(Object key) {
        var wasMaximised = maximised.get().filter(new PartRef.OfEditor(key)::equals).isPresent();
        editors.close(key);
        if (wasMaximised) {
            maximised.set(editors.front().get().map(PartRef.OfEditor::new));
        }
        forgetGoneActive();
    }

    @Override
    public void closeAllEditors() {
        maximised
                .get()
                .filter(PartRef.OfEditor.class::isInstance)
                .ifPresent(_ -> maximised.set(Optional.empty()));
        editors.closeAll();
        forgetGoneActive();
    }

    @Override
    public List<EditorTab> editorTabs() {
        return editors.keys().stream().map(editors::tab).toList();
    }

    @Override
    public void restoreEditors(List<EditorTab> tabs) {
        editors.restore(tabs);
    }

    @Override
    public void arrangeEditors(List<?> wanted) {
        editors.arrange(wanted);
    }

    @Override
    public Optional<Editor> editor(Object key) {
        return editors.find(key);
    }

    @Override
    public ObservableList<Object> editorKeys() {
        return editors.keys();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Object>> frontEditor() {
        return editors.front();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<PartRef>> activePart() {
        return active.getReadOnlyProperty();
    }

    @Override
    public void showPerspective(String id) {
        maximised.set(Optional.empty());
        layouts.show(id);
        forgetGoneActive();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Perspective>> perspective() {
        return layouts.current();
    }

    private void focusPart(PartRef ref) {
        activate(ref);
        part(ref).ifPresent(focus);
    }

    private void leaveMaximisedFor(PartRef ref) {
        var staysVisible = maximised.get().filter(shown -> isSameArea(shown, ref)).isPresent();
        if (maximised.get().isPresent()) {
            maximised.set(staysVisible ? Optional.of(ref) : Optional.empty());
        }
    }

    private boolean isSameArea(PartRef one, PartRef other) {
        if (one instanceof PartRef.OfView(var a) && other instanceof PartRef.OfView(var b)) {
            return layout().get().stackOf(a).filter(stack -> stack.views().contains(b)).isPresent();
        }
        return one instanceof PartRef.OfEditor && other instanceof PartRef.OfEditor;
    }

    /// The key focus must not stay with a part that is gone: it goes to the editor in front, else to the first view.
    private void forgetGoneActive() {
        if (active.get().filter(ref -> part(ref).isEmpty()).isPresent()) {
            active.set(Optional.empty());
            commands.activate(Map.of());
            editors.front()
                    .get()
                    .<PartRef>map(PartRef.OfEditor::new)
                    .or(
                            () ->
                                    layout().get().stacks().stream()
                                            .findFirst()
                                            .map(stack -> new PartRef.OfView(stack.selected())))
                    .ifPresent(this::focusPart);
        }
    }
}
