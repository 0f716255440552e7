package org.icecore.fuzz;

import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.StoredFiles;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// What holds of a joined checkpoint, however damaged.
final class CheckpointPromises {

    private static final int MOST_READ = 1 << 20;

    private CheckpointPromises() {}

    static void check(Checkpoint checkpoint) {
        for (var defect : checkpoint.defects()) {
            Promise.that(!defect.text().isBlank(), () -> "no word on what is wrong");
            checkpoint
                    .archive()
                    .find(defect.at().member())
                    .ifPresent(
                            member ->
                                    Promise.within(
                                            defect.at().range(), member.size(), defect.toString()));
        }
        for (var task : checkpoint.tasks().all()) {
            Promise.that(
                    checkpoint.tasks().find(task.pid()).isPresent(),
                    () -> task.pid() + " is not found");
        }
        files(checkpoint);
        for (var member : checkpoint.members()) {
            try {
                checkpoint
                        .unknownFields(member)
                        .fields()
                        .forEach(field -> Promise.that(!field.title().isEmpty(), field::toString));
            } catch (EvidenceException refusal) {
                Promise.located(refusal);
            }
        }
        MemoryQuestions.ask(checkpoint);
    }

    private static void files(Checkpoint checkpoint) {
        for (var file : checkpoint.files()) {
            var ref = new org.icecore.checkpoint.ArtefactRef.OfOpenFile(checkpoint.id(), file.id());
            StoredFiles.of(checkpoint, ref, Progress.unwatched())
                    .found()
                    .ifPresent(
                            found -> {
                                var bytes = found.bytes();
                                try {
                                    bytes.bytes(0, (int) Math.min(bytes.size(), MOST_READ));
                                } catch (EvidenceException refusal) {
                                    Promise.located(refusal);
                                }
                            });
        }
    }
}
