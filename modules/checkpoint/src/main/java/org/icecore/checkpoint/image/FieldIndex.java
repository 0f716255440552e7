package org.icecore.checkpoint.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.field.EntryWalk;
import org.icecore.criu.field.FieldEntry;
import org.icecore.criu.field.FieldTree;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// The magic and the entries of an image by number, each read when it is asked for: 8 bytes of heap an entry.
///
/// Safe for use by several threads.
public final class FieldIndex {

    private final ByteSource source;
    private final Optional<FieldTree> tree;
    private final List<ImageField> kept;
    private final long[] starts;
    private final List<Defect> defects;

    private FieldIndex(
            ByteSource source,
            Optional<FieldTree> tree,
            List<ImageField> kept,
            long[] starts,
            List<Defect> defects) {
        this.source = source;
        this.tree = tree;
        this.kept = List.copyOf(kept);
        this.starts = starts;
        this.defects = List.copyOf(defects);
    }

    /// Keeps the fields of a walk, for images whose fields hold no bytes.
    static FieldIndex of(ByteSource source, FieldWalk walk, Progress progress)
            throws EvidenceException {
        var kept = new ArrayList<ImageField>();
        for (Optional<ImageField> field = walk.next(); field.isPresent(); field = walk.next()) {
            progress.advance(field.get().range().end(), source.size());
            kept.add(field.get());
        }
        return new FieldIndex(source, Optional.empty(), kept, new long[0], walk.defects());
    }

    /// Keeps where the entries of the image begin.
    static FieldIndex of(FieldTree tree, Progress progress) throws EvidenceException {
        var starts = new long[16];
        int count = 0;
        EntryWalk walk = tree.entries();
        for (Optional<FieldEntry> entry = walk.next(); entry.isPresent(); entry = walk.next()) {
            progress.advance(entry.get().range().end(), tree.source().size());
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count + (count >> 1));
            }
            starts[count++] = entry.get().range().start();
        }
        return new FieldIndex(
                tree.source(),
                Optional.of(tree),
                List.of(ImageField.of(tree.source(), tree.header())),
                Arrays.copyOf(starts, count),
                walk.defects());
    }

    /// How many there are, the magic included.
    public int size() {
        return kept.size() + starts.length;
    }

    /// The field with that number; the magic is the first.
    ///
    /// @throws EvidenceException if its bytes can no longer be read
    public ImageField at(int i) throws EvidenceException {
        if (i < kept.size()) {
            return kept.get(i);
        }
        int entry = i - kept.size();
        FieldEntry found =
                tree.orElseThrow(() -> new IndexOutOfBoundsException(i)).entryAt(starts[entry]);
        return ImageField.of(source, found.node("entries[%d]".formatted(entry)));
    }

    /// What is wrong with sizes, payloads and the header; damage inside a message is a field of it.
    public List<Defect> defects() {
        return defects;
    }
}
