package org.icecore.criu.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Optional;

/// The numbers of a packed field: 4 bytes of heap each. What cannot be read is the last node.
final class PackedNumbers extends AbstractList<FieldNode> {

    private final FieldValue.Message parent;
    private final FieldDescriptor field;
    private final int to;
    private int[] starts = new int[8];
    private int size;
    private Optional<WireException> damage = Optional.empty();

    PackedNumbers(FieldValue.Message parent, FieldDescriptor field, int from, int to) {
        this.parent = parent;
        this.field = field;
        this.to = to;
        var cursor = new WireCursor(parent.bytes().array(), from, to);
        while (!cursor.atEnd() && damage.isEmpty()) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size + (size >> 1));
            }
            starts[size] = cursor.at();
            try {
                if (size == WireIndex.MOST_FIELDS) {
                    throw new WireException(cursor.at(), "too many numbers");
                }
                WireValue.number(field, cursor);
            } catch (WireException malformed) {
                damage = Optional.of(malformed);
            }
            size++;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public FieldNode get(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(i);
        }
        boolean last = i == size - 1;
        int end = last ? to : starts[i + 1];
        var at = parent.bytes().range(starts[i], end);
        if (!last || damage.isEmpty()) {
            var value =
                    WireValue.of(parent, field, WireValue.wireType(field), starts[i], end)
                            .orElseThrow();
            return new FieldNode("[%d]".formatted(i), field.getNumber(), "element", value, at, at);
        }
        var value = new FieldValue.Unknown(damage.get().text(), parent.bytes(), starts[i], to);
        return new FieldNode("?", 0, FieldNode.UNREADABLE, value, at, at);
    }
}
