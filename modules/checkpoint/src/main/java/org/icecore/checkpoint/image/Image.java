package org.icecore.checkpoint.image;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageStart;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.field.FieldTree;
import org.icecore.criu.field.RawForm;
import org.icecore.criu.json.ImageJson;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;

/// An image of CRIU: one file of a dump, with messages or raw.
public final class Image {

    private final ByteSource source;
    private final ImageKind kind;

    private Image(ByteSource source, ImageKind kind) {
        this.source = source;
        this.kind = kind;
    }

    /// The image that a member of an archive is, by its magic, else by its name; empty if it is none.
    ///
    /// @param member the way to it; only its last name counts
    public static Optional<Image> recognise(String member, ByteSource source)
            throws EvidenceException {
        return ImageStart.recognise(new MemberPath(member).last(), source)
                .map(kind -> new Image(source, kind));
    }

    /// The kind of image as CRIU calls it: `PSTREE`.
    public String kind() {
        return kind.name();
    }

    /// The bytes of the image; the ranges of fields are offsets in them.
    public ByteSource source() {
        return source;
    }

    /// Writes the image as `crit decode` does, or `crit decode --pretty`, without a newline at the end; gives what is
    /// wrong with it. What can be read is written.
    ///
    /// @throws EvidenceException if nothing of it can be read
    public List<Defect> writeJson(boolean pretty, Appendable out)
            throws IOException, EvidenceException {
        return (pretty ? ImageJson.pretty() : ImageJson.plain()).write(source, kind, out);
    }

    /// Writes one entry of the image as [#writeJson] has it, pretty; gives what is wrong with it.
    ///
    /// @param entry one that a walk over the fields or an index of them gave, but the magic
    /// @throws EvidenceException if it cannot be read, or the image has no messages
    public List<Defect> writeEntryJson(ImageField entry, Appendable out)
            throws IOException, EvidenceException {
        if (kind.message().isEmpty() || kind.payload() == PayloadForm.INLINE_PAGES) {
            throw new EvidenceException(
                    entry.at(), "is no message; only entries that are have a form as JSON alone");
        }
        return ImageJson.pretty()
                .writeEntry(FieldTree.of(source, kind), entry.range().start(), out);
    }

    /// Whether there is more to see than bytes: messages, or raw content that is taken apart.
    public boolean hasFields() {
        return !kind.raw() || !(RawForm.of(kind) instanceof RawForm.Bytes);
    }

    /// A walk over the fields, from the magic on.
    ///
    /// @throws EvidenceException if the magic is not that of the image
    public FieldWalk fields() throws EvidenceException {
        return FieldWalk.of(source, kind);
    }

    /// The fields of the image by number, for those who go back and forth among them.
    ///
    /// @throws EvidenceException if the magic is not that of the image
    public FieldIndex index(Progress progress) throws EvidenceException {
        return kind.message().isPresent()
                ? FieldIndex.of(FieldTree.of(source, kind), progress)
                : FieldIndex.of(source, fields(), progress);
    }
}
