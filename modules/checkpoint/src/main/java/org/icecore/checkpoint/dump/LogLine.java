package org.icecore.checkpoint.dump;

import java.time.Duration;
import java.util.Optional;
import org.icecore.evidence.Location;

/// A line of CRIU's log.
///
/// @param since the time since CRIU began, which the line begins with; the log knows no date
/// @param text without that time; what is no text as `\xNN`, cut where it is very long
/// @param at where the line lies
public record LogLine(Optional<Duration> since, String text, Location at) {}
