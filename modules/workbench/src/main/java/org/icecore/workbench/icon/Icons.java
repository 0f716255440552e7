package org.icecore.workbench.icon;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Makes icon nodes. A name without path data, or with data that cannot be drawn, gives a neutral square.
public final class Icons {
    /// The side of an icon, in pixels.
    public static final double SIZE = 16;

    private static final double STROKE = 1.25;
    private static final String NEUTRAL = "M4 4h8v8h-8z";

    private final IconSource source;
    private final Map<String, String> drawable = new HashMap<>();

    public Icons(IconSource source) {
        this.source = source;
    }

    /// A new node for the icon of that name. Style classes `icon`, and on its paths `icon-line` and `icon-accent`.
    public Node of(String name) {
        var data = source.path(name).or(() -> BuiltInIcons.path(name)).orElse(NEUTRAL);
        var icon = new Pane(line(drawable(data), "icon-line"));
        source.accent(name)
                .ifPresent(accent -> icon.getChildren().add(line(drawable(accent), "icon-accent")));
        icon.getStyleClass().add("icon");
        icon.setMinSize(SIZE, SIZE);
        icon.setPrefSize(SIZE, SIZE);
        icon.setMaxSize(SIZE, SIZE);
        icon.setMouseTransparent(true);
        return icon;
    }

    private String drawable(String data) {
        return drawable.computeIfAbsent(data, asked -> isDrawable(asked) ? asked : NEUTRAL);
    }

    private static SVGPath line(String data, String styleClass) {
        var path = new SVGPath();
        path.setContent(data);
        path.setFill(null);
        path.setStrokeWidth(STROKE);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.getStyleClass().add(styleClass);
        return path;
    }

    /// The toolkit parses a path only when it measures it, and then throws.
    private static boolean isDrawable(String data) {
        try {
            var probe = new SVGPath();
            probe.setContent(data);
            var bounds = probe.getBoundsInLocal();
            return bounds.getWidth() + bounds.getHeight() > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
