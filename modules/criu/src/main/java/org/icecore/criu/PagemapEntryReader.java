package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.icecore.criu.proto.PagemapEntry;

/// Takes pagemap entries apart without making an object of each.
///
/// Format: `pagemap_entry` of CRIU 4.2, and of format 1.2 the field that tells the blocks of compressed pages.
final class PagemapEntryReader {

    static final int PARENT = 1;
    static final int LAZY = 2;
    static final int PRESENT = 4;
    private static final int ALIGNED = 8;

    private long address;
    private long compatiblePages;
    private long pages;
    private long flags;
    private boolean hasAddress;
    private boolean hasPages;
    private boolean hasCompatiblePages;
    private boolean hasFlags;
    private boolean inParent;
    private byte[] buffer = {};
    private int blocksAt;
    private int blocksLength;
    private int blocksFields;

    /// Reads the entry in `length` bytes of `buffer` at `offset`.
    ///
    /// @throws IOException if they are no protobuf message
    void read(byte[] buffer, int offset, int length) throws IOException {
        address = compatiblePages = pages = flags = 0;
        hasAddress = hasPages = hasCompatiblePages = hasFlags = inParent = false;
        this.buffer = buffer;
        blocksAt = blocksLength = blocksFields = 0;
        CodedInputStream input = CodedInputStream.newInstance(buffer, offset, length);
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            field(input, tag, offset);
        }
    }

    private void field(CodedInputStream input, int tag, int offset) throws IOException {
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
        } else if (field == PagemapEntry.BLOCKS_FIELD_NUMBER) {
            blocks(input, tag, offset);
        } else {
            skip(input, tag);
        }
    }

    private void blocks(CodedInputStream input, int tag, int offset) throws IOException {
        blocksFields++;
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            blocksLength = input.readRawVarint32();
            blocksAt = offset + input.getTotalBytesRead();
            input.skipRawBytes(blocksLength);
        } else {
            skip(input, tag);
        }
    }

    private static void skip(CodedInputStream input, int tag) throws IOException {
        if (!input.skipField(tag)) {
            throw new InvalidProtocolBufferException("end of a group that has not begun");
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
        return blocksFields > 0;
    }

    /// The blocks of the pages; the bytes that were read must still be in the buffer.
    ///
    /// @param start where the first lies in the pages file
    /// @throws IOException if they are not those of the pages; the message says why
    PageBlocks blocks(long pageSize, long start) throws IOException {
        if (blocksFields != 1 || blocksAt == 0) {
            throw new IOException("%d times blocks; CRIU writes them once".formatted(blocksFields));
        }
        return new PageBlocks(buffer, blocksAt, blocksLength, address, pages(), pageSize, start);
    }

    boolean aligned() {
        return (effectiveFlags() & ALIGNED) != 0;
    }

    /// The flags that have no meaning in any format known here.
    long unknownFlags() {
        return effectiveFlags() & ~(PARENT | LAZY | PRESENT | ALIGNED);
    }
}
