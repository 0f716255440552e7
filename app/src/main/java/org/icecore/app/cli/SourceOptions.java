package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.CheckpointSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of all commands that open checkpoints: which of several, with which other dumps, and how far to unpack.
final class SourceOptions {

    @Option(
            names = "--checkpoint",
            paramLabel = "NAME",
            description =
                    "Which checkpoint, where a file or folder holds several; \"icecore show\" lists their names. Where two"
                            + " archives are given: once for both, or twice.")
    private List<String> names = List.of();

    @Option(
            names = "--parent",
            paramLabel = "FILE",
            description =
                    "The dump before an incremental one (an archive that was written with --pre-checkpoint, a folder of a"
                            + " pre-dump), or the folder with the pages that a page server kept. Once for each; what is none"
                            + " is refused.")
    private List<Path> parents = List.of();

    @Mixin private LimitOption limit = new LimitOption();

    /// Whether any of them was given.
    boolean given() {
        return !names.isEmpty() || !parents.isEmpty() || limit.given();
    }

    /// What is to be opened for an archive that is given.
    ///
    /// @param index of the archive among those given
    Wanted of(Path archive, int index) {
        var name =
                names.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(names.get(Math.min(index, names.size() - 1)));
        return new Wanted(source(archive), name);
    }

    /// Where an archive is, without a name or other dumps.
    CheckpointSource source(Path archive) {
        return CheckpointSource.of(archive).unpackedBy(limit.unpacking());
    }

    /// All evidence that is read for these archives.
    List<Path> evidence(List<Path> archives) {
        return Stream.concat(archives.stream(), parents.stream()).toList();
    }

    /// The other dumps, for whichever checkpoint refers to them.
    Supply supply() {
        return new Supply(parents);
    }
}
