package org.icecore.views.compare;

import org.icecore.views.bench.Pair;

/// How to undo that a comparison was begun, and shown, without having been asked for by name.
///
/// @param pair the two that are compared; once they are not any more, there is nothing to undo
/// @param why it was begun: `the two were dropped on the window together`
/// @param where it leads back to: `Triage`
/// @param go takes the comparison back and goes there
public record WayBack(Pair pair, String why, String where, Runnable go) {

    boolean undoes(Pair present) {
        return present.has(pair.before()) && present.has(pair.after());
    }
}
