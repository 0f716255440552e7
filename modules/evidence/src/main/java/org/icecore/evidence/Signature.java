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

    /// A header with a right checksum or with the magic, or the two blocks of zeros of an archive without members.
    boolean isTar() {
        if (first.length < TarHeader.BLOCK) {
            return false;
        }
        var header = new TarHeader(Arrays.copyOf(first, TarHeader.BLOCK));
        if (header.isZero()) {
            return first.length == LOOKED_AT
                    && new TarHeader(Arrays.copyOfRange(first, TarHeader.BLOCK, LOOKED_AT))
                            .isZero();
        }
        return header.hasMagic() || header.checksumMatches();
    }

    /// RFC 1952: the magic, and deflate as the only method there is.
    boolean isGzip() {
        return first.length >= 3 && first[0] == 0x1f && (first[1] & 0xff) == 0x8b && first[2] == 8;
    }

    /// RFC 8878: the magic of a frame or of one to be skipped.
    boolean isZstd() {
        return first.length >= 4 && ZstdFrame.begins(first, 0);
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
        } else if (text.startsWith("PK")) {
            return "zip";
        } else if (text.startsWith("BZh")) {
            return "bzip2";
        } else if (text.startsWith("\u00fd7zXZ\0")) {
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
