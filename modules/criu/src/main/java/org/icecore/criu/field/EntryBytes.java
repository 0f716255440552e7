package org.icecore.criu.field;

import java.util.Arrays;
import org.icecore.evidence.ByteRange;

/// The bytes of one message of an image, and where they lie in it.
public final class EntryBytes {

    private final byte[] array;
    private final long start;

    EntryBytes(byte[] array, long start) {
        this.array = array;
        this.start = start;
    }

    /// Two messages behind one another: how protobuf merges two occurrences of a field that is to occur once. Ranges
    /// are then those of the first.
    static EntryBytes joined(EntryBytes first, int from, int to, EntryBytes next, int of, int end) {
        byte[] both =
                Arrays.copyOf(Arrays.copyOfRange(first.array, from, to), to - from + end - of);
        System.arraycopy(next.array, of, both, to - from, end - of);
        return new EntryBytes(both, first.start + from);
    }

    byte[] array() {
        return array;
    }

    /// Where `[from, to)` of these bytes lies in the image.
    ByteRange range(int from, int to) {
        return new ByteRange(start + from, start + to);
    }

    /// A copy of `[from, to)`.
    public byte[] copy(int from, int to) {
        return Arrays.copyOfRange(array, from, to);
    }
}
