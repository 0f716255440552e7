package org.icecore.checkpoint.join;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.evidence.EvidenceException;

/// An address space that is read again from its images when it is asked for and no longer among the last.
///
/// Mappings are what a dump of many tasks has most of, and what few questions look at.
record RecalledMemory(long pid, RecentSpaces spaces) implements AddressSpace {

    private AddressSpace space() {
        return spaces.of(pid);
    }

    @Override
    public int pageSize() {
        return space().pageSize();
    }

    @Override
    public List<Vma> vmas() {
        return space().vmas();
    }

    @Override
    public MemoryLayout layout() {
        return space().layout();
    }

    @Override
    public Optional<Vma> vma(long address) {
        return space().vma(address);
    }

    @Override
    public List<Extent> extents(AddressRange range) {
        return space().extents(range);
    }

    @Override
    public List<Extent> extents(AddressRange range, int most) {
        return space().extents(range, most);
    }

    @Override
    public void read(long address, MemorySegment target) throws EvidenceException {
        space().read(address, target);
    }

    @Override
    public long capturedBytes() {
        return space().capturedBytes();
    }

    @Override
    public long strayBytes() {
        return space().strayBytes();
    }
}
