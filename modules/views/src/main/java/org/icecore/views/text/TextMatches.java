package org.icecore.views.text;

import java.util.ArrayList;
import java.util.List;

/// Where a text occurs in another, without overlaps.
///
/// @param starts ascending
/// @param complete false if there are more than are listed
record TextMatches(List<Integer> starts, int length, boolean complete) {
    /// No more matches are listed: nobody looks at them one by one.
    static final int MOST = 10_000;

    TextMatches {
        starts = List.copyOf(starts);
    }

    static TextMatches of(String text, String sought, boolean anyCase) {
        var starts = new ArrayList<Integer>();
        int last = text.length() - sought.length();
        for (int at = 0; !sought.isEmpty() && at <= last; ) {
            int found = anyCase ? indexOf(text, sought, at, last) : text.indexOf(sought, at);
            if (found < 0) {
                break;
            }
            if (starts.size() == MOST) {
                return new TextMatches(starts, sought.length(), false);
            }
            starts.add(found);
            at = found + sought.length();
        }
        return new TextMatches(starts, sought.length(), true);
    }

    private static int indexOf(String text, String sought, int from, int last) {
        for (int at = from; at <= last; at++) {
            if (text.regionMatches(true, at, sought, 0, sought.length())) {
                return at;
            }
        }
        return -1;
    }

    /// The number of the first match behind `position`, going on at the start; -1 if there is none.
    int after(int position) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i) >= position) {
                return i;
            }
        }
        return starts.isEmpty() ? -1 : 0;
    }

    /// The number of the last match before `position`, going on at the end; -1 if there is none.
    int before(int position) {
        for (int i = starts.size() - 1; i >= 0; i--) {
            if (starts.get(i) < position) {
                return i;
            }
        }
        return starts.size() - 1;
    }
}
