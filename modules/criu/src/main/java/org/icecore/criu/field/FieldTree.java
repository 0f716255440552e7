package org.icecore.criu.field;

import java.nio.ByteOrder;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageStart;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// An image with header and messages as a tree of fields. Holds none of them: [#entries()] reads one at a time.
///
/// Raw images have no fields; `org.icecore.criu.raw` reads those.
public final class FieldTree {

    private final ByteSource source;
    private final ImageStart start;

    private FieldTree(ByteSource source, ImageStart start) {
        this.source = source;
        this.start = start;
    }

    /// Reads the header.
    ///
    /// @throws EvidenceException if the magics are not those of that kind
    public static FieldTree of(ByteSource source, ImageKind kind) throws EvidenceException {
        return new FieldTree(source, ImageStart.read(source, kind));
    }

    /// Which image it is.
    public ImageKind kind() {
        return start.kind();
    }

    /// The byte order of sizes and semaphores, and that of the computer that was dumped.
    public ByteOrder byteOrder() {
        return start.order();
    }

    /// The bytes of the image; ranges of nodes are offsets in them.
    public ByteSource source() {
        return source;
    }

    /// The magics.
    public FieldNode header() {
        String name = start.kind().magicName().orElse("none");
        var value = new FieldValue.Word(start.kind().magic() & 0xffff_ffffL, name, start.order());
        return new FieldNode("magic", 0, "u32", value, start.header(), start.header());
    }

    /// A walk through the entries from the first on.
    public EntryWalk entries() {
        return EntryWalk.of(source, start);
    }

    /// The entry whose bytes begin at `position`, as a walk found it there.
    ///
    /// @throws EvidenceException if there is none, or the evidence cannot be read any more
    public FieldEntry entryAt(long position) throws EvidenceException {
        EntryWalk walk = entries();
        if (position > start.header().end()) {
            // Which message follows may be for the first entry to say.
            walk.next();
            walk.goTo(position);
        }
        return walk.next()
                .orElseThrow(
                        () ->
                                new EvidenceException(
                                        source.locate(new ByteRange(position, position)),
                                        "no entry begins here"));
    }
}
