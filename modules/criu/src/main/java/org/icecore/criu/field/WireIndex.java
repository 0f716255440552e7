package org.icecore.criu.field;

import java.util.Arrays;
import java.util.Optional;

/// Where the fields of one message lie in its bytes: 16 bytes of heap a field.
final class WireIndex {

    /// Far more fields than any message of a real image has: one `mm` holds a mapping per field.
    static final int MOST_FIELDS = 2_000_000;

    private int[] starts = new int[8];
    private int[] tags = new int[8];
    private int[] values = new int[8];
    private int[] ends = new int[8];
    private int size;
    private Optional<WireException> damage = Optional.empty();

    /// Indexes the message in `[from, to)` of `bytes`, up to the first byte that cannot be read.
    static WireIndex of(byte[] bytes, int from, int to) {
        var index = new WireIndex();
        var cursor = new WireCursor(bytes, from, to);
        while (!cursor.atEnd() && index.damage.isEmpty()) {
            int start = cursor.at();
            if (index.size == MOST_FIELDS) {
                index.damage =
                        Optional.of(
                                new WireException(
                                        start, "more than %d fields".formatted(MOST_FIELDS)));
                break;
            }
            try {
                int tag = cursor.tag();
                int value = cursor.skip(tag);
                index.add(start, tag, value, cursor.at());
            } catch (WireException malformed) {
                // The whole field is lost, so the damage begins with its tag.
                index.damage = Optional.of(new WireException(start, malformed.text()));
            }
        }
        return index;
    }

    private void add(int start, int tag, int value, int end) {
        if (size == starts.length) {
            int capacity = size + (size >> 1) + 8;
            starts = Arrays.copyOf(starts, capacity);
            tags = Arrays.copyOf(tags, capacity);
            values = Arrays.copyOf(values, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        starts[size] = start;
        tags[size] = tag;
        values[size] = value;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    /// Offset of the tag of field `i`.
    int start(int i) {
        return starts[i];
    }

    int number(int i) {
        return tags[i] >>> 3;
    }

    int wireType(int i) {
        return tags[i] & 7;
    }

    /// Offset of the value of field `i`, tag and length aside.
    int value(int i) {
        return values[i];
    }

    int end(int i) {
        return ends[i];
    }

    /// What ended the message early.
    Optional<WireException> damage() {
        return damage;
    }

    /// How often the field occurs.
    int count(int number) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += number(i) == number ? 1 : 0;
        }
        return count;
    }

    /// The fields by ascending number; those of one number as they lie in the message.
    int[] byNumber() {
        var order = new long[size];
        var sorted = true;
        for (int i = 0; i < size; i++) {
            order[i] = (long) number(i) << 32 | i;
            sorted &= i == 0 || order[i - 1] < order[i];
        }
        if (!sorted) {
            Arrays.sort(order);
        }
        var result = new int[size];
        for (int i = 0; i < size; i++) {
            result[i] = (int) order[i];
        }
        return result;
    }
}
