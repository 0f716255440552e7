package org.icecore.app.desktop;

import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.MemberBytesKey;
import org.icecore.views.desk.StoredFileKey;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.part.Parts;

/// Lets the views follow the editors: whoever turns to an editor of another checkpoint sees that checkpoint everywhere.
///
/// An editor of the checkpoint that is selected already changes nothing.
final class EditorPlace {
    private static final String SOURCE = "editor";

    private final Bench bench;
    private final BenchSelection selection;
    private boolean quiet;

    private EditorPlace(Bench bench, BenchSelection selection) {
        this.bench = bench;
        this.selection = selection;
    }

    /// Follows the editors from now on.
    static EditorPlace follow(Parts parts, Bench bench, BenchSelection selection) {
        var place = new EditorPlace(bench, selection);
        parts.frontEditor().subscribe(front -> front.ifPresent(place::turnTo));
        parts.activePart()
                .subscribe(
                        active -> {
                            if (active.orElse(null) instanceof PartRef.OfEditor(var key)) {
                                place.turnTo(key);
                            }
                        });
        return place;
    }

    /// Opens editors that nobody turned to: a file that is open at last takes nothing away from what is worked on.
    void quietly(Runnable opening) {
        quiet = true;
        try {
            opening.run();
        } finally {
            quiet = false;
        }
    }

    private void turnTo(Object key) {
        shows(key)
                .filter(_ -> !quiet)
                .filter(ref -> bench.item(ref.checkpoint()).isPresent())
                .filter(ref -> !isSelected(ref.checkpoint()))
                .ifPresent(ref -> selection.select(SOURCE, ref));
    }

    private boolean isSelected(CheckpointId id) {
        return selection.item().get().map(BenchItem::id).filter(id::equals).isPresent();
    }

    /// What an editor is about; empty for one that is about no single checkpoint.
    static Optional<ArtefactRef> shows(Object key) {
        return switch (key) {
            case CheckpointId id -> Optional.of(new ArtefactRef.OfCheckpoint(id));
            case MemoryKey memory -> Optional.of(memory.task());
            case MemberKey member -> Optional.of(member.ref());
            case MemberBytesKey bytes -> Optional.of(bytes.ref());
            case StoredFileKey file -> Optional.of(file.ref());
            default -> Optional.empty();
        };
    }
}
