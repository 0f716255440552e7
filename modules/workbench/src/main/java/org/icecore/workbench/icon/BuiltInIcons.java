package org.icecore.workbench.icon;

import java.util.Map;
import java.util.Optional;

/// The few icons the window itself needs, where the application brings none of that name.
final class BuiltInIcons {
    private static final Map<String, String> PATHS =
            Map.ofEntries(
                    Map.entry("workbench.close", "M4.5 4.5l7 7M11.5 4.5l-7 7"),
                    Map.entry("workbench.more", "M4 6.5l4 4 4-4"),
                    Map.entry("workbench.maximise", "M3 3.5h10v9H3zM3 5.5h10"),
                    Map.entry("workbench.restore", "M3 6.5h7v6.5H3zM5.5 6.5V3.5h7.5v6.5H10"),
                    Map.entry("workbench.search", "M7 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10 10l3.5 3.5"),
                    Map.entry("workbench.copy", "M6 6h7v7H6zM3 10V3h7"),
                    Map.entry(
                            "workbench.clear",
                            "M3 4.5h10M6 4.5v-1.5h4v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5"),
                    Map.entry("navigate.back", "M13 8H3M7 4L3 8l4 4"),
                    Map.entry("navigate.forward", "M3 8h10M9 4l4 4-4 4"),
                    Map.entry("view.progress", "M2.5 6h11v4h-11zM2.5 8h6"),
                    Map.entry("view.error-log", "M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2"),
                    Map.entry(
                            "view.keys",
                            "M2 5h12v7H2zM4.5 7.5h.1M7 7.5h.1M9.5 7.5h.1M12 7.5h.1M5 10h6"),
                    Map.entry(
                            "severity.error",
                            "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M6 6l4 4M10 6l-4 4"),
                    Map.entry("severity.warning", "M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.1"),
                    Map.entry(
                            "severity.notice",
                            "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 7.5v3.5M8 5.2v.1"));

    private BuiltInIcons() {}

    static Optional<String> path(String name) {
        return Optional.ofNullable(PATHS.get(name));
    }
}
