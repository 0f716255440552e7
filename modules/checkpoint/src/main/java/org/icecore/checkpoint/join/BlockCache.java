package org.icecore.checkpoint.join;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.icecore.criu.PageBlock;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// The blocks of compressed pages that were read last, unpacked: reading goes page by page, unpacking block by block.
///
/// Never more than a few megabytes, however large the dump. Safe for use by several threads.
final class BlockCache {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final LinkedHashMap<Key, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    private record Key(String pagesName, PageBlock block) {}

    /// The bytes of a block of that pages file.
    byte[] read(ByteSource pages, String pagesName, PageBlock block) throws EvidenceException {
        var key = new Key(pagesName, block);
        var known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        var content = block.read(pages);
        keep(key, content);
        return content;
    }

    private synchronized Optional<byte[]> known(Key key) {
        return Optional.ofNullable(blocks.get(key));
    }

    private synchronized void keep(Key key, byte[] content) {
        if (blocks.putIfAbsent(key, content) == null) {
            bytes += content.length;
        }
        var eldest = blocks.entrySet().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }
}
