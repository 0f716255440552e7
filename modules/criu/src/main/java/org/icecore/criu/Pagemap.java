package org.icecore.criu;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Which pages of an address space, or of a shared memory segment, a dump knows, and where their content is.
///
/// Compact: 32 bytes of heap per run. Runs are in unsigned order of their addresses and do not overlap, whatever the
/// file says:
///
/// - an entry whose address is no multiple of the page size, that has no pages, reaches past 2^64 or spans more than
///   2^57 bytes is left out;
/// - where two entries claim the same page, neither can be trusted more: the one that begins lower (earlier in the file
///   if both begin together) is kept, the other begins after it or, if nothing remains of it, is left out;
/// - entries out of order are put in order.
///
/// Each case is a defect. Entries that are left out still take their room in the pages file, so that the pages after
/// them are found where CRIU wrote them.
public final class Pagemap implements Iterable<PageRun> {

    private static final long SMALLEST_PAGE = 1024;

    private final ByteSource source;
    private final long pageSize;
    private final OptionalLong pagesId;
    private final RunTable runs;
    private final long presentPages;
    private final OptionalLong payloadBytes;
    private final Optional<LostEntries> lost;
    private final boolean inherits;
    private final long lazyPages;
    private final List<Defect> defects;
    /// Whoever reads pages reads their neighbours next.
    private volatile SoftReference<KnownBlocks> lastBlocks = new SoftReference<>(null);

    private record KnownBlocks(long entry, PageBlocks blocks) {}

    Pagemap(
            ByteSource source,
            long pageSize,
            OptionalLong pagesId,
            RunTable runs,
            long presentPages,
            OptionalLong payloadBytes,
            Optional<LostEntries> lost,
            boolean inherits,
            long lazyPages,
            List<Defect> defects) {
        this.source = source;
        this.pageSize = pageSize;
        this.pagesId = pagesId;
        this.runs = runs;
        this.presentPages = presentPages;
        this.payloadBytes = payloadBytes;
        this.lost = lost;
        this.inherits = inherits;
        this.lazyPages = lazyPages;
        this.defects = List.copyOf(defects);
    }

    /// Reads a pagemap image. Never throws for bad content.
    ///
    /// @param pageSize bytes per page on the computer that was dumped, a power of two from 1024 on; images do not
    ///     record it
    /// @throws IllegalArgumentException for any other page size
    public static Pagemap read(ByteSource source, long pageSize) {
        if (pageSize < SMALLEST_PAGE || Long.bitCount(pageSize) != 1) {
            throw new IllegalArgumentException("page size " + pageSize);
        }
        return new PagemapReader(source, pageSize).read();
    }

    /// Reads a pages file from before there were pagemaps ([ImageKind#PAGES_OLD], [ImageKind#SHM_PAGES_OLD]), each page
    /// of which lies behind its address. Never throws for bad content.
    public static Pagemap readOld(ByteSource source) {
        return new OldPagesReader(source).read();
    }

    /// The page size given.
    public long pageSize() {
        return pageSize;
    }

    /// Which pages file belongs to it, N in `pages-N.img`; not the pid. Empty if the file breaks off before, does not
    /// say, or is itself the pages file.
    public OptionalLong pagesId() {
        return pagesId;
    }

    /// Number of runs.
    public int size() {
        return runs.size();
    }

    /// The run with that number, from zero.
    public PageRun run(int i) {
        return new PageRun(
                runs.address(i),
                runs.pages(i),
                runs.origin(i),
                runs.offset(i),
                source.locate(ByteRange.of(runs.start(i), runs.length(i))));
    }

    /// The run that holds the byte at `address` (unsigned).
    public OptionalInt runAt(long address) {
        int i = runs.floor(address);
        if (i < 0) {
            return OptionalInt.empty();
        }
        long page = Long.divideUnsigned(address - runs.address(i), pageSize);
        return page < runs.pages(i) ? OptionalInt.of(i) : OptionalInt.empty();
    }

    /// The first run that holds the byte at `address` (unsigned) or one above it; [#size()] if there is none.
    public int firstRunFrom(long address) {
        return runAt(address).orElseGet(() -> runs.floor(address) + 1);
    }

    /// How many pages the entries of the file put into the pages file, those of entries that were left out included.
    public long presentPages() {
        return presentPages;
    }

    /// How many bytes the entries of the file put into the pages file, those of entries that were left out included. A
    /// pages file of another length is damaged, or its contents were moved by deduplication.
    ///
    /// Empty if nobody can tell: an entry has unknown flags, cannot be read, or has blocks that do not add up.
    public OptionalLong payloadBytes() {
        return payloadBytes;
    }

    /// The blocks of the entry of a run whose origin is [PageRun.Origin#COMPRESSED]; they hold all pages of the entry,
    /// also those that the run leaves to another.
    public PageBlocks blocks(int i) throws EvidenceException {
        long start = runs.start(i);
        var known = lastBlocks.get();
        if (known != null && known.entry() == start) {
            return known.blocks();
        }
        var blocks = readBlocks(i);
        lastBlocks = new SoftReference<>(new KnownBlocks(start, blocks));
        return blocks;
    }

    private PageBlocks readBlocks(int i) throws EvidenceException {
        byte[] content = source.bytes(runs.start(i), runs.length(i));
        var entry = new PagemapEntryReader();
        try {
            entry.read(content, 0, content.length);
            return entry.blocks(pageSize, runs.offset(i));
        } catch (IOException changed) {
            throw new EvidenceException(run(i).at(), "no blocks any more: " + changed.getMessage());
        }
    }

    /// The first run that is left to the parent of an incremental dump.
    public Optional<PageRun> inherited() {
        // Asked of each pagemap, and most have none.
        return inherits
                ? IntStream.range(0, size())
                        .mapToObj(this::run)
                        .filter(run -> run.origin() == PageRun.Origin.PARENT)
                        .findFirst()
                : Optional.empty();
    }

    /// How many pages are in no file, since a lazy restore was to fetch them; those that entries claim twice count twice.
    public long lazyPages() {
        return lazyPages;
    }

    /// Where pages may have been stored that no run holds; nothing if all entries could be read and are in order.
    public Optional<LostEntries> lost() {
        return lost;
    }

    /// What is wrong with the file; empty if nothing is.
    public List<Defect> defects() {
        return defects;
    }

    /// The runs in order of their addresses.
    @Override
    public Iterator<PageRun> iterator() {
        return IntStream.range(0, size()).mapToObj(this::run).iterator();
    }
}
