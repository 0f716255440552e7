package org.icecore.checkpoint.dump;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Defect;

/// What speaks for and against a dump being the parent of another. A dump records no more of its parent than the name of its
/// folder, so that nothing proves it: what can be told is that it fits, or that it cannot be.
///
/// @param directory with the parent's images, as the names of its members begin
/// @param supplied whether it was given by the examiner; else the link led to it
/// @param pages how many pages are left to it
/// @param grounds what speaks for it
/// @param doubts what speaks against it
/// @param refuted whether the doubts show that it is not the parent
/// @param earlier how long before the later dump it was made, if both tell
public record Kinship(
        String directory,
        boolean supplied,
        long pages,
        List<String> grounds,
        List<Defect> doubts,
        boolean refuted,
        Optional<Duration> earlier) {

    public Kinship {
        grounds = List.copyOf(grounds);
        doubts = List.copyOf(doubts);
    }
}
