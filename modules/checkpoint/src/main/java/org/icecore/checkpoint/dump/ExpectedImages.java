package org.icecore.checkpoint.dump;

import java.util.List;

/// Which images a dump should have by what its own images say, and which of them it lacks.
///
/// Only images that CRIU always writes in such a case count. Those that it writes only if there is something to write (queues,
/// locks, tracked connections) are no loss when they are not there.
///
/// @param expected how many there should be
/// @param missingCount how many of them are not there
/// @param missing the first of these
public record ExpectedImages(long expected, long missingCount, List<MissingImage> missing) {

    public ExpectedImages {
        missing = List.copyOf(missing);
    }
}
