package org.icecore.views.images;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.image.Image;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.MemberKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;

/// Opens members that are images with fields. Leaves all others, and those that cannot be read, to the next factory.
///
/// @param checkpoints the open checkpoints by their ids
/// @param several whether several are open, so that titles have to name theirs
public record ImageEditors(
        Function<CheckpointId, Optional<Checkpoint>> checkpoints,
        ObservableValue<Boolean> several,
        WorkbenchServices services)
        implements EditorFactory {

    /// The editors over a bench.
    public static ImageEditors of(Bench bench, WorkbenchServices services) {
        return new ImageEditors(bench::checkpoint, bench.several(), services);
    }

    @Override
    public Optional<Editor> open(Object key) {
        return key instanceof MemberKey member
                ? checkpoints
                        .apply(member.checkpoint())
                        .flatMap(checkpoint -> open(member, checkpoint))
                : Optional.empty();
    }

    private Optional<Editor> open(MemberKey key, Checkpoint checkpoint) {
        var member =
                checkpoint
                        .archive()
                        .find(key.member())
                        .filter(found -> found.type() == Member.Type.FILE && found.size() > 0);
        try {
            if (member.isPresent() && checkpoint.member(key.member()).isPresent()) {
                return Image.recognise(key.member(), checkpoint.archive().beginning(member.get()))
                        .filter(Image::hasFields)
                        .map(image -> new ImageEditor(key, checkpoint, image, several, services));
            }
        } catch (EvidenceException _) {
            // The editor of bytes shows what can be read and says why the rest cannot.
        }
        return Optional.empty();
    }
}
