package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.Task;

/// Whose the namespaces of tasks are: the container's own, those of whoever took the checkpoint, which is the host as a rule, or
/// handed in from outside.
///
/// @param criu the namespaces that CRIU was in itself; empty if the inventory does not tell
public record NamespaceOwners(Optional<NamespaceIds> criu, List<NamespaceSettings> settings) {

    /// What a column of [#whose] tells a reader.
    public static final String MEANING =
            "The host's: shared with whoever took the checkpoint, as a rule the host; external: handed in by the engine;"
                    + " of neither the checkpoint holds more than what its images say";

    public NamespaceOwners {
        settings = List.copyOf(settings);
    }

    /// Those of a checkpoint.
    public static NamespaceOwners of(Checkpoint checkpoint) {
        return new NamespaceOwners(
                checkpoint.inventory().found().flatMap(Inventory::own),
                checkpoint.kernel().namespaces().items());
    }

    /// Whether all tasks of which it is known, and at least one, were in CRIU's own namespace of that kind, such as `mnt`: then they
    /// were in no container as far as that kind goes.
    public static boolean allWithCriu(Checkpoint checkpoint, String kind) {
        var criu = of(checkpoint).criu(kind);
        var tasks =
                checkpoint.tasks().all().stream()
                        .map(Task::ids)
                        .flatMap(ids -> ids.found().stream())
                        .flatMap(ids -> Optional.ofNullable(ids.namespaces().get(kind)).stream())
                        .filter(id -> id != 0)
                        .distinct()
                        .toList();
        return tasks.size() == 1
                && criu.isPresent()
                && tasks.getFirst().longValue() == criu.getAsLong();
    }

    /// Whose a namespace is, in words.
    ///
    /// @param kind `pid`, `net`, ...
    public Cell whose(String kind, long id) {
        var host = criu(kind);
        if (host.isPresent() && host.getAsLong() == id) {
            return Cell.text("the host's: that of CRIU");
        }
        var key = externalKey(kind, id);
        if (key.isPresent()) {
            return Cell.text("external: " + key.get());
        }
        return host.isPresent()
                ? Cell.text("the container's own")
                : Cell.notCaptured(
                        "the inventory does not tell which %s namespace CRIU was in"
                                .formatted(kind));
    }

    private OptionalLong criu(String kind) {
        return criu.flatMap(ids -> Optional.ofNullable(ids.namespaces().get(kind)))
                .filter(id -> id != 0)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private Optional<String> externalKey(String kind, long id) {
        return switch (kind) {
            case "net" ->
                    one(NamespaceSettings.Network.class, network -> network.id() == id)
                            .flatMap(NamespaceSettings.Network::externalKey);
            case "pid" ->
                    one(NamespaceSettings.Processes.class, processes -> processes.id() == id)
                            .flatMap(NamespaceSettings.Processes::externalKey);
            default -> Optional.empty();
        };
    }

    private <T extends NamespaceSettings> Optional<T> one(Class<T> type, Predicate<T> wanted) {
        return settings.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst();
    }
}
