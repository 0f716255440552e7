package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.icecore.criu.proto.PageBlockSizes;
import org.icecore.evidence.ByteRange;

/// The blocks in which format 1.2 stores the pages of one pagemap entry.
///
/// Their sizes stay packed as they lie in the entry; every 256th block is noted, so that any is found soon. A block of
/// size 0 is zero, one of the size of its pages is stored as it is, any other is compressed. Blocks follow each other;
/// a later draft lets each begin on a page boundary, and `total_payload_size` says which of the two it is.
///
/// Source: go-criu v8 and crit of CRIU's development branch of 2026, both of which read and write it.
public final class PageBlocks {

    /// The most bytes of pages in one block, by the format.
    private static final long GREATEST_BLOCK = 4 * 1024 * 1024;

    private static final int STRIDE = 256;

    private final byte[] sizes;
    private final long address;
    private final long bytes;
    private final long start;
    private final int blockBytes;
    /// To what each stored block is rounded up: 1 if they are packed.
    private final long rounding;

    /// Of every 256th block: where its size stands in [#sizes], where it begins in the pages file.
    private final int[] positions;

    private final long[] offsets;
    private final long stored;

    /// Reads `page_block_sizes` in `length` bytes of `buffer` from `at` on.
    ///
    /// @param pages unsigned
    /// @param start where the first block lies in the pages file
    /// @throws IOException if the blocks are not those of the pages; the message says why
    PageBlocks(
            byte[] buffer, int at, int length, long address, long pages, long pageSize, long start)
            throws IOException {
        var fields = new Fields(buffer, at, length);
        if (fields.pagesPerBlock == 0 || fields.pagesPerBlock > GREATEST_BLOCK / pageSize) {
            throw new IOException(
                    "blocks of %d pages of %d bytes; at most %d bytes are in one"
                            .formatted(fields.pagesPerBlock, pageSize, GREATEST_BLOCK));
        }
        this.sizes = fields.sizes;
        this.address = address;
        this.start = start;
        this.blockBytes = (int) (fields.pagesPerBlock * pageSize);
        int count = count(sizes);
        long needed =
                Long.divideUnsigned(pages, fields.pagesPerBlock)
                        + (Long.remainderUnsigned(pages, fields.pagesPerBlock) == 0 ? 0 : 1);
        if (count != needed) {
            throw new IOException(
                    "%d blocks; %s pages take %s"
                            .formatted(
                                    count,
                                    Long.toUnsignedString(pages),
                                    Long.toUnsignedString(needed)));
        }
        this.bytes = pages * pageSize;
        this.positions = new int[count / STRIDE + 1];
        this.offsets = new long[count / STRIDE + 1];
        this.rounding = fields.total == sum(1) ? 1 : pageSize;
        this.stored = sum(rounding);
        if (stored != fields.total) {
            throw new IOException(
                    "total_payload_size %s; the blocks take %d, or %d if each begins on a page boundary"
                            .formatted(Long.toUnsignedString(fields.total), sum(1), stored));
        }
    }

    /// The fields of the message, each of which stands there once.
    private static final class Fields {

        private byte[] sizes = {};
        private long total = -1;
        private long pagesPerBlock;

        Fields(byte[] buffer, int at, int length) throws IOException {
            CodedInputStream input = CodedInputStream.newInstance(buffer, at, length);
            for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
                field(input, tag);
            }
        }

        private void field(CodedInputStream input, int tag) throws IOException {
            boolean number = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT;
            int field = WireFormat.getTagFieldNumber(tag);
            if (field == PageBlockSizes.BLOCK_SIZES_FIELD_NUMBER) {
                if (number || sizes.length > 0) {
                    throw new IOException("block sizes that are not packed, as CRIU packs them");
                }
                sizes = input.readByteArray();
            } else if (number && field == PageBlockSizes.TOTAL_PAYLOAD_SIZE_FIELD_NUMBER) {
                total = input.readUInt64();
            } else if (number && field == PageBlockSizes.PAGES_PER_BLOCK_FIELD_NUMBER) {
                pagesPerBlock = Integer.toUnsignedLong(input.readUInt32());
            } else if (!input.skipField(tag)) {
                throw new InvalidProtocolBufferException("end of a group that has not begun");
            }
        }
    }

    private static int count(byte[] sizes) {
        int count = 0;
        for (byte part : sizes) {
            count += part >= 0 ? 1 : 0;
        }
        return count;
    }

    /// Goes through all blocks, notes every 256th, and says what they take in the pages file.
    private long sum(long rounding) throws IOException {
        CodedInputStream input = CodedInputStream.newInstance(sizes);
        long sum = 0;
        for (int i = 0; !input.isAtEnd(); i++) {
            if (i % STRIDE == 0) {
                positions[i / STRIDE] = input.getTotalBytesRead();
                offsets[i / STRIDE] = start + sum;
            }
            long size = input.readRawVarint64();
            if (size < 0 || size > length(i)) {
                throw new IOException(
                        "block %d of %s bytes for pages of %d bytes"
                                .formatted(i, Long.toUnsignedString(size), length(i)));
            }
            sum += roundedUp(size, rounding);
        }
        if (start > Long.MAX_VALUE - sum) {
            throw new IOException("blocks past the end of any file");
        }
        return sum;
    }

    private static long roundedUp(long size, long rounding) {
        return Math.ceilDiv(size, rounding) * rounding;
    }

    private int length(long block) {
        return (int) Math.min(blockBytes, bytes - block * blockBytes);
    }

    /// Bytes that all blocks take in the pages file.
    long stored() {
        return stored;
    }

    /// The block that holds the byte at `address`, which must be one of the entry.
    public PageBlock at(long address) {
        int block = (int) ((address - this.address) / blockBytes);
        int noted = block / STRIDE;
        CodedInputStream input =
                CodedInputStream.newInstance(
                        sizes, positions[noted], sizes.length - positions[noted]);
        try {
            long offset = offsets[noted];
            for (int i = noted * STRIDE; i < block; i++) {
                offset += roundedUp(input.readRawVarint64(), rounding);
            }
            return new PageBlock(
                    this.address + (long) block * blockBytes,
                    length(block),
                    ByteRange.of(offset, input.readRawVarint64()));
        } catch (IOException e) {
            throw new IllegalStateException("sizes that could be read before", e);
        }
    }
}
