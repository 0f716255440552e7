package org.icecore.checkpoint.container;

import java.util.Optional;
import org.icecore.evidence.Member;

/// A member of the archive and what is known of it.
///
/// @param image what CRIU image it is, e.g. `CORE`; empty for anything else
/// @param stale whether it belongs to a process that the process tree does not list: a remnant of an earlier dump
public record CheckpointMember(Member member, Optional<String> image, boolean stale) {}
