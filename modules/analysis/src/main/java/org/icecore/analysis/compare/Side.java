package org.icecore.analysis.compare;

import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.evidence.Location;

/// How a thing looks in one of the two checkpoints.
///
/// @param text its value in one line; an absence is said as one, with its reason
/// @param ref the thing
/// @param at where this can be re-checked, if at one place
public record Side(String text, ArtefactRef ref, Optional<Location> at) {}
