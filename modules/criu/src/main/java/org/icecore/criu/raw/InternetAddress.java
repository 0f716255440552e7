package org.icecore.criu.raw;

import java.util.StringJoiner;

/// Addresses of the Internet as text; IPv6 in the form of RFC 5952, without the dotted form for embedded IPv4 addresses,
/// as Python has it.
public final class InternetAddress {

    private static final int GROUPS = 8;

    private InternetAddress() {}

    /// The address as text.
    ///
    /// @param bytes 4 or 16, in the order of the network
    public static String text(byte[] bytes) {
        if (bytes.length == 4) {
            return "%d.%d.%d.%d"
                    .formatted(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255, bytes[3] & 255);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 255) << 8 | bytes[2 * i + 1] & 255;
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        if (length < 2) {
            return groups(groups, 0, GROUPS);
        }
        return groups(groups, 0, start) + "::" + groups(groups, start + length, GROUPS);
    }

    private static String groups(int[] groups, int from, int to) {
        var text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
