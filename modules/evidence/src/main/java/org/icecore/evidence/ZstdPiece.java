package org.icecore.evidence;

/// A part of a zstd stream that is unpacked or refused as a whole (RFC 8878, section 3.1).
///
/// @param at where it begins
/// @param next what follows
record ZstdPiece(Kind kind, long at, long length, Next next) {

    private static final int MAGIC = 4;
    private static final int BLOCK_HEADER = 3;
    private static final int CHECKSUM = 4;
    private static final int SKIPPED_HEADER = 8;
    private static final int SKIPPED_MAGIC = 0x184d2a5;
    private static final int RLE = 1;
    private static final int RESERVED = 3;
    private static final int[] DICTIONARY_ID = {0, 1, 2, 4};
    private static final int[] CONTENT_SIZE = {0, 2, 4, 8};

    /// What a piece is.
    enum Kind {
        HEADER("frame header"),
        BLOCK("block"),
        CHECKSUM("checksum"),
        SKIPPED("skippable frame");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /// What follows a piece.
    enum Next {
        BLOCK,
        BLOCK_BEFORE_CHECKSUM,
        CHECKSUM,
        NOTHING
    }

    long end() {
        return at + length;
    }

    /// The first piece of the frame that begins at `at`; its magic is there.
    static ZstdPiece first(Numbers packed, long at) throws EvidenceException {
        if (packed.at(at, MAGIC) >>> 4 == SKIPPED_MAGIC) {
            long content = packed.at(at + MAGIC, SKIPPED_HEADER - MAGIC);
            return new ZstdPiece(Kind.SKIPPED, at, SKIPPED_HEADER + content, Next.NOTHING);
        }
        int descriptor = (int) packed.at(at + MAGIC, 1);
        boolean single = (descriptor & 0x20) != 0;
        int size = descriptor >> 6;
        return new ZstdPiece(
                Kind.HEADER,
                at,
                MAGIC
                        + 1
                        + (single ? 0 : 1)
                        + DICTIONARY_ID[descriptor & 3]
                        + (size == 0 && single ? 1 : CONTENT_SIZE[size]),
                (descriptor & 4) != 0 ? Next.BLOCK_BEFORE_CHECKSUM : Next.BLOCK);
    }

    /// The piece behind this one, which is not the last of its frame.
    ZstdPiece following(Numbers packed) throws EvidenceException {
        return switch (next) {
            case BLOCK -> block(packed, Next.NOTHING);
            case BLOCK_BEFORE_CHECKSUM -> block(packed, Next.CHECKSUM);
            case CHECKSUM -> new ZstdPiece(Kind.CHECKSUM, end(), CHECKSUM, Next.NOTHING);
            case NOTHING -> throw new IllegalStateException("the frame ends with this piece");
        };
    }

    private ZstdPiece block(Numbers packed, Next afterLast) throws EvidenceException {
        int header = (int) packed.at(end(), BLOCK_HEADER);
        int type = header >> 1 & 3;
        int content = type == RLE ? 1 : type == RESERVED ? 0 : header >> 3;
        return new ZstdPiece(
                Kind.BLOCK, end(), BLOCK_HEADER + content, (header & 1) != 0 ? afterLast : next);
    }

    /// Reads numbers of a stream.
    interface Numbers {

        /// The number in little endian; bytes behind the end of the stream are taken for zeros, since a cut is found soon enough.
        ///
        /// @param length bytes, at most 8
        long at(long position, int length) throws EvidenceException;

        /// Those of a stream of which nothing is at hand yet.
        static Numbers of(ByteSource packed) {
            return (position, length) -> {
                int there = Math.clamp(packed.size() - position, 0, length);
                var bytes = packed.bytes(Math.min(position, packed.size()), there);
                long number = 0;
                for (int i = there - 1; i >= 0; i--) {
                    number = number << 8 | bytes[i] & 0xff;
                }
                return number;
            };
        }
    }
}
