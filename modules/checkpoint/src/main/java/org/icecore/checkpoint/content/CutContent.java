package org.icecore.checkpoint.content;

import java.lang.foreign.MemorySegment;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// A file whose last bytes lay behind the end of its archive. They cannot be read.
///
/// @param beginning what is there
/// @param size that the archive claims, in bytes
record CutContent(ByteSource beginning, long size) implements ByteSource {

    /// What is to be said of the bytes that are not there.
    Origin.NotCaptured lost() {
        return new Origin.NotCaptured(Origin.Gap.DAMAGED, reason());
    }

    private String reason() {
        return "the archive is truncated: it ends after %d of the %d bytes"
                .formatted(beginning.size(), size);
    }

    @Override
    public Location locate(ByteRange range) {
        var from = Math.min(range.start(), beginning.size());
        return beginning.locate(
                new ByteRange(from, Math.clamp(range.end(), from, beginning.size())));
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        if (position < 0 || target.byteSize() > beginning.size() - position) {
            throw new EvidenceException(
                    locate(new ByteRange(Math.max(0, position), size)), reason());
        }
        beginning.read(position, target);
    }
}
