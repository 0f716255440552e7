package org.icecore.workbench.part;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/// Opens, shows and closes views, editors and perspectives. To be called on the UI thread.
public interface Parts {
    /// Shows a view in the present perspective, in front and with the key focus.
    ///
    /// @throws IllegalArgumentException if no view of that id was contributed
    void showView(String id);

    /// Brings a view to the front without moving the key focus, opening it if needed.
    void revealView(String id);

    /// Closes a view.
    void hideView(String id);

    /// The view if it is shown in the present perspective. It need not be in front.
    Optional<View> view(String id);

    /// Shows the editor of a key, in front and with the key focus; opens it if no editor with an equal key is open.
    ///
    /// @return empty if no factory understands the key
    Optional<Editor> openEditor(Object key);

    /// Closes the editor of a key, if there is one.
    void closeEditor(Object key);

    /// Closes all editors.
    void closeAllEditors();

    /// The tabs of the open editors, from left to right, to be remembered.
    List<EditorTab> editorTabs();

    /// Adds tabs that were remembered behind those that are open, in their order, those that are open already too. The editor of a tab is made when it is selected; a tab
    /// whose editor cannot be made then goes away.
    void restoreEditors(List<EditorTab> tabs);

    /// Puts the tabs of those of these editors that are open into this order, on the places that they have among the
    /// tabs.
    void arrangeEditors(List<?> wanted);

    /// The open editor of a key. Empty for a restored tab that was not selected yet.
    Optional<Editor> editor(Object key);

    /// The keys of the open editors and restored tabs, from left to right.
    ObservableList<Object> editorKeys();

    /// The key of the editor in front.
    ObservableValue<Optional<Object>> frontEditor();

    /// The part that works with the keys now.
    ObservableValue<Optional<PartRef>> activePart();

    /// Switches to a perspective.
    ///
    /// @throws IllegalArgumentException if no perspective of that id was contributed
    void showPerspective(String id);

    /// The present perspective; empty only before the window is made.
    ObservableValue<Optional<Perspective>> perspective();
}
