package org.icecore.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// What the first bytes of a source say it is.
record Signature(byte[] first, boolean moreFollows) {

    private static final int LOOKED_AT = 2 * TarHeader.BLOCK;

    static Signature of(ByteSource source) throws EvidenceException {
        return new Signature(
                source.bytes(0, (int) Math.min(source.size(), LOOKED_AT)),
                source.size() > LOOKED_AT);
    }

    /// A header with a right checksum or with the magic, or the two blocks of zeros of an archive without members; one
    /// block of zeros if a header follows. So does one that is damaged: of which no more than the magic is, or that
    /// another follows.
    boolean isTar() {
        if (first.length < TarHeader.BLOCK) {
            return false;
        }
        var header = new TarHeader(Arrays.copyOf(first, TarHeader.BLOCK));
        if (header.isZero()) {
            if (first.length < LOOKED_AT) {
                return false;
            }
            var second = new TarHeader(Arrays.copyOfRange(first, TarHeader.BLOCK, LOOKED_AT));
            return second.isZero() || second.isWhole();
        }
        return header.hasMagic()
                || header.checksumMatches()
                || header.isWholeButForItsMagic()
                || isFollowedByAHeader();
    }

    /// In a zip the first block of a tar that is stored may lie here as well.
    private boolean isFollowedByAHeader() {
        return first.length == LOOKED_AT
                && !(isGzip() || isZstd() || isXz() || isBzip2() || isZip())
                && new TarHeader(Arrays.copyOfRange(first, TarHeader.BLOCK, LOOKED_AT)).isWhole();
    }

    /// RFC 1952: the magic, and deflate as the only method there is.
    boolean isGzip() {
        return first.length >= 3 && first[0] == 0x1f && (first[1] & 0xff) == 0x8b && first[2] == 8;
    }

    /// RFC 8878: the magic of a frame or of one to be skipped.
    boolean isZstd() {
        return first.length >= 4 && ZstdFrame.begins(first, 0);
    }

    /// The .xz File Format 1.2.1, section 2.1.1.1.
    boolean isXz() {
        return beginsWith(0xfd, '7', 'z', 'X', 'Z', 0);
    }

    /// The magic with a block size, and the mark of a block or of the end (bzip2's own source, `compress.c`).
    boolean isBzip2() {
        return beginsWith('B', 'Z', 'h')
                && first.length >= 10
                && first[3] >= '1'
                && first[3] <= '9'
                && (marked(0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
                        || marked(0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
    }

    /// APPNOTE.TXT 6.3.10: a local header (4.3.7), the end of an archive without members (4.3.16), or the mark of one
    /// that was to be split (8.5.4).
    boolean isZip() {
        return beginsWith('P', 'K', 3, 4)
                || beginsWith('P', 'K', 5, 6)
                || beginsWith('P', 'K', 7, 8, 'P', 'K', 3, 4);
    }

    private boolean beginsWith(int... bytes) {
        return hasAt(0, bytes);
    }

    private boolean marked(int... bytes) {
        return hasAt(4, bytes);
    }

    private boolean hasAt(int start, int... bytes) {
        if (first.length < start + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((first[start + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// The first bytes, in words.
    String description() {
        if (first.length == 0) {
            return "it is empty";
        }
        var shown = Arrays.copyOf(first, Math.min(first.length, 8));
        return "it begins with %s (%s)"
                .formatted(HexFormat.ofDelimiter(" ").formatHex(shown), guess());
    }

    private String guess() {
        var text = new String(first, StandardCharsets.ISO_8859_1);
        if (isGzip()) {
            return "gzip";
        } else if (isZstd()) {
            return "zstd";
        } else if (isZip()) {
            return "zip";
        } else if (isBzip2()) {
            return "bzip2";
        } else if (isXz()) {
            return "xz";
        } else if (text.startsWith("\u0004\"M\u0018")) {
            return "lz4";
        } else if (text.startsWith("\u007fELF")) {
            return "an ELF file";
        } else if (text.chars()
                .allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t')) {
            return "text";
        } else if (text.chars().allMatch(c -> c == 0)) {
            return "zeros";
        }
        return "no archive that Icecore knows";
    }
}
