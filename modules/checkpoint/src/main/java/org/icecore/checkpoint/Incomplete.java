package org.icecore.checkpoint;

import java.util.Optional;

/// A list that was read from an image which may have held more.
public interface Incomplete {

    /// What hides the rest; empty if the image was read to its end.
    Optional<String> loss();

    /// What hides the rest of that list; empty if nothing does.
    static Optional<String> loss(Observed<?> list) {
        return list.found()
                .filter(Incomplete.class::isInstance)
                .map(Incomplete.class::cast)
                .flatMap(Incomplete::loss);
    }
}
