package org.icecore.views.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.container.Engine;

/// Sets of capabilities, so that two that begin alike are told apart at a glance: by their number first, and by what they have
/// beyond what the engine gives to every container.
final class CapabilityWords {
    /// Sources: containers/common `default.go`, CRI-O `capabilities_linux.go`, containerd `spec_opts.go`.
    private static final Map<Engine, List<String>> USUAL =
            Map.of(
                    Engine.PODMAN,
                    sorted(
                            "CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID SETPCAP NET_BIND_SERVICE SYS_CHROOT SETFCAP"),
                    Engine.CRIO,
                    sorted(
                            "CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID SETPCAP NET_BIND_SERVICE"),
                    Engine.CONTAINERD,
                    sorted(
                            "CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID SETPCAP NET_BIND_SERVICE NET_RAW SYS_CHROOT MKNOD AUDIT_WRITE SETFCAP"));

    private CapabilityWords() {}

    /// The cell with the number of names before them.
    static Cell counted(Cell cell) {
        return cell instanceof Cell.Names(var names, var brief) && !names.isEmpty()
                ? new Cell.Names(names, "%d: %s".formatted(names.size(), brief))
                : cell;
    }

    /// What the pointer is told of a set: how it differs from the usual one, then all names.
    static String told(List<String> names, Engine engine) {
        var lines = new ArrayList<String>();
        var usual = USUAL.getOrDefault(engine, List.of());
        if (!usual.isEmpty() && !names.isEmpty()) {
            lines.add(compared(names, usual, engine));
        }
        lines.addAll(names);
        return String.join("\n", lines);
    }

    private static String compared(List<String> names, List<String> usual, Engine engine) {
        var more = without(names, usual);
        var less = without(usual, names);
        if (more.isEmpty() && less.isEmpty()) {
            return "What %s gives to every container".formatted(engine.label());
        }
        return "Beside what %s gives to every container: %s"
                .formatted(
                        engine.label(),
                        String.join(
                                ", ",
                                List.of(
                                                more.isEmpty() ? "" : "also " + joined(more),
                                                less.isEmpty() ? "" : "not " + joined(less))
                                        .stream()
                                        .filter(words -> !words.isEmpty())
                                        .toList()));
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private static List<String> sorted(String words) {
        return List.of(words.split(" ")).stream().map(word -> "CAP_" + word).sorted().toList();
    }
}
