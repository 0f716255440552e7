package org.icecore.evidence;

import java.util.concurrent.CancellationException;

/// What long work tells about itself, and how it learns that nobody wants it any more.
public interface Progress {

    /// Reports that `done` of `total` units (bytes, as a rule) are done; `total` is -1 where it is not known.
    ///
    /// @throws CancellationException if the work is to stop
    void advance(long done, long total);

    /// Work that nobody watches and nobody cancels.
    static Progress unwatched() {
        return (_, _) -> {};
    }
}
