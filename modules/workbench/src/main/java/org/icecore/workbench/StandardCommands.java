package org.icecore.workbench;

import java.util.ArrayList;
import java.util.List;
import org.icecore.workbench.command.MenuItem;

/// Ids of the commands that every workbench has. Menus of the application name them; keys can be bound to them anew.
public final class StandardCommands {
    public static final String BACK = "navigate.back";
    public static final String FORWARD = "navigate.forward";
    public static final String QUICK_ACCESS = "window.quick-access";
    public static final String SHOW_KEYS = "window.show-keys";
    public static final String MAXIMISE_PART = "window.maximise-part";
    public static final String CLOSE_PART = "window.close-part";
    public static final String CLOSE_ALL_EDITORS = "window.close-all-editors";
    public static final String MOVE_VIEW = "window.move-view";
    public static final String PART_MENU = "window.part-menu";
    public static final String CONTEXT_MENU = "window.context-menu";
    public static final String GROW_PART = "window.grow-part";
    public static final String SHRINK_PART = "window.shrink-part";
    public static final String NEXT_PART = "window.next-part";
    public static final String PREVIOUS_PART = "window.previous-part";
    public static final String NEXT_TAB = "window.next-tab";
    public static final String PREVIOUS_TAB = "window.previous-tab";
    public static final String NEXT_EDITOR = "window.next-editor";
    public static final String PREVIOUS_EDITOR = "window.previous-editor";
    public static final String NEXT_VIEW = "window.next-view";
    public static final String PREVIOUS_VIEW = "window.previous-view";
    public static final String NEXT_PERSPECTIVE = "window.next-perspective";
    public static final String PREVIOUS_PERSPECTIVE = "window.previous-perspective";
    public static final String RESET_PERSPECTIVE = "window.reset-perspective";
    public static final String FOCUS_EDITORS = "window.focus-editors";

    public static final String COPY = "edit.copy";
    public static final String SELECT_ALL = "edit.select-all";
    public static final String CHOOSE_COLUMNS = "table.choose-columns";
    public static final String FIT_COLUMNS = "table.fit-columns";

    private StandardCommands() {}

    /// The id of the command that shows a view.
    public static String showView(String viewId) {
        return "view.show." + viewId;
    }

    /// The id of the command that shows a perspective.
    public static String showPerspective(String perspectiveId) {
        return "perspective.show." + perspectiveId;
    }

    /// The id of the command that changes to a theme.
    public static String useTheme(String themeId) {
        return "theme.use." + themeId;
    }

    /// The Window menu with views, perspectives, themes and the handling of parts.
    ///
    /// @param services whose commands it lists each time it opens
    public static List<MenuItem> windowMenu(WorkbenchServices services) {
        var items = new ArrayList<MenuItem>();
        items.add(listOf("Show View", "view.show.", services));
        items.add(listOf("Perspective", "perspective.show.", services));
        items.addAll(MenuItem.list(RESET_PERSPECTIVE, "-"));
        items.addAll(
                MenuItem.list(
                        MAXIMISE_PART,
                        MOVE_VIEW,
                        GROW_PART,
                        SHRINK_PART,
                        CLOSE_PART,
                        CLOSE_ALL_EDITORS,
                        "-"));
        items.add(
                MenuItem.menu(
                        "Go To Part",
                        MenuItem.list(
                                FOCUS_EDITORS,
                                NEXT_PART,
                                PREVIOUS_PART,
                                "-",
                                NEXT_TAB,
                                PREVIOUS_TAB,
                                "-",
                                NEXT_EDITOR,
                                PREVIOUS_EDITOR,
                                NEXT_VIEW,
                                PREVIOUS_VIEW,
                                NEXT_PERSPECTIVE,
                                PREVIOUS_PERSPECTIVE)));
        items.add(MenuItem.separator());
        items.add(listOf("Theme", "theme.use.", services));
        items.addAll(MenuItem.list(QUICK_ACCESS, SHOW_KEYS));
        return items;
    }

    private static MenuItem listOf(String title, String prefix, WorkbenchServices services) {
        return new MenuItem.Submenu(
                title,
                () ->
                        services.commands().all().stream()
                                .filter(command -> command.id().startsWith(prefix))
                                .map(command -> MenuItem.invoke(command.id()))
                                .toList());
    }
}
