package org.icecore.views.memory;

import java.util.Optional;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;

/// Where the memory of a task is begun to be read when nobody names an address: at the first byte there is to see.
public final class MemoryStart {
    /// How far into a mapping is looked: a hostile one could have a million extents.
    private static final int EXTENTS = 64;

    private MemoryStart() {}

    /// The first captured byte, or else the first mapped one; empty if nothing is mapped.
    public static Optional<VirtualAddress> of(AddressSpace memory) {
        return memory.vmas().stream()
                .flatMap(vma -> memory.extents(vma.range(), EXTENTS).stream())
                .filter(extent -> extent.origin() instanceof Origin.Captured)
                .findFirst()
                .map(Extent::range)
                .map(range -> new VirtualAddress(range.start()))
                .or(() -> memory.vmas().stream().findFirst().map(Vma::start));
    }
}
