package org.icecore.criu.field;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.icecore.criu.HeaderForm;
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
    private final FieldNode header;

    private FieldTree(ByteSource source, ImageStart start, FieldNode header) {
        this.source = source;
        this.start = start;
        this.header = header;
    }

    /// Reads the header.
    ///
    /// @throws EvidenceException if the magics are not those of that kind
    public static FieldTree of(ByteSource source, ImageKind kind) throws EvidenceException {
        var start = ImageStart.read(source, kind);
        var header =
                start.header().length() == 2 * Integer.BYTES
                        ? magics(start, source.bytes(0, Integer.BYTES))
                        : magic("magic", kind.magic(), name(kind), start, start.header());
        return new FieldTree(source, start, header);
    }

    /// Two words: what all images of this sort begin with, then what those of the kind have.
    private static FieldNode magics(ImageStart start, byte[] first) {
        var common = ByteBuffer.wrap(first).order(start.order()).getInt();
        var name = name(start.kind());
        var parts =
                List.of(
                        magic(
                                "common",
                                common,
                                common == HeaderForm.SERVICE_MAGIC ? "IMG_SERVICE" : "IMG_COMMON",
                                start,
                                ByteRange.of(0, Integer.BYTES)),
                        magic(
                                "kind",
                                start.kind().magic(),
                                name,
                                start,
                                ByteRange.of(Integer.BYTES, Integer.BYTES)));
        return new FieldNode(
                "magic",
                0,
                "two u32",
                new FieldValue.Parts(parts, name),
                start.header(),
                start.header());
    }

    private static FieldNode magic(
            String name, int magic, String shown, ImageStart start, ByteRange range) {
        var value = new FieldValue.Word(Integer.toUnsignedLong(magic), shown, start.order());
        return new FieldNode(name, 0, "u32", value, range, range);
    }

    private static String name(ImageKind kind) {
        return kind.magicName().orElse("none");
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
        return header;
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
