package org.icecore.criu.field;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.evidence.ByteRange;

/// One entry of an image: the size of its message, the message, and the raw bytes after it.
///
/// @param size the u32 before the message
/// @param message the message; its type is that of the entry
/// @param payload what crit calls `extra`; empty where nothing can follow
/// @param range all bytes of the entry
public record FieldEntry(
        FieldNode size, FieldNode message, Optional<FieldNode> payload, ByteRange range) {

    /// The message with its type and fields.
    public FieldValue.Message content() {
        return switch (message.value()) {
            case FieldValue.Message content -> content;
            default -> throw new IllegalStateException("an entry without a message");
        };
    }

    /// The entry as one node with the parts of this record in it.
    public FieldNode node() {
        var parts = Stream.concat(Stream.of(size, message), payload.stream()).toList();
        return new FieldNode(
                message.type(), 0, "entry", new FieldValue.Parts(List.copyOf(parts)), range, range);
    }
}
