package org.icecore.checkpoint.image;

import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.field.EntryWalk;
import org.icecore.criu.field.FieldEntry;
import org.icecore.criu.field.FieldTree;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Goes through an image: its magic, then its entries, one at a time.
public final class FieldWalk {

    private final ByteSource source;
    private final FieldTree tree;
    private final EntryWalk entries;
    private boolean begun;
    private long count;

    private FieldWalk(ByteSource source, FieldTree tree) {
        this.source = source;
        this.tree = tree;
        this.entries = tree.entries();
    }

    static FieldWalk of(ByteSource source, ImageKind kind) throws EvidenceException {
        return new FieldWalk(source, FieldTree.of(source, kind));
    }

    /// The next field of the image itself: the magic, `entries[0]`, `entries[1]` and so on; empty after the last one
    /// that can be read.
    public Optional<ImageField> next() throws EvidenceException {
        if (!begun) {
            begun = true;
            if (tree.header().range().length() > 0) {
                return Optional.of(ImageField.of(source, tree.header()));
            }
        }
        Optional<FieldEntry> entry = entries.next();
        return entry.map(found -> ImageField.of(source, found.node("entries[%d]".formatted(count++))));
    }

    /// What was found to be wrong so far.
    public List<Defect> defects() {
        return entries.defects();
    }
}
