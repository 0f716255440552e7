package org.icecore.views.hex.model;

import java.util.List;

/// What a hex view shows: a sparse, unsigned 64-bit address space. Immutable and safe to use from several threads.
///
/// Regions and runs are the map, asked for once; bytes are read as they come into sight. Neither list need be held in
/// memory: a view of an index does, as long as `get` is fast.
public interface HexContent {

    /// The mapped regions, ascending and disjoint.
    List<HexRegion> regions();

    /// States and origins, ascending and disjoint. What a region has without a run counts as not captured; what a run
    /// has outside the regions is ignored.
    List<HexRun> runs();

    /// Reads `length` bytes, at most 1 MiB, from `address`; `address + length` does not go beyond 2^64.
    ///
    /// Up to 64 KiB are asked for on the JavaFX thread, for the rows in sight: be fast. Never throws for evidence that
    /// is damaged or short: such bytes are [ByteState#NOT_CAPTURED], addresses outside the regions
    /// [ByteState#NOT_MAPPED].
    HexBytes read(long address, int length);

    /// Where the byte at `address` comes from, in words for the status line: `this checkpoint, pages-3.img+0x1a2020`.
    /// Empty where nothing is mapped.
    String origin(long address);

    /// A space in which nothing is mapped.
    static HexContent empty() {
        return EmptyContent.INSTANCE;
    }
}
