package org.icecore.checkpoint.dump;

import java.time.Instant;
import org.icecore.evidence.Location;

/// A moment that somebody wrote down, with whose clock told it.
///
/// @param source where it stands: `config.dump, checkpointedTime`
/// @param meaning what happened then
/// @param clock whose clock told it, and who could change what it told
public record RecordedMoment(
        String source, String meaning, Instant moment, String clock, Location at) {}
