package org.icecore.criu.field;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
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

    /// The entry as one node of that name: its size, the fields of its message, and its payload.
    public FieldNode node(String name) {
        var parts = new EntryParts(size, message.children(), payload);
        return new FieldNode(
                name, 0, message.type(), new FieldValue.Parts(parts), range, message.range());
    }

    private static final class EntryParts extends AbstractList<FieldNode> {

        private final FieldNode size;
        private final List<FieldNode> fields;
        private final Optional<FieldNode> payload;

        EntryParts(FieldNode size, List<FieldNode> fields, Optional<FieldNode> payload) {
            this.size = size;
            this.fields = fields;
            this.payload = payload;
        }

        @Override
        public int size() {
            return 1 + fields.size() + (payload.isPresent() ? 1 : 0);
        }

        @Override
        public FieldNode get(int i) {
            if (i == 0) {
                return size;
            }
            return i <= fields.size() ? fields.get(i - 1) : payload.orElseThrow();
        }
    }
}
