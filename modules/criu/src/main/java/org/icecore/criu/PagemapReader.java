package org.icecore.criu;

import java.io.IOException;
import java.util.OptionalLong;
import org.icecore.criu.PageRun.Origin;
import org.icecore.criu.proto.PagemapHead;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Walks once through a pagemap image, a window at a time.
final class PagemapReader {

    private static final int WINDOW = RunTable.GREATEST_ENTRY + 1;

    /// The most runs that are kept: 256 MiB of heap, more than 32 GiB of memory in which no two pages are neighbours.
    static final int MOST_RUNS = 8 * 1024 * 1024;

    /// The widest address space there is, LA57 of x86-64, as bytes.
    private static final long WIDEST_RUN = 1L << 57;

    private static final int LIKELY_ENTRY = 20;

    private final ByteSource source;
    private final long pageSize;
    private final Defects defects;
    private final ByteWindow window;
    private final PagemapEntryReader entry = new PagemapEntryReader();
    private final RunTable runs;

    private OptionalLong pagesId = OptionalLong.empty();
    private long presentPages;
    /// Where the next content lies in the pages file; means nothing once `located` is false.
    private long payload;
    private boolean located = true;
    private boolean ordered = true;
    private boolean inherits;
    private long lazyPages;
    private final LossOfEntries loss = new LossOfEntries();
    private long previousAddress;

    PagemapReader(ByteSource source, long pageSize) {
        this.source = source;
        this.pageSize = pageSize;
        this.defects = new Defects(source);
        this.window = new ByteWindow(source, WINDOW);
        this.runs = new RunTable((int) Math.min(source.size() / LIKELY_ENTRY + 1, 64 * 1024));
    }

    Pagemap read() {
        boolean complete = false;
        try {
            var header = ImageHeader.read(source, window, ImageKind.PAGEMAP, defects);
            complete = header.isPresent() && readHead(header.get().length());
        } catch (EvidenceException unreadable) {
            defects.add(Defect.of(unreadable));
        }
        if (!complete) {
            loss.here();
        }
        if (!ordered) {
            runs.sort();
        }
        separate();
        runs.trim();
        return new Pagemap(
                source,
                pageSize,
                pagesId,
                runs,
                presentPages,
                located ? OptionalLong.of(payload) : OptionalLong.empty(),
                loss.found(),
                inherits,
                lazyPages,
                defects.list());
    }

    /// Whether all that is there could be read.
    private boolean readHead(long start) throws EvidenceException {
        var messages = new MessageReader(source, window, defects);
        if (start == source.size()) {
            defects.add(new ByteRange(start, start), "ends before its pagemap_head");
            return false;
        }
        var frame = messages.frame(start);
        if (frame.isPresent()) {
            messages.parse(frame.get(), PagemapHead.getDefaultInstance())
                    .map(PagemapHead.class::cast)
                    .filter(PagemapHead::hasPagesId)
                    .ifPresent(
                            head ->
                                    pagesId =
                                            OptionalLong.of(
                                                    Integer.toUnsignedLong(head.getPagesId())));
            return readEntries(frame.get().end());
        }
        return false;
    }

    private boolean readEntries(long start) throws EvidenceException {
        long position = start;
        while (position < source.size()) {
            long left = source.size() - position - Integer.BYTES;
            if (left < 0) {
                defects.add(
                        new ByteRange(position, source.size()),
                        "%s; the size of an entry takes 4",
                        Amount.of(source.size() - position, "trailing byte"));
                return false;
            }
            long size = Integer.toUnsignedLong(window.u32(position));
            if (size > left || size > RunTable.GREATEST_ENTRY) {
                defects.add(
                        new ByteRange(position, source.size()),
                        "entry of %s; %s there, and at most %d are read",
                        Amount.of(size, "byte"),
                        Amount.are(left),
                        RunTable.GREATEST_ENTRY);
                return false;
            }
            if (runs.size() == MOST_RUNS) {
                defects.add(
                        new ByteRange(position, source.size()),
                        "not read: more than %d entries",
                        MOST_RUNS);
                return false;
            }
            readEntry(ByteRange.of(position + Integer.BYTES, size));
            position += Integer.BYTES + size;
        }
        return true;
    }

    private void readEntry(ByteRange at) throws EvidenceException {
        int length = Math.toIntExact(at.length());
        try {
            entry.read(window.buffer(), window.load(at.start(), length), length);
        } catch (IOException malformed) {
            // It may have taken room in the pages file, so nobody can tell where the later pages
            // lie.
            located = false;
            loss.here();
            defects.add(
                    at,
                    "no pagemap_entry: %s; later pages cannot be located",
                    MessageReader.firstSentence(malformed));
            return;
        }
        if (!entry.complete()) {
            located = false;
            loss.here();
            defects.add(
                    at,
                    "pagemap_entry without address or page count; later pages cannot be located");
            return;
        }
        Origin origin = origin(at);
        long offset = -1;
        if (entry.has(PagemapEntryReader.PRESENT)) {
            alignPayload();
            long start = payload;
            countPresent(at);
            takeRoom(at);
            if (origin == Origin.PRESENT || origin == Origin.COMPRESSED) {
                origin = located ? origin : Origin.UNREADABLE;
                offset = located ? start : -1;
            }
        }
        if (!sound(at)) {
            loss.here();
        } else {
            long address = entry.address();
            inherits |= origin == Origin.PARENT;
            lazyPages += origin == Origin.LAZY ? entry.pages() : 0;
            loss.passed(address, address + entry.pages() * pageSize);
            ordered &= runs.size() == 0 || Long.compareUnsigned(previousAddress, address) < 0;
            if (runs.size() > 0 && Long.compareUnsigned(previousAddress, address) > 0) {
                loss.anywhere();
                defects.add(
                        at,
                        "address 0x%x after 0x%x; entries are out of order",
                        address,
                        previousAddress);
            }
            previousAddress = address;
            runs.add(address, entry.pages(), origin, offset, at.start(), length);
        }
    }

    private Origin origin(ByteRange at) {
        if (entry.unknownFlags() != 0) {
            located = false;
            defects.add(
                    at,
                    "unknown flags 0x%x; these pages and later ones cannot be located",
                    entry.unknownFlags());
            return Origin.UNREADABLE;
        }
        if (entry.has(PagemapEntryReader.PRESENT)) {
            if (entry.has(PagemapEntryReader.PARENT)) {
                defects.add(
                        at,
                        "flags say both present and in the parent dump; CRIU never writes that");
                return Origin.UNREADABLE;
            }
            return entry.compressed() ? Origin.COMPRESSED : Origin.PRESENT;
        }
        if (entry.aligned() || entry.compressed()) {
            defects.add(
                    at, "says how pages are stored that are not stored; CRIU never writes that");
            return Origin.UNREADABLE;
        }
        if (entry.has(PagemapEntryReader.PARENT)) {
            return Origin.PARENT;
        }
        return entry.has(PagemapEntryReader.LAZY) ? Origin.LAZY : Origin.ZERO;
    }

    private void alignPayload() {
        if (entry.aligned() && located) {
            long aligned = Math.ceilDiv(payload, pageSize) * pageSize;
            located = aligned >= 0;
            payload = aligned;
        }
    }

    private void countPresent(ByteRange at) {
        long sum = presentPages + entry.pages();
        if (entry.pages() < 0 || sum < 0 || sum > Long.MAX_VALUE / pageSize) {
            located = false;
            defects.add(
                    at,
                    "%s pages after %d others; later pages cannot be located",
                    Long.toUnsignedString(entry.pages()),
                    presentPages);
        } else {
            presentPages = sum;
        }
    }

    /// Moves `payload` behind what the entry stores.
    private void takeRoom(ByteRange at) {
        if (!located) {
            return;
        }
        try {
            long stored =
                    entry.compressed()
                            ? entry.blocks(pageSize, payload).stored()
                            : entry.pages() * pageSize;
            located = payload <= Long.MAX_VALUE - stored;
            payload += stored;
        } catch (IOException contradictory) {
            located = false;
            defects.add(
                    at,
                    "compressed pages that cannot be read: %s; later pages cannot be located",
                    MessageReader.firstSentence(contradictory));
        }
    }

    /// Whether the entry can be a part of an address space.
    private boolean sound(ByteRange at) {
        long address = entry.address();
        long pages = entry.pages();
        if ((address & pageSize - 1) != 0) {
            defects.add(
                    at,
                    "address 0x%x is no multiple of the page size %d; left out",
                    address,
                    pageSize);
            return false;
        }
        if (pages == 0) {
            defects.add(at, "no pages at 0x%x; left out", address);
            return false;
        }
        if (Long.compareUnsigned(pages, WIDEST_RUN / pageSize) > 0) {
            defects.add(
                    at,
                    "%s pages at 0x%x, more than any computer has; left out",
                    Long.toUnsignedString(pages),
                    address);
            return false;
        }
        long last = address + (pages * pageSize - 1);
        if (Long.compareUnsigned(last, address) < 0) {
            defects.add(
                    at,
                    "%d pages at 0x%x reach past the end of all addresses; left out",
                    pages,
                    address);
            return false;
        }
        return true;
    }

    /// Lets no two runs claim the same page; the runs are in order.
    private void separate() {
        int kept = 0;
        for (int i = 0; i < runs.size(); i++) {
            long overlap = kept == 0 ? 0 : overlap(kept - 1, i);
            if (overlap > 0) {
                defects.add(
                        ByteRange.of(runs.start(i), runs.length(i)),
                        "address 0x%x belongs to another entry already; %d of %d pages left out",
                        runs.address(i),
                        Math.min(overlap, runs.pages(i)),
                        runs.pages(i));
            }
            if (overlap < runs.pages(i)) {
                runs.move(i, kept);
                runs.cutHead(kept, overlap, pageSize);
                kept++;
            }
        }
        runs.truncate(kept);
    }

    /// How many pages of run `b` lie before the end of `a`; of a run in order and apart, none.
    private long overlap(int a, int b) {
        return Math.max(0, firstPage(a) + runs.pages(a) - firstPage(b));
    }

    private long firstPage(int i) {
        return Long.divideUnsigned(runs.address(i), pageSize);
    }
}
