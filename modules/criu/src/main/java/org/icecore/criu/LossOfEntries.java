package org.icecore.criu;

import java.util.Optional;

/// Notes while a pagemap is read where entries are lost. CRIU writes them in order, so a lost one lay between its neighbours.
final class LossOfEntries {

    private boolean any;
    private boolean open;
    private boolean anywhere;
    private long first = -1;
    private long last;
    /// First address behind the entries so far.
    private long end;

    /// An entry is lost here, or all from here on.
    void here() {
        any = true;
        open = true;
        first = Long.compareUnsigned(end, first) < 0 ? end : first;
    }

    /// The order is lost, so nobody can tell where one lay.
    void anywhere() {
        anywhere = true;
    }

    /// An entry that holds `[start, end)` is there.
    void passed(long start, long end) {
        if (open) {
            last = Long.compareUnsigned(start - 1, last) > 0 ? start - 1 : last;
            open = false;
        }
        this.end = end;
    }

    /// What may be lost once all of the file is read.
    Optional<LostEntries> found() {
        if (anywhere) {
            return Optional.of(LostEntries.ANYWHERE);
        }
        return any ? Optional.of(new LostEntries(first, open ? -1 : last)) : Optional.empty();
    }
}
