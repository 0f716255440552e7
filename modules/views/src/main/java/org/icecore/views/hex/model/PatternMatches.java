package org.icecore.views.hex.model;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.search.BytePattern;

/// Where a pattern matches in bytes that have a value; what was not captured matches nothing.
public final class PatternMatches {
    private PatternMatches() {}

    /// All matches, overlapping ones included.
    public static List<AddressSpan> in(HexBytes bytes, BytePattern pattern) {
        var found = new ArrayList<AddressSpan>();
        int last = bytes.length() - pattern.length();
        for (int at = first(bytes, pattern, 0, last);
                at >= 0;
                at = first(bytes, pattern, at + 1, last)) {
            found.add(AddressSpan.of(bytes.address() + at, pattern.length()));
        }
        return found;
    }

    /// The first index in `[from, to]` at which a match begins, -1 if none.
    static int first(HexBytes bytes, BytePattern pattern, int from, int to) {
        int end = to + pattern.length();
        int at = pattern.find(bytes.values(), from, end);
        while (at >= 0 && !known(bytes, pattern, at)) {
            at = pattern.find(bytes.values(), at + 1, end);
        }
        return at;
    }

    /// The last index in `[from, to]` at which a match begins, -1 if none.
    static int last(HexBytes bytes, BytePattern pattern, int from, int to) {
        int at = pattern.findLast(bytes.values(), from, to + pattern.length());
        while (at >= 0 && !known(bytes, pattern, at)) {
            at = pattern.findLast(bytes.values(), from, at - 1 + pattern.length());
        }
        return at;
    }

    private static boolean known(HexBytes bytes, BytePattern pattern, int at) {
        return bytes.knownPrefix(at, at + pattern.length()) == pattern.length();
    }
}
