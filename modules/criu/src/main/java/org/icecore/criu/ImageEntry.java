package org.icecore.criu;

import com.google.protobuf.Message;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;

/// One message of an image and what follows it.
///
/// @param message the message; fields that CRIU requires may be absent from damaged input, and fields that this release
///     does not know are kept as unknown fields
/// @param at the protobuf bytes, without the size before them, in the evidence
/// @param range the same bytes in the image file
/// @param payload the raw bytes after the message
public record ImageEntry(Message message, Location at, ByteRange range, Payload payload) {}
