package org.icecore.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Unpacking;

/// Where a checkpoint is to be found.
///
/// @param path of the file or folder
/// @param within which of several checkpoints there, by its name; empty for the only one
/// @param parents files or folders with the dumps before an incremental one, the nearest first, or with the pages that a
///     page server kept
/// @param unpacking where and how far what is compressed is unpacked
public record CheckpointSource(
        Path path, Optional<String> within, List<Path> parents, Unpacking unpacking) {

    public CheckpointSource {
        parents = List.copyOf(parents);
    }

    /// The only checkpoint at `path`.
    public static CheckpointSource of(Path path) {
        return new CheckpointSource(path, Optional.empty(), List.of(), Unpacking.standard());
    }

    /// The one of that name at the same path.
    public CheckpointSource named(String name) {
        return new CheckpointSource(path, Optional.of(name), parents, unpacking);
    }

    /// The same with the dumps that it refers to.
    public CheckpointSource withParents(List<Path> others) {
        return new CheckpointSource(path, within, others, unpacking);
    }

    /// The same with another limit for what is unpacked, for an examiner who knows that it is that large.
    public CheckpointSource unpackedBy(Unpacking other) {
        return new CheckpointSource(path, within, parents, other);
    }

    /// What [#within] calls it, without the `/` or `: ` at its end; empty text for what lies at the top.
    public Optional<String> name() {
        return within.map(way -> new MemberPath(way).name());
    }

    @Override
    public String toString() {
        return within.map(name -> path + MemberPath.INTO + (name.isEmpty() ? "(top)" : name))
                .orElse(path.toString());
    }
}
