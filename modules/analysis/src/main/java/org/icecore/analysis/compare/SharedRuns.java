package org.icecore.analysis.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.Location;

/// Runs that were found in pieces of shared segments, so that a segment that many tasks map is read once.
///
/// Runs are kept as offsets from the beginning of the piece.
final class SharedRuns {

    private final Map<Key, RangeList> known = new HashMap<>();

    private record Key(Location before, Location after) {}

    Optional<RangeList> find(Piece piece) {
        return key(piece).flatMap(key -> Optional.ofNullable(known.get(key)));
    }

    void keep(Piece piece, RangeList offsets) {
        key(piece).ifPresent(key -> known.put(key, offsets));
    }

    boolean wants(Piece piece) {
        return key(piece).isPresent();
    }

    private static Optional<Key> key(Piece piece) {
        return piece.before() instanceof Origin.Captured(var first, var firstStore)
                        && piece.after() instanceof Origin.Captured(var second, var secondStore)
                        && firstStore == Origin.Store.SHARED
                        && secondStore == Origin.Store.SHARED
                ? Optional.of(new Key(first, second))
                : Optional.empty();
    }
}
