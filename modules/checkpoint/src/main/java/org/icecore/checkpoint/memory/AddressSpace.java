package org.icecore.checkpoint.memory;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.EvidenceException;

/// The memory of a task as the checkpoint holds it: mappings, the origin of each byte, and the bytes.
///
/// Tasks that share one (threads of different groups, `vfork`) have equal ones. Safe for use by several threads; valid
/// as long as the checkpoint is open. Addresses are unsigned.
public interface AddressSpace {

    /// Bytes of a page, derived from the evidence.
    int pageSize();

    /// The mappings, ascending and disjoint.
    List<Vma> vmas();

    /// The marks that `mm_entry` keeps, e.g. where the heap begins.
    MemoryLayout layout();

    /// The mapping that holds the address.
    Optional<Vma> vma(long address);

    /// Origin of each byte of `range`, as ascending adjacent extents that cover it wholly; neighbours differ in origin,
    /// and a captured extent lies in one run of the evidence.
    List<Extent> extents(AddressRange range);

    /// The first of [#extents(AddressRange)], at most `most` (at least 1) of them.
    default List<Extent> extents(AddressRange range, int most) {
        var all = extents(range);
        return all.subList(0, Math.min(most, all.size()));
    }

    /// The same as [#extents(AddressRange)], one after the other: a large mapping can have a million, for which the heap
    /// has no room at once.
    default Iterable<Extent> walk(AddressRange range) {
        return () -> new ExtentWalk(this, range);
    }

    /// Fills `target` with the bytes from `address` on. Bytes whose origin is not [Origin#known()] are left as they were
    /// in `target`: ask [#extents] which those are.
    ///
    /// @throws EvidenceException if stored bytes cannot be read
    void read(long address, MemorySegment target) throws EvidenceException;

    /// Bytes of all pages that the checkpoint stores for this address space, those of shared segments included.
    long capturedBytes();

    /// Bytes of pages that the checkpoint stores for this address space at addresses that are not mapped: none, unless an image
    /// is not what it claims to be. They are in [#capturedBytes()], and no address leads to them.
    default long strayBytes() {
        return 0;
    }
}
