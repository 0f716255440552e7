package org.icecore.checkpoint.join;

import java.util.Optional;
import org.icecore.criu.Pagemap;
import org.icecore.evidence.Location;

/// Where pages are left to a dump before, although no link leads to one. Safe for use by several threads.
final class UnlinkedPages {

    private Optional<Location> first = Optional.empty();

    /// Notes those of a pagemap that belongs to no parent.
    synchronized void note(Pagemap pagemap) {
        if (first.isEmpty()) {
            first = pagemap.inherited().map(run -> run.at());
        }
    }

    /// The first that was noted.
    synchronized Optional<Location> first() {
        return first;
    }
}
