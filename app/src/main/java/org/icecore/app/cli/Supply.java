package org.icecore.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// The dumps that were supplied as parents. Each goes to the checkpoints that refer to it: in which order they were given
/// does not matter, and one that two archives share is given once.
final class Supply {

    private final List<Path> parents;
    private final Set<Path> used = new LinkedHashSet<>();
    private final Map<Path, EvidenceException> refused = new LinkedHashMap<>();

    Supply(List<Path> parents) {
        this.parents = List.copyOf(parents);
    }

    /// Opens a checkpoint with as many of its parents as are here.
    Checkpoint open(CheckpointSource source, CheckpointId id, Progress progress)
            throws EvidenceException {
        var checkpoint = Checkpoint.open(source, id, progress);
        var mine = new ArrayList<Path>();
        for (var next = next(checkpoint, mine, id, source, progress);
                next.isPresent();
                next = next(checkpoint, mine, id, source, progress)) {
            checkpoint.close();
            checkpoint = next.get();
        }
        used.addAll(mine);
        return checkpoint;
    }

    /// The same checkpoint with one parent more, which is added to `mine`; nothing if none is missing or none fits. A dump
    /// earlier than the parent fits, too: of several the one against which least speaks is taken, and the latest of these.
    private Optional<Checkpoint> next(
            Checkpoint checkpoint,
            List<Path> mine,
            CheckpointId id,
            CheckpointSource source,
            Progress progress) {
        if (!lacks(checkpoint)) {
            return Optional.empty();
        }
        var best = Optional.<Fit>empty();
        for (var parent : parents) {
            if (!mine.contains(parent)) {
                var tried = new ArrayList<>(mine);
                tried.add(parent);
                try {
                    var fit =
                            new Fit(
                                    parent,
                                    Checkpoint.open(source.withParents(tried), id, progress));
                    if (best.isEmpty() || Fit.BEST_FIRST.compare(fit, best.get()) < 0) {
                        best.ifPresent(other -> other.checkpoint().close());
                        best = Optional.of(fit);
                    } else {
                        fit.checkpoint().close();
                    }
                } catch (EvidenceException e) {
                    refused.putIfAbsent(parent, e);
                }
            }
        }
        best.ifPresent(fit -> mine.add(fit.parent()));
        return best.map(Fit::checkpoint);
    }

    /// A checkpoint that was opened with a parent more.
    private record Fit(Path parent, Checkpoint checkpoint) {

        static final Comparator<Fit> BEST_FIRST =
                Comparator.comparingInt(Fit::doubts).thenComparing(Fit::earlier);

        private int doubts() {
            return checkpoint.account().parents().stream()
                    .mapToInt(kinship -> kinship.doubts().size())
                    .sum();
        }

        private Duration earlier() {
            return checkpoint.account().parents().stream()
                    .reduce((_, last) -> last)
                    .flatMap(Kinship::earlier)
                    .orElse(Duration.ofSeconds(Long.MAX_VALUE));
        }
    }

    /// Whether a dump that it refers to is not here.
    static boolean lacks(Checkpoint checkpoint) {
        return switch (checkpoint.ancestry()) {
            case Ancestry.ParentMissing missing -> missing.used();
            case Ancestry.PagesMissing _ -> true;
            case Ancestry.Whole _, Ancestry.Complete _ -> false;
        };
    }

    /// Makes sure that what was supplied was of use.
    ///
    /// @throws EvidenceException that says of the first that was not why
    void check() throws EvidenceException {
        for (var parent : parents) {
            if (!used.contains(parent)) {
                var at = new Location(parent.toString(), new ByteRange(0, 0));
                var reason = refused.get(parent);
                throw reason == null
                        ? new EvidenceException(
                                at,
                                "supplied as a parent, but nothing refers to one that is not here")
                        : new EvidenceException(
                                at, "refused as a parent: " + reason.getMessage(), reason);
            }
        }
    }
}
