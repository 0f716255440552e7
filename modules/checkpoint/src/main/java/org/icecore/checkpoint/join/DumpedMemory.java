package org.icecore.checkpoint.join;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.evidence.EvidenceException;

/// An address space whose pages lie in the images of a dump.
final class DumpedMemory implements AddressSpace {

    /// With its range, its place and what backs it.
    private static final long BYTES_OF_MAPPING = 256;
    private static final long BYTES_OF_RUN = 32;

    private final int pageSize;
    private final List<Vma> vmas;
    private final List<Backing> backings;
    private final MemoryLayout layout;
    private final Optional<PageStore> own;
    private final long strayBytes;

    /// @param vmas ascending and disjoint
    /// @param backings one for each of `vmas`
    /// @param strayBytes of `own` that no mapping holds
    DumpedMemory(
            int pageSize,
            List<Vma> vmas,
            List<Backing> backings,
            MemoryLayout layout,
            Optional<PageStore> own,
            long strayBytes) {
        this.pageSize = pageSize;
        this.vmas = List.copyOf(vmas);
        this.backings = List.copyOf(backings);
        this.layout = layout;
        this.own = own;
        this.strayBytes = strayBytes;
    }

    /// What it takes of the heap, roughly; a segment that tasks share is not counted.
    long heapBytes() {
        long runs = own.map(store -> (long) store.pagemap().size()).orElse(0L);
        return vmas.size() * BYTES_OF_MAPPING + runs * BYTES_OF_RUN;
    }

    @Override
    public int pageSize() {
        return pageSize;
    }

    @Override
    public List<Vma> vmas() {
        return vmas;
    }

    @Override
    public MemoryLayout layout() {
        return layout;
    }

    @Override
    public Optional<Vma> vma(long address) {
        var index = firstVmaFrom(address);
        return index < vmas.size() && vmas.get(index).range().contains(address)
                ? Optional.of(vmas.get(index))
                : Optional.empty();
    }

    /// Index of the first mapping that ends behind `address`.
    private int firstVmaFrom(long address) {
        var low = 0;
        var high = vmas.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (Long.compareUnsigned(vmas.get(middle).range().end(), address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public List<Extent> extents(AddressRange range) {
        return extents(range, Integer.MAX_VALUE);
    }

    @Override
    public List<Extent> extents(AddressRange range, int most) {
        var extents = new ExtentList(most);
        var at = range.start();
        for (var i = firstVmaFrom(at); i < vmas.size() && !extents.full(); i++) {
            var vma = vmas.get(i).range();
            if (!vma.overlaps(range)) {
                break;
            }
            var part = vma.intersection(range);
            extents.add(at, part.start(), new Origin.NotMapped());
            ofVma(i, part, extents);
            at = part.end();
        }
        extents.add(at, range.end(), new Origin.NotMapped());
        return extents.toList();
    }

    private void ofVma(int index, AddressRange part, ExtentList extents) {
        var vma = vmas.get(index);
        var backing = backings.get(index);
        if (backing.ownPages() && own.isPresent()) {
            var runs = new StoredRuns(own.get(), 0, Origin.Store.PRIVATE);
            runs.cover(
                    part,
                    extents,
                    gap -> {
                        if (backing.dumped()) {
                            runs.unlessLost(
                                    gap, extents, rest -> ofSegment(vma, backing, rest, extents));
                        } else {
                            ofSegment(vma, backing, gap, extents);
                        }
                    });
        } else {
            ofSegment(vma, backing, part, extents);
        }
    }

    /// What the task's own pages do not hold.
    private static void ofSegment(Vma vma, Backing backing, AddressRange part, ExtentList extents) {
        if (backing.segment().isEmpty()) {
            extents.add(part, backing.rest());
            return;
        }
        var runs = segment(vma, backing);
        runs.cover(
                part,
                extents,
                gap -> runs.unlessLost(gap, extents, rest -> extents.add(rest, backing.rest())));
    }

    @Override
    public void read(long address, MemorySegment target) throws EvidenceException {
        if (target.byteSize() == 0) {
            return;
        }
        var range = AddressRange.of(address, target.byteSize());
        for (var extent : walk(range)) {
            var part = target.asSlice(extent.range().start() - address, extent.range().length());
            switch (extent.origin()) {
                case Origin.Captured _ -> copy(extent, part);
                case Origin.Zero _ -> part.fill((byte) 0);
                case Origin.NotCaptured _, Origin.NotMapped _ -> {
                    // Left as it was: no byte is made up.
                }
            }
        }
    }

    /// A captured extent lies in one mapping and one run.
    private void copy(Extent extent, MemorySegment target) throws EvidenceException {
        var start = extent.range().start();
        store(firstVmaFrom(start), start).copy(start, target);
    }

    private StoredRuns store(int index, long address) {
        var backing = backings.get(index);
        if (backing.ownPages()
                && own.isPresent()
                && own.get().pagemap().runAt(address).isPresent()) {
            return new StoredRuns(own.get(), 0, Origin.Store.PRIVATE);
        }
        return segment(vmas.get(index), backing);
    }

    private static StoredRuns segment(Vma vma, Backing backing) {
        return new StoredRuns(
                backing.segment().orElseThrow(),
                vma.range().start() - vma.fileOffset(),
                Origin.Store.SHARED);
    }

    @Override
    public long strayBytes() {
        return strayBytes;
    }

    @Override
    public long capturedBytes() {
        var stored = own.map(PageStore::storedBytes).orElse(0L);
        // A segment may be mapped more than once.
        var counted = Collections.newSetFromMap(new IdentityHashMap<PageStore, Boolean>());
        for (var backing : backings) {
            if (backing.segment().isPresent() && counted.add(backing.segment().get())) {
                stored += backing.segment().get().storedBytes();
            }
        }
        return stored;
    }
}
