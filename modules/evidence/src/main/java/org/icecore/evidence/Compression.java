package org.icecore.evidence;

import java.io.InputStream;

/// How the bytes of a source are compressed, as their beginning tells.
public enum Compression {
    NONE,
    /// RFC 1952, any number of members.
    GZIP,
    /// RFC 8878, any number of frames, those to be skipped included.
    ZSTD,
    /// The .xz File Format 1.2.1, any number of streams.
    XZ,
    /// bzip2, any number of streams.
    BZIP2;

    /// What the first bytes of `source` say.
    ///
    /// @throws EvidenceException if they cannot be read
    public static Compression of(ByteSource source) throws EvidenceException {
        var signature = Signature.of(source);
        if (signature.isGzip()) {
            return GZIP;
        }
        if (signature.isZstd()) {
            return ZSTD;
        }
        if (signature.isXz()) {
            return XZ;
        }
        return signature.isBzip2() ? BZIP2 : NONE;
    }

    /// The content of `source`, unpacked while it is read; not for use by several threads.
    ///
    /// Reading fails with an [java.io.IOException] whose cause is the located [EvidenceException] if the stream is
    /// broken, truncated, or holds more than `limit` bytes. Bytes behind a whole stream are not read.
    ///
    /// @throws EvidenceException if zstd's native library cannot be loaded
    public InputStream open(ByteSource source, long limit) throws EvidenceException {
        return new UnpackedStream(source, decompressor(source), limit);
    }

    Decompressor decompressor(ByteSource source) throws EvidenceException {
        try {
            return switch (this) {
                case NONE -> new Uncompressed(source);
                case GZIP -> new Gunzip(source);
                case ZSTD -> new Unzstd(source);
                case XZ -> new StreamDecompressor(StreamFormat.XZ, source);
                case BZIP2 -> new StreamDecompressor(StreamFormat.BZIP2, source);
            };
        } catch (LinkageError e) {
            throw new EvidenceException(
                    source.locate(new ByteRange(0, source.size())),
                    "zstd cannot be unpacked here, its library cannot be loaded from the folder for temporary files: "
                            + e.getMessage(),
                    e);
        }
    }
}
