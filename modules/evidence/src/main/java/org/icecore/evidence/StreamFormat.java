package org.icecore.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.SingleXZInputStream;

/// Compressions that a library unpacks from a stream; any number of streams may follow each other.
enum StreamFormat {
    /// The .xz File Format 1.2.1: streams may have zeros between them, a multiple of four (section 2.2).
    XZ {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new SingleXZInputStream(packed, MEMORY_KIB);
        }

        @Override
        boolean begins(byte[] first) {
            return new Signature(first, true).isXz();
        }

        @Override
        boolean mayPad() {
            return true;
        }
    },
    BZIP2 {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, false);
        }

        @Override
        boolean begins(byte[] first) {
            return new Signature(first, true).isBzip2();
        }

        @Override
        boolean mayPad() {
            return false;
        }
    };

    /// Twice what `xz -9` needs to unpack, and as much as is allowed to zstd.
    private static final int MEMORY_KIB = 128 << 10;

    /// How many first bytes [#begins] looks at.
    static final int LOOKED_AT = 10;

    /// Begins to unpack one stream; reads no byte behind its end.
    abstract InputStream open(InputStream packed) throws IOException;

    /// Whether a stream begins with these bytes.
    abstract boolean begins(byte[] first);

    /// Whether zeros may stand between two streams and at the end.
    abstract boolean mayPad();

    String title() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
