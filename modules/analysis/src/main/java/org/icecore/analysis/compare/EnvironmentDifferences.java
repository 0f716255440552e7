package org.icecore.analysis.compare;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Environment;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;

/// Compares the environment strings of two tasks: variables by name and occurrence, other strings by their text.
final class EnvironmentDifferences {

    private final CheckpointId first;
    private final CheckpointId second;
    private final Ledger ledger;

    EnvironmentDifferences(CheckpointId first, CheckpointId second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare(Topic topic, Task before, Task after) {
        if (before.environment().found().isEmpty() || after.environment().found().isEmpty()) {
            ledger.compare(
                    topic,
                    "environment",
                    before.environment(),
                    after.environment(),
                    environment -> Counted.of(environment.entries().size(), "string"));
            return;
        }
        var pid = after.pid();
        var old = byKey(before.environment().found().get());
        var now = byKey(after.environment().found().get());
        old.forEach(
                (key, entry) -> {
                    var other = now.get(key);
                    if (other == null) {
                        ledger.add(
                                new Change.Removed(
                                        ChangeKind.ENVIRONMENT,
                                        Optional.of(pid),
                                        key,
                                        side(first, pid, entry),
                                        ""));
                    } else if (!other.text().equals(entry.text())) {
                        ledger.add(
                                new Change.Changed(
                                        ChangeKind.ENVIRONMENT,
                                        Optional.of(pid),
                                        key,
                                        "value",
                                        side(first, pid, entry),
                                        side(second, pid, other),
                                        ""));
                    }
                });
        now.forEach(
                (key, entry) -> {
                    if (!old.containsKey(key)) {
                        ledger.add(
                                new Change.Added(
                                        ChangeKind.ENVIRONMENT,
                                        Optional.of(pid),
                                        key,
                                        side(second, pid, entry),
                                        ""));
                    }
                });
    }

    private static SequencedMap<String, Environment.Entry> byKey(Environment environment) {
        var entries = new LinkedHashMap<String, Environment.Entry>();
        for (var entry : environment.entries()) {
            var name = entry.name().orElse(entry.text());
            var key = name;
            for (var occurrence = 2; entries.putIfAbsent(key, entry) != null; occurrence++) {
                key = "%s (%d)".formatted(name, occurrence);
            }
        }
        return entries;
    }

    private static Side side(CheckpointId id, Pid pid, Environment.Entry entry) {
        var length =
                Math.max(1, entry.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        return new Side(
                entry.text(),
                new ArtefactRef.OfMemory(id, pid, AddressRange.of(entry.address().value(), length)),
                Optional.empty());
    }
}
