package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutChange;
import org.icecore.workbench.layout.LayoutText;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.Severity;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.preference.Preferences;

/// The layout of each perspective, as it is now and as it was remembered.
final class PerspectiveLayouts {
    private static final String CURRENT = "perspective";
    private static final String KNOWN = "views.known";
    private static final String LAYOUT = "layout.";

    private final Map<String, Perspective> perspectives = new LinkedHashMap<>();
    private final Map<String, ViewDescriptor> views = new LinkedHashMap<>();
    private final Map<String, Layout> layouts = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Perspective>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Layout> layout =
            new ReadOnlyObjectWrapper<>(Layout.editors());
    private final Preferences preferences;
    private final ErrorLog log;

    PerspectiveLayouts(Preferences preferences, ErrorLog log) {
        this.preferences = preferences;
        this.log = log;
    }

    /// Takes what the application contributes and puts the remembered layouts over it.
    void install(List<ViewDescriptor> contributedViews, List<Perspective> contributed) {
        contributedViews.forEach(view -> views.put(view.id(), view));
        contributed.forEach(perspective -> perspectives.put(perspective.id(), perspective));
        contributed.forEach(perspective -> layouts.put(perspective.id(), remembered(perspective)));
        var wanted = preferences.text(CURRENT).filter(perspectives::containsKey);
        show(wanted.orElseGet(() -> contributed.getFirst().id()));
        preferences.put(KNOWN, String.join(",", new TreeSet<>(views.keySet())));
    }

    ReadOnlyObjectProperty<Optional<Perspective>> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Layout> layout() {
        return layout.getReadOnlyProperty();
    }

    List<Perspective> perspectives() {
        return List.copyOf(perspectives.values());
    }

    ViewDescriptor descriptor(String viewId) {
        return Optional.ofNullable(views.get(viewId))
                .orElseThrow(() -> new IllegalArgumentException("no such view: " + viewId));
    }

    void show(String perspectiveId) {
        var perspective =
                Optional.ofNullable(perspectives.get(perspectiveId))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no such perspective: " + perspectiveId));
        current.set(Optional.of(perspective));
        layout.set(layouts.get(perspectiveId));
        preferences.put(CURRENT, perspectiveId);
    }

    void change(UnaryOperator<Layout> change) {
        current.get()
                .ifPresent(
                        perspective -> {
                            var changed = change.apply(layout.get());
                            layouts.put(perspective.id(), changed);
                            preferences.put(LAYOUT + perspective.id(), LayoutText.write(changed));
                            layout.set(changed);
                        });
    }

    /// Puts a view where it belongs by default.
    void showView(String viewId) {
        var descriptor = descriptor(viewId);
        change(now -> LayoutChange.show(now, viewId, byDefault(), descriptor.home()));
    }

    void reset() {
        change(_ -> byDefault());
    }

    private Layout byDefault() {
        return current.get().map(this::sound).orElse(Layout.editors());
    }

    /// The default layout of a perspective without views that were not contributed.
    private Layout sound(Perspective perspective) {
        return LayoutChange.retain(perspective.layout(), views.keySet());
    }

    private Layout remembered(Perspective perspective) {
        var byDefault = sound(perspective);
        var text = preferences.text(LAYOUT + perspective.id());
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            var kept = LayoutChange.retain(LayoutText.read(text.get()), views.keySet());
            return withNewViews(kept, byDefault);
        } catch (IllegalArgumentException damage) {
            log.report(
                    Severity.NOTICE,
                    "Layout of perspective %s ignored, its default is shown: %s"
                            .formatted(perspective.title(), damage.getMessage()),
                    text.get());
            return byDefault;
        }
    }

    /// A view that did not exist when the layout was remembered cannot have been closed by the examiner.
    private Layout withNewViews(Layout kept, Layout byDefault) {
        Set<String> known =
                new TreeSet<>(Arrays.asList(preferences.text(KNOWN).orElse("").split(",")));
        var layout = kept;
        for (var view : new ArrayList<>(byDefault.views())) {
            if (!known.contains(view)) {
                var selected = layout.stacks().stream().map(Layout.Stack::selected).toList();
                layout = LayoutChange.show(layout, view, byDefault, descriptor(view).home());
                for (var front : selected) {
                    layout = LayoutChange.select(layout, front);
                }
            }
        }
        return layout;
    }
}
