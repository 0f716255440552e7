package org.icecore.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.LZMAInputStream;

/// LZMA as the members of a zip have it: a version, the length of the properties, the properties, then the bare stream.
///
/// Source: APPNOTE.TXT 6.3.10, section 5.8.8.
final class ZipLzma {

    private static final int PROPERTIES = 5;

    private ZipLzma() {}

    /// Begins to unpack.
    ///
    /// @param size bytes of the content; not known if negative, then the stream has to end by its own mark
    static InputStream open(InputStream packed, long size) throws IOException {
        var head = packed.readNBytes(2 + 2 + PROPERTIES);
        if (head.length < 2 + 2 + PROPERTIES) {
            throw new EOFException();
        }
        int length = head[2] & 0xff | (head[3] & 0xff) << 8;
        if (length != PROPERTIES) {
            throw new IOException("%d bytes of properties instead of 5".formatted(length));
        }
        byte properties = head[4];
        int dictionary = 0;
        for (int at = PROPERTIES + 3; at > 4; at--) {
            dictionary = dictionary << 8 | head[at] & 0xff;
        }
        if (dictionary < 0
                || LZMAInputStream.getMemoryUsage(dictionary, properties)
                        > StreamSource.MEMORY_KIB) {
            throw new IOException(
                    "it needs a dictionary of %d bytes, which is more memory than is given to it"
                            .formatted(Integer.toUnsignedLong(dictionary)));
        }
        var stream = new LZMAInputStream(packed, Math.max(-1, size), properties, dictionary);
        // Some archivers write the mark of the end although the size is known.
        stream.enableRelaxedEndCondition();
        return stream;
    }
}
