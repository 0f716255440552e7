package org.icecore.views.text;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.StoredFileKey;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorFactory;

/// Opens members that are text. Leaves all others, and those that cannot be read, to the next factory.
///
/// @param checkpoints the open checkpoints by their ids
/// @param several whether several are open, so that titles have to name theirs
public record TextEditors(
        Function<CheckpointId, Optional<Checkpoint>> checkpoints,
        ObservableValue<Boolean> several,
        WorkbenchServices services)
        implements EditorFactory {

    /// Editors of what lies on the bench.
    public static TextEditors of(Bench bench, WorkbenchServices services) {
        return new TextEditors(bench::checkpoint, bench.several(), services);
    }

    @Override
    public Optional<Editor> open(Object key) {
        return switch (key) {
            case MemberKey member ->
                    checkpoints
                            .apply(member.checkpoint())
                            .flatMap(checkpoint -> open(member, checkpoint));
            case StoredFileKey file -> open(file);
            default -> Optional.empty();
        };
    }

    private Optional<Editor> open(StoredFileKey key) {
        var bytes = key.file().bytes();
        try {
            if (bytes.size() > 0 && ContentKind.of(bytes) == ContentKind.TEXT) {
                return Optional.of(
                        new TextEditor(
                                key.ref(),
                                key.file().name(),
                                key.holder(),
                                bytes,
                                several,
                                services));
            }
        } catch (EvidenceException _) {
            // The editor of bytes shows what can be read and says why the rest cannot.
        }
        return Optional.empty();
    }

    private Optional<Editor> open(MemberKey key, Checkpoint checkpoint) {
        var member =
                checkpoint
                        .archive()
                        .find(key.member())
                        .filter(found -> found.type() == Member.Type.FILE);
        try {
            if (member.isPresent()) {
                var source = checkpoint.archive().open(member.get());
                if (source.size() > 0 && ContentKind.of(source) == ContentKind.TEXT) {
                    return Optional.of(
                            new TextEditor(
                                    key.ref(),
                                    key.member(),
                                    checkpoint.title(),
                                    source,
                                    several,
                                    services));
                }
            }
        } catch (EvidenceException _) {
            // The editor of bytes shows what can be read and says why the rest cannot.
        }
        return Optional.empty();
    }
}
