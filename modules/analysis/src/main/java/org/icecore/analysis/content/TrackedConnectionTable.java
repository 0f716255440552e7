package org.icecore.analysis.content;

import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.namespace.NamespaceSettings.NetworkFact;

/// The connections that the kernel tracked for a firewall, open sockets or none, and those that it expected.
public final class TrackedConnectionTable {

    private TrackedConnectionTable() {}

    /// One row per connection, in the order of the images.
    public static ResultTable<NetworkFact> of(Checkpoint checkpoint) {
        var settings = checkpoint.kernel().namespaces();
        return new ResultTable<>(
                "trackedConnections",
                "Tracked connections",
                TrackedConnectionColumns.ALL,
                settings.items().stream()
                        .filter(NetworkFact.class::isInstance)
                        .map(NetworkFact.class::cast)
                        .filter(TrackedConnectionTable::isConnection)
                        .toList(),
                fact -> new ArtefactRef.OfMember(checkpoint.id(), fact.at().member()),
                fact -> Optional.of(fact.at()),
                Coverage.without(
                        Stream.concat(settings.gaps().stream(), noImage(checkpoint).stream())
                                .toList()));
    }

    /// CRIU writes an image for each network namespace that it dumps, if tracking is on there.
    private static Optional<String> noImage(Checkpoint checkpoint) {
        return checkpoint.members().stream().anyMatch(member -> member.isOwnImage("NETNF_CT"))
                ? Optional.empty()
                : Optional.of(
                        checkpoint
                                .archive()
                                .loss()
                                .explain(
                                        "no image of tracked connections (netns-ct) is in the checkpoint"));
    }

    static boolean isConnection(NetworkFact fact) {
        return switch (fact.kind()) {
            case CONNECTION, EXPECTATION -> true;
            case ADDRESS, ROUTE, RULE, IPTABLES, IP6TABLES, NFTABLES -> false;
        };
    }
}
