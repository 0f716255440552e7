package org.icecore.criu;

import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Pages that format 1.2 stores together.
///
/// @param address of the first byte, as in [PageRun#address()]
/// @param length bytes of the pages, at most 4 MiB
/// @param stored where their content lies in the pages file
public record PageBlock(long address, int length, ByteRange stored) {

    /// In Java alone and with all bounds checked: neither native code nor `Unsafe` sees hostile bytes.
    private static final LZ4SafeDecompressor LZ4 = LZ4Factory.safeInstance().safeDecompressor();

    /// How the content is stored. The size alone tells.
    public enum Form {
        /// Not at all: all bytes are zero.
        ZERO,
        /// As it is.
        PLAIN,
        /// As one block of LZ4, without a frame around it.
        LZ4
    }

    /// How the content is stored.
    public Form form() {
        if (stored.length() == 0) {
            return Form.ZERO;
        }
        return stored.length() == length ? Form.PLAIN : Form.LZ4;
    }

    /// The content of the pages.
    ///
    /// @throws EvidenceException if it cannot be read from `pages`, the pages file, or is no LZ4 block of that length
    public byte[] read(ByteSource pages) throws EvidenceException {
        if (form() == Form.ZERO) {
            return new byte[length];
        }
        byte[] content = pages.bytes(stored.start(), Math.toIntExact(stored.length()));
        return form() == Form.PLAIN ? content : decompressed(pages, content);
    }

    private byte[] decompressed(ByteSource pages, byte[] compressed) throws EvidenceException {
        byte[] content = new byte[length];
        int found;
        try {
            found = LZ4.decompress(compressed, content);
        } catch (LZ4Exception malformed) {
            throw new EvidenceException(
                    pages.locate(stored), "is no LZ4 block of %d bytes".formatted(length));
        }
        if (found != length) {
            throw new EvidenceException(
                    pages.locate(stored),
                    "LZ4 block of %d bytes where its pages have %d".formatted(found, length));
        }
        return content;
    }
}
