package org.icecore.criu;

import com.google.protobuf.Message;
import org.icecore.evidence.Location;

/// One message of an image and what follows it.
///
/// @param message the message; fields that CRIU requires may be absent from damaged input, and fields that this release
///     does not know are kept as unknown fields
/// @param at the protobuf bytes, without the size before them
/// @param payload the raw bytes after the message
public record ImageEntry(Message message, Location at, Payload payload) {}
