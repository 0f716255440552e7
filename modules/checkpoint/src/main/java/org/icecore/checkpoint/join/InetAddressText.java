package org.icecore.checkpoint.join;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.StringJoiner;

/// Addresses as CRIU writes them: 32-bit words whose bytes, in the byte order of the dumped computer, are in network order.
final class InetAddressText {

    private static final int GROUPS = 8;

    private InetAddressText() {}

    /// The address in the usual notation: one word is IPv4, four are IPv6; anything else is shown as it is.
    static String of(List<Integer> words, ByteOrder order) {
        if (words.size() != 1 && words.size() != 4) {
            return "address of %d words".formatted(words.size());
        }
        var bytes = ByteBuffer.allocate(4 * words.size()).order(order);
        words.forEach(bytes::putInt);
        bytes.order(ByteOrder.BIG_ENDIAN).flip();
        return words.size() == 1 ? dotted(bytes) : colons(bytes);
    }

    private static String dotted(ByteBuffer bytes) {
        var text = new StringJoiner(".");
        while (bytes.hasRemaining()) {
            text.add(Integer.toString(Byte.toUnsignedInt(bytes.get())));
        }
        return text.toString();
    }

    /// RFC 5952: the longest run of at least two zero groups becomes `::`.
    private static String colons(ByteBuffer bytes) {
        var groups = new int[GROUPS];
        for (var i = 0; i < GROUPS; i++) {
            groups[i] = Short.toUnsignedInt(bytes.getShort());
        }
        if (groups[0] == 0
                && groups[1] == 0
                && groups[2] == 0
                && groups[3] == 0
                && groups[4] == 0
                && groups[5] == 0xffff) {
            return "::ffff:" + dotted(bytes.position(12));
        }
        var best = 0;
        var length = 1;
        for (var i = 0; i < GROUPS; i++) {
            var end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                best = i;
                length = end - i;
            }
        }
        if (length < 2) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, best) + "::" + join(groups, best + length, GROUPS);
    }

    private static String join(int[] groups, int from, int to) {
        var text = new StringJoiner(":");
        for (var i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
