package org.icecore.criu;

import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// An image file, taken apart: its messages on the heap, its raw bytes as ranges.
///
/// A raw image (see [ImageKind#raw()]) has no entries: its content is [#source()]. For a pagemap of a large process
/// [Pagemap] is the compact reader; this one keeps each entry as a message.
public final class ImageFile {

    private final ByteSource source;
    private final ImageName name;
    private final Format format;
    private final ByteOrder byteOrder;
    private final List<ImageEntry> entries;
    private final List<Defect> defects;

    ImageFile(
            ByteSource source,
            ImageName name,
            Format format,
            ByteOrder byteOrder,
            List<ImageEntry> entries,
            List<Defect> defects) {
        this.source = source;
        this.name = name;
        this.format = format;
        this.byteOrder = byteOrder;
        this.entries = List.copyOf(entries);
        this.defects = List.copyOf(defects);
    }

    /// What the header says of the format.
    public enum Format {
        /// The image's own magic only, as before CRIU 2.0.
        V1_0,
        /// A common or service magic before the image's own. Format 1.2 has the same header; see
        /// `inventory_entry.img_version`.
        V1_1,
        /// No sign of a format: an inventory, a raw image, or a header that could not be read.
        UNMARKED
    }

    /// Takes `source` apart as what its name says it is. Never throws for bad content: the entries before the damage
    /// are there, and [#defects()] says what is wrong after them.
    public static ImageFile read(ByteSource source, ImageName name) {
        List<ImageEntry> entries = new ArrayList<>();
        return new ImageReader(source, name, entries::add, true).read(entries);
    }

    /// Takes `source` apart as [#read] does, but hands each entry to `visitor` and keeps none: for images that may be large
    /// and whose messages are not wanted whole.
    ///
    /// @return the file without entries
    public static ImageFile visit(ByteSource source, ImageName name, Visitor visitor) {
        return new ImageReader(source, name, visitor, false).read(List.of());
    }

    /// Takes the entries of an image one by one.
    public interface Visitor {

        /// Takes the next entry.
        ///
        /// @throws EvidenceException if something it speaks of cannot be read; the rest is not visited and the image has the
        ///     defect
        void visit(ImageEntry entry) throws EvidenceException;
    }

    /// The file.
    public ByteSource source() {
        return source;
    }

    /// The name under which it was read.
    public ImageName name() {
        return name;
    }

    /// The format that its header shows.
    public Format format() {
        return format;
    }

    /// The byte order of its header, sizes and of [Payload.Semaphores].
    public ByteOrder byteOrder() {
        return byteOrder;
    }

    /// The entries in file order. One whose bytes are no protobuf message is left out, with a defect.
    public List<ImageEntry> entries() {
        return entries;
    }

    /// The messages of that type, in file order.
    public <M extends Message> List<M> messages(Class<M> type) {
        return entries.stream()
                .map(ImageEntry::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// What is wrong with the file, in file order; empty if nothing is.
    public List<Defect> defects() {
        return defects;
    }

    /// The raw bytes of a payload, read in place.
    public ByteSource content(ByteRange range) {
        return source.slice(range);
    }

    /// Where a payload lies in the evidence.
    public Location locate(ByteRange range) {
        return source.locate(range);
    }

    /// Where the values of a field of `entry` lie: one location for each time the field occurs, in file order.
    ///
    /// `locate(mm, MmEntry.VMAS_FIELD_NUMBER)` is one location per mapping, in the order of the mappings;
    /// `locate(mm, MmEntry.VMAS_FIELD_NUMBER, VmaEntry.START_FIELD_NUMBER)` is that of each start address. A location
    /// is the value's bytes without tag and length; a packed list of numbers is one value. Of a field that is not
    /// repeated the last occurrence counts. A path through a field that is no message leads nowhere. Each call reads
    /// the entry anew.
    ///
    /// @param path field numbers, from the outermost message on; at least one
    /// @throws EvidenceException if the bytes can no longer be read
    public List<Location> locate(ImageEntry entry, int... path) throws EvidenceException {
        ByteRange range = entry.range();
        try {
            byte[] content = source.bytes(range.start(), Math.toIntExact(range.length()));
            return FieldLocator.find(content, entry.message().getDescriptorForType(), path).stream()
                    .map(value -> source.locate(range.slice(value.start(), value.length())))
                    .toList();
        } catch (IOException malformed) {
            throw new EvidenceException(
                    entry.at(), MessageReader.firstSentence(malformed), malformed);
        }
    }
}
