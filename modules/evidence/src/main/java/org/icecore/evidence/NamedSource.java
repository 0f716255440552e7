package org.icecore.evidence;

import java.lang.foreign.MemorySegment;

/// The content of a member, whose locations are those in the member as `tar -x` writes it.
record NamedSource(String name, ByteSource content) implements ByteSource {

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public Location locate(ByteRange range) {
        return new Location(name, range);
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        content.read(position, target);
    }
}
