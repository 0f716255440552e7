package org.icecore.checkpoint.image;

import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.field.EntryWalk;
import org.icecore.criu.field.FieldNode;
import org.icecore.criu.field.FieldTree;
import org.icecore.criu.field.RawWalk;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Goes through an image: its magic, then its entries, one at a time; of a raw image its netlink messages or lines.
public final class FieldWalk {

    private final ByteSource source;
    private final Steps steps;

    private FieldWalk(ByteSource source, Steps steps) {
        this.source = source;
        this.steps = steps;
    }

    /// Either of the walks that there are.
    private interface Steps {

        Optional<FieldNode> next() throws EvidenceException;

        List<Defect> defects();
    }

    static FieldWalk of(ByteSource source, ImageKind kind) throws EvidenceException {
        return new FieldWalk(
                source,
                kind.raw()
                        ? new RawSteps(RawWalk.of(source, kind))
                        : new EntrySteps(FieldTree.of(source, kind)));
    }

    /// The next field of the image itself: the magic, `entries[0]`, `entries[1]` and so on; empty after the last one
    /// that can be read.
    public Optional<ImageField> next() throws EvidenceException {
        return steps.next().map(node -> ImageField.of(source, node));
    }

    /// What was found to be wrong so far.
    public List<Defect> defects() {
        return steps.defects();
    }

    private record RawSteps(RawWalk walk) implements Steps {

        @Override
        public Optional<FieldNode> next() throws EvidenceException {
            return walk.next();
        }

        @Override
        public List<Defect> defects() {
            return walk.defects();
        }
    }

    private static final class EntrySteps implements Steps {

        private final FieldTree tree;
        private final EntryWalk entries;
        private final Optional<RawWalk> pages;
        private boolean begun;
        private long count;

        EntrySteps(FieldTree tree) {
            this.tree = tree;
            this.entries = tree.entries();
            this.pages =
                    tree.kind().payload() == PayloadForm.INLINE_PAGES
                            ? Optional.of(RawWalk.ofOldPages(tree))
                            : Optional.empty();
        }

        @Override
        public Optional<FieldNode> next() throws EvidenceException {
            if (!begun) {
                begun = true;
                return Optional.of(tree.header());
            }
            if (pages.isPresent()) {
                return pages.get().next();
            }
            return entries.next().map(entry -> entry.node("entries[%d]".formatted(count++)));
        }

        @Override
        public List<Defect> defects() {
            return pages.isPresent() ? pages.get().defects() : entries.defects();
        }
    }
}
