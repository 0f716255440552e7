package org.icecore.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.CheckpointSource;

/// The dumps that were supplied to a checkpoint, as a line of the preferences.
///
/// Only where they lie is remembered, never that they belong to it, nor a limit that was raised: what is opened again is
/// verified again, and an archive that unpacks to very much asks again.
///
/// @param item what tells the checkpoint from others, by [#name]
/// @param parents absolute, the nearest first
record SuppliedParents(String item, List<Path> parents) {
    SuppliedParents {
        parents = List.copyOf(parents);
    }

    /// The parents of a source.
    static SuppliedParents of(CheckpointSource source) {
        return new SuppliedParents(
                name(source), source.parents().stream().map(SuppliedParents::absolute).toList());
    }

    /// What tells the checkpoints of all sources apart, whatever was supplied to them.
    static String name(CheckpointSource source) {
        return source.within()
                .map(within -> absolute(source.path()) + "\n" + within)
                .orElseGet(() -> absolute(source.path()).toString());
    }

    /// Both as one line.
    String line() {
        return Stream.concat(Stream.of(item), parents.stream().map(Path::toString))
                .map(EditorKeyText::encoded)
                .collect(Collectors.joining(" "));
    }

    /// What a line says; empty if it is not one of ours.
    static Optional<SuppliedParents> read(String line) {
        try {
            var words = Stream.of(line.split(" ")).map(EditorKeyText::decoded).toList();
            return words.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new SuppliedParents(
                                    words.getFirst(),
                                    words.stream().skip(1).map(Path::of).toList()));
        } catch (IllegalArgumentException _) {
            // Edited by hand, or the path of another platform.
            return Optional.empty();
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
