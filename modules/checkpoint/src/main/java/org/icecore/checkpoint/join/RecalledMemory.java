package org.icecore.checkpoint.join;

import java.lang.foreign.MemorySegment;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.evidence.EvidenceException;

/// An address space that is forgotten when the heap runs short, and read again from its images when it is asked for.
///
/// Mappings are what a dump of many tasks has most of, and what few questions look at.
final class RecalledMemory implements AddressSpace {

    private final Supplier<AddressSpace> reader;
    private volatile SoftReference<AddressSpace> last;

    /// @param reader reads what `space` is, as often as it is asked; safe for use by several threads
    RecalledMemory(AddressSpace space, Supplier<AddressSpace> reader) {
        this.last = new SoftReference<>(space);
        this.reader = reader;
    }

    private AddressSpace space() {
        var known = last.get();
        if (known == null) {
            known = reader.get();
            last = new SoftReference<>(known);
        }
        return known;
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
