package org.icecore.workbench.theme;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.icecore.workbench.preference.Preferences;

/// The present theme and the scenes that wear it. Used on the UI thread only.
public final class Themes {
    private static final String KEY = "theme";
    private static final List<String> MONOSPACED =
            List.of(
                    "JetBrains Mono",
                    "Cascadia Mono",
                    "SF Mono",
                    "Menlo",
                    "Consolas",
                    "Noto Sans Mono",
                    "DejaVu Sans Mono",
                    "Liberation Mono");

    private final ReadOnlyObjectWrapper<Theme> current;
    private final Preferences preferences;
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();

    /// @param preferences remembers the theme
    public Themes(Preferences preferences) {
        this.preferences = preferences;
        this.current =
                new ReadOnlyObjectWrapper<>(
                        preferences.text(KEY).stream()
                                .flatMap(
                                        id ->
                                                Arrays.stream(Theme.values())
                                                        .filter(theme -> theme.id().equals(id)))
                                .findFirst()
                                .orElse(Theme.LIGHT));
    }

    /// The present theme.
    public ReadOnlyObjectProperty<Theme> current() {
        return current.getReadOnlyProperty();
    }

    /// The colours of the present theme.
    public ObservableValue<Palette> palette() {
        return current.map(Theme::palette);
    }

    /// Changes to a theme and remembers it.
    public void use(Theme theme) {
        current.set(theme);
        preferences.put(KEY, theme.id());
        scenes.removeIf(scene -> scene.get() == null);
        for (var reference : List.copyOf(scenes)) {
            var scene = reference.get();
            if (scene != null) {
                dress(scene);
            }
        }
    }

    /// Dresses a scene now and at each change. The stylesheets of the application come after ours.
    public void style(Scene scene, List<String> stylesheets) {
        scenes.add(new WeakReference<>(scene));
        scene.getStylesheets().setAll(sheet(), tokens(current.get()));
        scene.getStylesheets().addAll(stylesheets);
        dress(scene);
    }

    /// The monospaced family to use on this machine.
    public static String monospacedFamily() {
        var present = Font.getFamilies();
        return MONOSPACED.stream().filter(present::contains).findFirst().orElse("Monospaced");
    }

    private void dress(Scene scene) {
        scene.setUserAgentStylesheet(current.get().base());
        scene.getStylesheets().set(1, tokens(current.get()));
    }

    private static String sheet() {
        return Objects.requireNonNull(Themes.class.getResource("workbench.css"), "workbench.css")
                .toExternalForm();
    }

    /// The palette as a stylesheet, so that the colours stand in one place.
    private static String tokens(Theme theme) {
        var css =
                ".root { %s } .mono { -fx-font-family: \"%s\"; }"
                        .formatted(theme.palette().declarations(), monospacedFamily());
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
