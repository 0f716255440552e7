package org.icecore.views.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Digest;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;

/// The digests of what lies on the bench.
record Hashing(BenchWork work) {
    /// Computes the digests of the files of an item that was opened.
    void begin(BenchItem item, Checkpoint checkpoint) {
        begin(checkpoint.archive(), item::digest);
        beginFurther(item, checkpoint);
    }

    /// Computes the digests of the other files that an item takes pages from.
    void beginFurther(BenchItem item, Checkpoint checkpoint) {
        var further = checkpoint.archive().further();
        item.further(
                further.stream()
                        .map(file -> new FurtherFile(file.path(), new DigestState.Awaited()))
                        .toList());
        further.forEach(file -> begin(file, state -> item.further(file.path(), state)));
    }

    private void begin(Archive archive, Consumer<DigestState> told) {
        if (archive.packing() == Archive.Packing.DIRECTORY) {
            told.accept(new DigestState.Unavailable("a folder has no digest of its own"));
            return;
        }
        var job = work.digest(archive);
        told.accept(new DigestState.Computing(job));
        job.whenDone(
                end ->
                        told.accept(
                                switch (end) {
                                    case Outcome.Done<Digest>(var digest) ->
                                            new DigestState.Known(digest);
                                    case Outcome.Failed<Digest> failed ->
                                            new DigestState.Unavailable(failed.message());
                                    case Outcome.Cancelled<Digest> _ ->
                                            new DigestState.Unavailable("hashing was cancelled");
                                }));
    }

    /// The jobs at work.
    static List<Job<Digest>> of(BenchItem item) {
        return Stream.concat(
                        Stream.of(item.sha256().get()),
                        item.further().get().stream().map(FurtherFile::sha256))
                .filter(DigestState.Computing.class::isInstance)
                .map(state -> ((DigestState.Computing) state).job())
                .toList();
    }
}
