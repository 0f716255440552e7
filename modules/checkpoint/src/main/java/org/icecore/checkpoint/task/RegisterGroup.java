package org.icecore.checkpoint.task;

import org.icecore.evidence.Digest;

/// Registers of a thread that are no [Registers]: those for floating point and vectors, of debugging, of segments.
///
/// @param name of the group as in the image, e.g. `fpregs`, `vxrs_low`
/// @param content digest of what the image has of it
public record RegisterGroup(String name, Digest content) {}
