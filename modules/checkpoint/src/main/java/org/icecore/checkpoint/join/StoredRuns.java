package org.icecore.checkpoint.join;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.criu.PageBlock;
import org.icecore.criu.PageBlocks;
import org.icecore.criu.PageRun;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// The runs of a store, seen at the addresses of a task.
///
/// @param shift address of the store's offset 0: none for the task's own pages; the pagemap of a segment counts from the
///     segment's first byte
record StoredRuns(PageStore store, long shift, Origin.Store kind) {

    /// Adds the extents of `part` that the store knows, and hands on the gaps between them.
    void cover(AddressRange part, ExtentList extents, Consumer<AddressRange> unknown) {
        var map = store.pagemap();
        var from = part.start() - shift;
        // The last byte, not the end behind it: a run may reach the end of the 64-bit space.
        var last = part.end() - 1 - shift;
        var at = part.start();
        for (var i = map.firstRunFrom(from); i < map.size() && !extents.full(); i++) {
            var run = map.run(i);
            if (Long.compareUnsigned(run.address(), last) > 0) {
                break;
            }
            var runLast = run.address() + run.pages() * map.pageSize() - 1;
            var start =
                    (Long.compareUnsigned(run.address(), from) > 0 ? run.address() : from) + shift;
            var end = (Long.compareUnsigned(runLast, last) < 0 ? runLast : last) + shift + 1;
            if (at != start) {
                unknown.accept(new AddressRange(at, start));
            }
            add(i, run, new AddressRange(start, end), extents);
            at = end;
        }
        if (at != part.end()) {
            unknown.accept(new AddressRange(at, part.end()));
        }
    }

    /// Adds what may lie in entries that the pagemap lost as not captured, and hands on the rest of a gap between runs.
    void unlessLost(AddressRange gap, ExtentList extents, Consumer<AddressRange> unknown) {
        var lost = store.lost();
        if (lost.isEmpty()
                || Long.compareUnsigned(lost.get().last(), gap.start() - shift) < 0
                || Long.compareUnsigned(gap.end() - 1 - shift, lost.get().first()) < 0) {
            unknown.accept(gap);
            return;
        }
        var first =
                lost.get().contains(gap.start() - shift) ? gap.start() : lost.get().first() + shift;
        var end =
                lost.get().contains(gap.end() - 1 - shift)
                        ? gap.end()
                        : lost.get().last() + shift + 1;
        if (first != gap.start()) {
            unknown.accept(new AddressRange(gap.start(), first));
        }
        extents.add(
                new AddressRange(first, end),
                missing(
                        Origin.Gap.DAMAGED,
                        "the pagemap is damaged: whether a page of this address was stored is not known"));
        if (end != gap.end()) {
            unknown.accept(new AddressRange(end, gap.end()));
        }
    }

    private void add(int index, PageRun run, AddressRange part, ExtentList extents) {
        switch (run.origin()) {
            case PRESENT -> addStored(run, part, extents);
            case COMPRESSED -> addBlocks(index, part, extents);
            case PARENT -> addInherited(part, extents);
            case LAZY ->
                    extents.add(
                            part,
                            missing(
                                    Origin.Gap.LAZY,
                                    "left to be fetched later by a lazy restore; not in the checkpoint"));
            case ZERO -> extents.add(part, new Origin.Zero());
            case UNREADABLE ->
                    extents.add(
                            part,
                            missing(
                                    Origin.Gap.DAMAGED,
                                    "stored in a form that this release cannot read; see "
                                            + run.at()));
        }
    }

    private void addInherited(AddressRange part, ExtentList extents) {
        if (store.parent().isEmpty()) {
            extents.add(
                    part,
                    missing(
                            Origin.Gap.IN_PARENT,
                            "in the parent of this incremental checkpoint, which is not here"));
            return;
        }
        inherited()
                .cover(
                        part,
                        extents,
                        gap ->
                                extents.add(
                                        gap,
                                        missing(
                                                Origin.Gap.DAMAGED,
                                                "left to the parent of this incremental checkpoint, which does not have it")));
    }

    private StoredRuns inherited() {
        return new StoredRuns(store.parent().orElseThrow(), shift, kind);
    }

    private static Origin missing(Origin.Gap gap, String reason) {
        return new Origin.NotCaptured(gap, reason);
    }

    private void addStored(PageRun run, AddressRange part, ExtentList extents) {
        if (store.pages().isEmpty()) {
            extents.add(part, noPages());
            return;
        }
        var pages = store.pages().get();
        var offset = offset(run, part.start());
        // A difference: a hostile offset near the largest number has no end.
        var stored = Math.clamp(pages.size() - offset, 0, part.length());
        if (stored > 0) {
            extents.add(
                    AddressRange.of(part.start(), stored),
                    new Origin.Captured(pages.locate(ByteRange.of(offset, stored)), kind));
        }
        if (stored < part.length()) {
            extents.add(new AddressRange(part.start() + stored, part.end()), cut(pages));
        }
    }

    private Origin noPages() {
        return missing(Origin.Gap.DAMAGED, store.absence());
    }

    private Origin cut(ByteSource pages) {
        return missing(
                Origin.Gap.DAMAGED,
                "%s ends at 0x%x, before this page".formatted(store.pagesName(), pages.size()));
    }

    private long offset(PageRun run, long address) {
        return run.offset() + (address - shift - run.address());
    }

    private void addBlocks(int index, AddressRange part, ExtentList extents) {
        if (store.pages().isEmpty()) {
            extents.add(part, noPages());
            return;
        }
        PageBlocks blocks;
        try {
            blocks = store.pagemap().blocks(index);
        } catch (EvidenceException unreadable) {
            extents.add(part, missing(Origin.Gap.DAMAGED, unreadable.getMessage()));
            return;
        }
        var at = part.start();
        while (at != part.end() && !extents.full()) {
            var block = blocks.at(at - shift);
            var end = block.address() + shift + block.length();
            end = Long.compareUnsigned(end - 1, part.end() - 1) < 0 ? end : part.end();
            addBlock(block, new AddressRange(at, end), store.pages().get(), extents);
            at = end;
        }
    }

    private void addBlock(
            PageBlock block, AddressRange part, ByteSource pages, ExtentList extents) {
        if (block.stored().end() > pages.size()) {
            extents.add(part, cut(pages));
            return;
        }
        var inBlock = ByteRange.of(part.start() - shift - block.address(), part.length());
        extents.add(
                part,
                switch (block.form()) {
                    case ZERO -> new Origin.Zero();
                    case PLAIN ->
                            new Origin.Captured(
                                    pages.locate(
                                            ByteRange.of(
                                                    block.stored().start() + inBlock.start(),
                                                    inBlock.length())),
                                    kind);
                    case LZ4 -> unpacked(block, pages, inBlock);
                });
    }

    /// Compressed bytes have no place of their own in the pages file: the place is that of the block, named like an
    /// archive within an archive, and in it the range of what it unpacks to. Nothing is unpacked yet: what a damaged
    /// block is can be told once it is read.
    private Origin unpacked(PageBlock block, ByteSource pages, ByteRange inBlock) {
        var stored = pages.locate(block.stored());
        return new Origin.Captured(
                new Location(
                        "%s: LZ4 block at %s".formatted(stored.member(), stored.range()), inBlock),
                kind);
    }

    /// Copies the bytes of one extent from `address` on; [#cover] must have called them captured.
    void copy(long address, MemorySegment target) throws EvidenceException {
        var map = store.pagemap();
        var run = map.run(map.runAt(address - shift).orElseThrow());
        if (run.origin() == PageRun.Origin.PARENT) {
            inherited().copy(address, target);
            return;
        }
        var pages = store.pages().orElseThrow();
        if (run.origin() != PageRun.Origin.COMPRESSED) {
            pages.read(offset(run, address), target);
            return;
        }
        var block = map.blocks(map.runAt(address - shift).orElseThrow()).at(address - shift);
        var content = store.blocks().read(pages, store.pagesName(), block);
        var from = address - shift - block.address();
        target.copyFrom(MemorySegment.ofArray(content).asSlice(from, target.byteSize()));
    }
}
