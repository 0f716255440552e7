package org.icecore.evidence;

import java.lang.foreign.MemorySegment;

/// How far a read may reach.
final class Reach {

    private Reach() {}

    /// @throws EvidenceException if the bytes asked for lie beyond the end of `source`
    static void check(ByteSource source, long position, MemorySegment target)
            throws EvidenceException {
        if (position < 0 || target.byteSize() > source.size() - position) {
            throw new EvidenceException(
                    source.locate(
                            new ByteRange(Math.clamp(position, 0, source.size()), source.size())),
                    "ends after 0x%x bytes; %s at 0x%x were asked for"
                            .formatted(
                                    source.size(), Amount.of(target.byteSize(), "byte"), position));
        }
    }
}
