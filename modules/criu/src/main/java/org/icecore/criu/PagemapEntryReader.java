package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.icecore.criu.proto.PagemapEntry;

/// Takes pagemap entries apart without making an object of each.
///
/// Format: `pagemap_entry` of CRIU 4.2, and of format 1.2 the field that tells compressed pages.
final class PagemapEntryReader {

    static final int PARENT = 1;
    static final int LAZY = 2;
    static final int PRESENT = 4;
    private static final int ALIGNED = 8;

    /// `blocks`, sizes of compressed blocks, as format 1.2 (image version 3) has them.
    private static final int COMPRESSED_BLOCKS = 6;

    private long address;
    private long compatiblePages;
    private long pages;
    private long flags;
    private boolean hasAddress;
    private boolean hasPages;
    private boolean hasCompatiblePages;
    private boolean hasFlags;
    private boolean inParent;
    private boolean compressed;

    /// Reads the entry in `length` bytes of `buffer` at `offset`.
    ///
    /// @throws IOException if they are no protobuf message
    void read(byte[] buffer, int offset, int length) throws IOException {
        address = compatiblePages = pages = flags = 0;
        hasAddress = hasPages = hasCompatiblePages = hasFlags = inParent = compressed = false;
        CodedInputStream input = CodedInputStream.newInstance(buffer, offset, length);
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            field(input, tag);
        }
    }

    private void field(CodedInputStream input, int tag) throws IOException {
        boolean number = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT;
        int field = WireFormat.getTagFieldNumber(tag);
        if (number && field == PagemapEntry.VADDR_FIELD_NUMBER) {
            address = input.readUInt64();
            hasAddress = true;
        } else if (number && field == PagemapEntry.COMPAT_NR_PAGES_FIELD_NUMBER) {
            compatiblePages = Integer.toUnsignedLong(input.readUInt32());
            hasCompatiblePages = true;
        } else if (number && field == PagemapEntry.IN_PARENT_FIELD_NUMBER) {
            inParent = input.readBool();
        } else if (number && field == PagemapEntry.FLAGS_FIELD_NUMBER) {
            flags = Integer.toUnsignedLong(input.readUInt32());
            hasFlags = true;
        } else if (number && field == PagemapEntry.NR_PAGES_FIELD_NUMBER) {
            pages = input.readUInt64();
            hasPages = true;
        } else {
            compressed |= field == COMPRESSED_BLOCKS;
            if (!input.skipField(tag)) {
                throw new InvalidProtocolBufferException("end of a group that has not begun");
            }
        }
    }

    long address() {
        return address;
    }

    /// The page count, in the field where this version of CRIU puts it; unsigned.
    long pages() {
        return hasPages ? pages : compatiblePages;
    }

    boolean has(int flag) {
        return (effectiveFlags() & flag) != 0;
    }

    private long effectiveFlags() {
        return hasFlags ? flags : inParent ? PARENT : PRESENT;
    }

    /// Whether both address and count are there.
    boolean complete() {
        return hasAddress && (hasPages || hasCompatiblePages);
    }

    boolean compressed() {
        return compressed;
    }

    boolean aligned() {
        return (effectiveFlags() & ALIGNED) != 0;
    }

    /// The flags that have no meaning in any format known here.
    long unknownFlags() {
        return effectiveFlags() & ~(PARENT | LAZY | PRESENT | ALIGNED);
    }
}
