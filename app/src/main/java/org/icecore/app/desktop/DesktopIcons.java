package org.icecore.app.desktop;

import java.util.Map;
import java.util.Optional;
import org.icecore.icons.Icon;
import org.icecore.icons.IconSet;
import org.icecore.workbench.icon.IconSource;

/// The family of icons under the names that commands, views and rows use.
final class DesktopIcons implements IconSource {
    /// Begins the names of what the window itself draws.
    private static final String WINDOW = "workbench.";

    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("view.evidence", "evidence"),
                    Map.entry("view.tasks", "task-alive"),
                    Map.entry("view.mappings", "mapping"),
                    Map.entry("view.files", "open-file"),
                    Map.entry("view.sockets", "socket"),
                    Map.entry("view.properties", "properties"),
                    Map.entry("view.threads", "thread"),
                    Map.entry("view.credentials", "credentials"),
                    Map.entry("view.namespaces", "namespace"),
                    Map.entry("view.mounts", "mount"),
                    Map.entry("view.mounts-specified", "mount"),
                    Map.entry("view.network", "network"),
                    Map.entry("view.rootfs", "rootfs"),
                    Map.entry("view.recovered", "recovered"),
                    Map.entry("view.unknown-fields", "unknown-image"),
                    Map.entry("view.acquisition", "acquisition"),
                    Map.entry("view.images", "image-file"),
                    Map.entry("view.archive", "archive"),
                    Map.entry("view.signals", "signals"),
                    Map.entry("view.timers", "timerfd"),
                    Map.entry("view.locks", "lock"),
                    Map.entry("view.queues", "queue"),
                    Map.entry("view.peers", "peers"),
                    Map.entry("view.watches", "epoll"),
                    Map.entry("view.traits", "traits"),
                    Map.entry("view.filters", "filters"),
                    Map.entry("view.host", "host"),
                    Map.entry("view.ipc", "ipc"),
                    Map.entry("view.cgroups", "cgroup"),
                    Map.entry("view.terminals", "tty"),
                    Map.entry("view.namespace-settings", "namespace"),
                    Map.entry("view.tracked-connections", "network"),
                    Map.entry("editor.memory", "hex"),
                    Map.entry("editor.hex", "hex"),
                    Map.entry("editor.text", "text"),
                    Map.entry("editor.comparison", "compare"),
                    Map.entry("editor.memory-compare", "split"),
                    Map.entry("view.data-inspector", "data-inspector"),
                    Map.entry("view.search", "search"),
                    Map.entry("view.changes", "changed"),
                    Map.entry("view.mappings-compare", "mapping"),
                    Map.entry("view.files-compare", "open-file"),
                    Map.entry("view.progress", "progress"),
                    Map.entry("view.error-log", "log"),
                    Map.entry("view.keys", "keys"),
                    Map.entry("perspective.triage", "perspective-triage"),
                    Map.entry("perspective.memory", "perspective-memory"),
                    Map.entry("perspective.kernel", "perspective-kernel"),
                    Map.entry("perspective.compare", "perspective-compare"),
                    Map.entry("navigate.back", "back"),
                    Map.entry("navigate.forward", "forward"),
                    Map.entry("severity.error", "error"),
                    Map.entry("severity.warning", "warning"),
                    Map.entry("severity.notice", "info"));

    private final IconSet icons;

    DesktopIcons(IconSet icons) {
        this.icons = icons;
    }

    @Override
    public Optional<String> path(String name) {
        return icon(name).map(Icon::stroke).filter(path -> !path.isEmpty());
    }

    @Override
    public Optional<String> accent(String name) {
        return icon(name).map(Icon::accent).filter(path -> !path.isEmpty());
    }

    private Optional<Icon> icon(String name) {
        var ofTheWindow = name.startsWith(WINDOW) ? name.substring(WINDOW.length()) : name;
        return icons.icon(OTHER_NAMES.getOrDefault(name, ofTheWindow));
    }
}
