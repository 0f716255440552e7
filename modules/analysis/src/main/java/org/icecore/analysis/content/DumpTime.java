package org.icecore.analysis.content;

import java.time.Instant;
import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// When the dump was written, by the time stamp of its inventory: what remains where the engine tells no time.
public final class DumpTime {

    private DumpTime() {}

    /// Modification time of `inventory.img`; the youngest where an archive holds several.
    public static Optional<Instant> of(Checkpoint checkpoint) {
        return inventory(checkpoint).map(Member::modified);
    }

    /// The member that bears it.
    static Optional<Location> at(Checkpoint checkpoint) {
        return inventory(checkpoint).map(member -> Location.of(member.name(), 0, member.size()));
    }

    private static Optional<Member> inventory(Checkpoint checkpoint) {
        return checkpoint.members().stream()
                .map(CheckpointMember::member)
                .filter(member -> member.name().equals("inventory.img") || member.name().endsWith("/inventory.img"))
                .max((a, b) -> a.modified().compareTo(b.modified()));
    }
}
