package org.icecore.analysis;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Protection;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// An address space in memory: mappings of zeros, over which contents and gaps are laid page by page.
public final class MemoryBuilder {

    public static final int PAGE = 4096;

    private final List<Vma> vmas = new ArrayList<>();
    private final SequencedMap<Long, PageOf> pages = new TreeMap<>(Long::compareUnsigned);
    private long stackStart = 0x7ffd_0000_0000L;

    private record PageOf(Origin origin, byte[] bytes, boolean readable) {}

    public static MemoryBuilder memory() {
        return new MemoryBuilder();
    }

    /// Another start of the stack: another `execve`.
    public MemoryBuilder stackStart(long address) {
        stackStart = address;
        return this;
    }

    public MemoryBuilder map(long start, int pageCount, String permissions) {
        return map(start, pageCount, permissions, VmaKind.ANONYMOUS, Optional.empty());
    }

    public MemoryBuilder map(
            long start, int pageCount, String permissions, VmaKind kind, Optional<OpenFile> file) {
        var protection =
                new Protection(
                        permissions.charAt(0) == 'r',
                        permissions.charAt(1) == 'w',
                        permissions.charAt(2) == 'x',
                        permissions.charAt(3) == 's');
        var range = AddressRange.of(start, (long) pageCount * PAGE);
        vmas.add(
                new Vma(
                        range,
                        protection,
                        kind,
                        0,
                        0,
                        0,
                        0,
                        file,
                        file.map(OpenFile::link).orElse(""),
                        0,
                        Optional.empty(),
                        Location.of("mm.img", 0, 8)));
        vmas.sort(Comparator.comparing(Vma::range));
        return this;
    }

    /// Stored pages that begin with `text` at `address`, the rest of them zero.
    public MemoryBuilder text(long address, String text) {
        return bytes(address, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public MemoryBuilder bytes(long address, byte[] bytes) {
        for (var i = 0; i < bytes.length; i++) {
            stored(address + i)[(int) (address + i & PAGE - 1)] = bytes[i];
        }
        return this;
    }

    private byte[] stored(long address) {
        var page = address & -PAGE;
        return pages.computeIfAbsent(
                        page,
                        base ->
                                new PageOf(
                                        new Origin.Captured(
                                                Location.of(
                                                        "pages-1.img", (base & 0xffff_ffffL), PAGE),
                                                Origin.Store.PRIVATE),
                                        new byte[PAGE],
                                        true))
                .bytes();
    }

    /// Stored page of a segment, at `offset` of its pages file.
    public MemoryBuilder shared(long page, String member, long offset, byte[] content) {
        var bytes = java.util.Arrays.copyOf(content, PAGE);
        pages.put(
                page,
                new PageOf(
                        new Origin.Captured(Location.of(member, offset, PAGE), Origin.Store.SHARED),
                        bytes,
                        true));
        return this;
    }

    /// A page that the checkpoint does not hold.
    public MemoryBuilder missing(long page, Origin.Gap gap, String reason) {
        pages.put(page, new PageOf(new Origin.NotCaptured(gap, reason), new byte[PAGE], true));
        return this;
    }

    /// A stored page that cannot be read.
    public MemoryBuilder damaged(long page) {
        pages.put(
                page,
                new PageOf(
                        new Origin.Captured(
                                Location.of("pages-1.img", page & 0xffff_ffffL, PAGE),
                                Origin.Store.PRIVATE),
                        new byte[PAGE],
                        false));
        return this;
    }

    public AddressSpace build() {
        return new Space(
                List.copyOf(vmas),
                new TreeMap<>(pages),
                new MemoryLayout(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        stackStart,
                        stackStart + 8,
                        stackStart + 16,
                        stackStart + 16,
                        stackStart + 32,
                        List.of()));
    }

    private record Space(List<Vma> vmas, SequencedMap<Long, PageOf> pages, MemoryLayout layout)
            implements AddressSpace {

        @Override
        public int pageSize() {
            return PAGE;
        }

        @Override
        public Optional<Vma> vma(long address) {
            return vmas.stream().filter(vma -> vma.range().contains(address)).findFirst();
        }

        @Override
        public List<Extent> extents(AddressRange range) {
            var extents = new ArrayList<Extent>();
            for (var at = range.start(); at != range.end(); ) {
                var next = (at & -PAGE) + PAGE;
                var end =
                        Long.compareUnsigned(next, range.end()) < 0 && next != 0
                                ? next
                                : range.end();
                extents.add(new Extent(new AddressRange(at, end), origin(at, end - at)));
                at = end;
            }
            return joined(extents);
        }

        private Origin origin(long at, long length) {
            if (vma(at).isEmpty()) {
                return new Origin.NotMapped();
            }
            var page = pages.get(at & -PAGE);
            if (page == null) {
                return new Origin.Zero();
            }
            return page.origin() instanceof Origin.Captured(var location, var store)
                    ? new Origin.Captured(
                            new Location(
                                    location.member(),
                                    location.range().slice(at & PAGE - 1, length)),
                            store)
                    : page.origin();
        }

        private static List<Extent> joined(List<Extent> extents) {
            var joined = new ArrayList<Extent>();
            for (var extent : extents) {
                if (!joined.isEmpty()
                        && !(extent.origin() instanceof Origin.Captured)
                        && joined.getLast().origin().equals(extent.origin())) {
                    var last = joined.removeLast();
                    joined.add(
                            new Extent(
                                    new AddressRange(last.range().start(), extent.range().end()),
                                    extent.origin()));
                } else {
                    joined.add(extent);
                }
            }
            return joined;
        }

        @Override
        public void read(long address, MemorySegment target) throws EvidenceException {
            for (var i = 0L; i < target.byteSize(); i++) {
                var at = address + i;
                var page = pages.get(at & -PAGE);
                if (page != null && !page.readable()) {
                    throw new EvidenceException(Location.of("pages-1.img", 0, PAGE), "bad block");
                }
                if (page != null && page.origin().known()) {
                    target.set(
                            java.lang.foreign.ValueLayout.JAVA_BYTE,
                            i,
                            page.bytes()[(int) (at & PAGE - 1)]);
                } else if (page == null && vma(at).isPresent()) {
                    target.set(java.lang.foreign.ValueLayout.JAVA_BYTE, i, (byte) 0);
                }
            }
        }

        @Override
        public long capturedBytes() {
            return pages.values().stream()
                            .filter(page -> page.origin() instanceof Origin.Captured)
                            .count()
                    * PAGE;
        }
    }
}
