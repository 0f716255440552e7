package org.icecore.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.CorruptedInputException;
import org.tukaani.xz.SingleXZInputStream;

/// Compressions that a library unpacks from a stream; any number of streams may follow each other.
enum StreamFormat implements StreamSource {
    /// The .xz File Format 1.2.1: streams may have zeros between them, a multiple of four (section 2.2).
    XZ {
        @Override
        public InputStream open(InputStream packed) throws IOException {
            return new SingleXZInputStream(packed, MEMORY_KIB);
        }

        @Override
        public Optional<InputStream> openUnchecked(InputStream packed) throws IOException {
            return Optional.of(new SingleXZInputStream(packed, MEMORY_KIB, false));
        }

        @Override
        public boolean isChecksum(Exception broken) {
            return broken instanceof CorruptedInputException
                    && String.valueOf(broken.getMessage()).startsWith("Integrity check");
        }

        @Override
        public boolean begins(byte[] first) {
            return new Signature(first, true).isXz();
        }

        @Override
        public boolean mayPad() {
            return true;
        }
    },
    BZIP2 {
        @Override
        public InputStream open(InputStream packed) throws IOException {
            return new BZip2CompressorInputStream(packed, false);
        }

        @Override
        public String granularity() {
            return ", which come in whole blocks of up to 900,000";
        }

        @Override
        public boolean begins(byte[] first) {
            return new Signature(first, true).isBzip2();
        }

        @Override
        public boolean mayPad() {
            return false;
        }
    };

    /// How many first bytes [#begins] looks at.
    static final int LOOKED_AT = 10;

    @Override
    public String title() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
