package org.icecore.criu.field;

import org.icecore.evidence.Amount;

/// Reads the tags, lengths and numbers of protobuf from `[at, end)` of an array; never past the end.
///
/// Format: Protocol Buffers documentation, "Encoding".
final class WireCursor {

    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int DELIMITED = 2;
    static final int GROUP = 3;
    static final int GROUP_END = 4;
    static final int FIXED_32 = 5;

    private static final int LONGEST_VARINT = 10;
    private static final int DEEPEST_GROUP = 32;

    private final byte[] bytes;
    private final int end;
    private int at;

    WireCursor(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= end;
    }

    /// A tag: field number and wire type.
    int tag() throws WireException {
        int start = at;
        long tag = varint();
        if (tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw new WireException(start, "0x%x is no tag of a field".formatted(tag));
        }
        return (int) tag;
    }

    long varint() throws WireException {
        int start = at;
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at >= end) {
                throw new WireException(start, "a number reaches beyond the end");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        throw new WireException(start, "a number of more than 10 bytes");
    }

    long fixed(int length) throws WireException {
        if (length > end - at) {
            throw new WireException(
                    at,
                    "%d bytes of a number, of which %s there"
                            .formatted(length, Amount.are(end - at)));
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (bytes[at + i] & 0xffL) << 8 * i;
        }
        at += length;
        return value;
    }

    /// Goes behind the value that follows `tag`, and gives where it begins: after the length where there is one.
    int skip(int tag) throws WireException {
        int start = at;
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED_64 -> fixed(Long.BYTES);
            case FIXED_32 -> fixed(Integer.BYTES);
            case DELIMITED -> {
                long length = varint();
                if (length < 0 || length > end - at) {
                    throw new WireException(
                            start,
                            "a value of %s bytes, of which %s there"
                                    .formatted(
                                            Long.toUnsignedString(length), Amount.are(end - at)));
                }
                start = at;
                at += (int) length;
            }
            case GROUP -> group(tag >>> 3);
            case GROUP_END -> throw new WireException(start, "end of a group that has not begun");
            default -> throw new WireException(start, "wire type %d".formatted(tag & 7));
        }
        return start;
    }

    private void group(int number) throws WireException {
        int[] open = new int[DEEPEST_GROUP];
        open[0] = number;
        for (int depth = 1; depth > 0; ) {
            int start = at;
            int tag = tag();
            if ((tag & 7) == GROUP) {
                if (depth == DEEPEST_GROUP) {
                    throw new WireException(start, "more than 32 groups in one another");
                }
                open[depth++] = tag >>> 3;
            } else if ((tag & 7) == GROUP_END) {
                if (open[--depth] != tag >>> 3) {
                    throw new WireException(start, "end of a group that has not begun");
                }
            } else {
                skip(tag);
            }
        }
    }
}
