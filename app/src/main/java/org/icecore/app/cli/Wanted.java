package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointCandidate;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.CheckpointsFound;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// A checkpoint that is to be opened.
///
/// @param source the archive and how far to unpack it
/// @param name which of several in it, as [CheckpointCandidate#name()] tells; empty for the only one
record Wanted(CheckpointSource source, Optional<String> name) {

    /// The only one in an archive.
    static Wanted of(Path archive) {
        return new Wanted(CheckpointSource.of(archive), Optional.empty());
    }

    /// How it is called in answers: after the archive, or after its own name where it was named.
    CheckpointId id() {
        return name.filter(own -> !own.startsWith("("))
                .map(own -> Terminal.id(own.replaceFirst(".*(: |/)", "")))
                .orElseGet(() -> Terminal.id(source.path()));
    }

    /// Where it is, exactly.
    ///
    /// @throws EvidenceException if none is called so
    CheckpointSource exact(Progress progress) throws EvidenceException {
        if (name.isEmpty()) {
            return source;
        }
        var found = Checkpoint.find(source, progress);
        return found.candidates().stream()
                .filter(candidate -> candidate.name().equals(name.get()))
                .map(CheckpointCandidate::source)
                .findFirst()
                .orElseThrow(() -> notThere(found));
    }

    private EvidenceException notThere(CheckpointsFound found) {
        var all = found.candidates();
        return new EvidenceException(
                new Location(source.path().toString(), new ByteRange(0, 0)),
                "holds no checkpoint of the name %s%s%s"
                        .formatted(
                                name.orElseThrow(),
                                all.isEmpty()
                                        ? ", nor any other"
                                        : all.stream()
                                                .map(CheckpointCandidate::name)
                                                .collect(
                                                        Collectors.joining(
                                                                ", ", "; it holds ", "")),
                                found.beside().stream()
                                        .findFirst()
                                        .map(defect -> "; not all was looked into: " + defect)
                                        .orElse("")));
    }
}
