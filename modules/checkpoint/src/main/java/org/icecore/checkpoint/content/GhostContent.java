package org.icecore.checkpoint.content;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// The content of an unlinked file: its chunks where they belong, zeros in the holes between, as a restore would write it. What
/// was lost with the end of the image cannot be read.
///
/// Of chunks that claim the same offset the one with the lower start is taken; what lies beyond the size is left out.
final class GhostContent implements ByteSource {

    private static final String LOST =
            "the image of the file is damaged: these bytes are lost, or were never written";

    private final ByteSource image;
    private final Location entry;
    private final long size;
    private final long lostFrom;
    /// Ascending and disjoint.
    private final List<GhostFile.Chunk> chunks;

    GhostContent(ByteSource image, GhostFile ghost) {
        this.image = image;
        this.entry = ghost.at();
        this.size = Math.max(0, ghost.size());
        this.lostFrom = Math.clamp(ghost.lostFrom().orElse(size), 0, size);
        this.chunks = disjoint(ghost.chunks(), image.size(), size);
    }

    private static List<GhostFile.Chunk> disjoint(
            List<GhostFile.Chunk> claimed, long imageSize, long size) {
        var kept = new ArrayList<GhostFile.Chunk>();
        var free = 0L;
        for (var chunk : claimed) {
            if (chunk.offset() < 0 || chunk.offset() >= size) {
                continue;
            }
            var from = Math.max(free, chunk.offset());
            var skipped = from - chunk.offset();
            var stored = Math.min(chunk.payload().length(), imageSize - chunk.payload().start());
            var length = Math.min(stored - skipped, size - from);
            if (length > 0) {
                kept.add(new GhostFile.Chunk(from, chunk.payload().slice(skipped, length)));
                free = from + length;
            }
        }
        return List.copyOf(kept);
    }

    /// Chunks and holes.
    List<StoredFile.Part> parts() {
        var parts = new ArrayList<StoredFile.Part>();
        var at = 0L;
        for (var chunk : chunks) {
            hole(at, chunk.offset(), parts);
            at = end(chunk);
            parts.add(
                    new StoredFile.Part(
                            new ByteRange(chunk.offset(), at),
                            new Origin.Captured(
                                    image.locate(chunk.payload()), Origin.Store.PRIVATE)));
        }
        hole(at, size, parts);
        return parts;
    }

    private void hole(long start, long end, List<StoredFile.Part> parts) {
        var lost = Math.clamp(lostFrom, start, Math.max(start, end));
        if (start < lost) {
            parts.add(new StoredFile.Part(new ByteRange(start, lost), new Origin.Zero()));
        }
        if (lost < end) {
            parts.add(
                    new StoredFile.Part(
                            new ByteRange(lost, end),
                            new Origin.NotCaptured(Origin.Gap.DAMAGED, LOST)));
        }
    }

    @Override
    public long size() {
        return size;
    }

    /// The chunk in which the range begins, from there on; the entry if it begins in a hole.
    @Override
    public Location locate(ByteRange range) {
        var index = firstEndingBehind(range.start());
        if (index == chunks.size() || chunks.get(index).offset() > range.start()) {
            return entry;
        }
        var chunk = chunks.get(index);
        var from = range.start() - chunk.offset();
        var length = Math.min(range.length(), end(chunk) - range.start());
        return image.locate(chunk.payload().slice(from, length));
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        if (position < 0 || target.byteSize() > size - position) {
            throw new EvidenceException(
                    entry,
                    "the file has 0x%x bytes; %d bytes at 0x%x were asked for"
                            .formatted(size, target.byteSize(), position));
        }
        target.fill((byte) 0);
        var last = position + target.byteSize();
        var known = position;
        for (var i = firstEndingBehind(position);
                i < chunks.size() && chunks.get(i).offset() < last;
                i++) {
            var chunk = chunks.get(i);
            var from = Math.max(position, chunk.offset());
            checkHole(known, from);
            var to = Math.min(last, end(chunk));
            image.read(
                    chunk.payload().start() + from - chunk.offset(),
                    target.asSlice(from - position, to - from));
            known = to;
        }
        checkHole(known, last);
    }

    private void checkHole(long start, long end) throws EvidenceException {
        if (start < end && end > lostFrom) {
            throw new EvidenceException(entry, LOST);
        }
    }

    private static long end(GhostFile.Chunk chunk) {
        return chunk.offset() + chunk.payload().length();
    }

    private int firstEndingBehind(long position) {
        var low = 0;
        var high = chunks.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (end(chunks.get(middle)) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
