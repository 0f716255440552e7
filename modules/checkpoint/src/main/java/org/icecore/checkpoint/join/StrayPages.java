package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.criu.PageRun;
import org.icecore.criu.Pagemap;
import org.icecore.evidence.Defect;

/// The stored pages of a pagemap that lie in no mapping of its task, as when it is the pagemap of another task: no address
/// leads to them, so that whatever asks for the memory of the task passes them by.
///
/// @param pages how many
/// @param bytes of them
/// @param defect that tells of them; empty if there are none
record StrayPages(long pages, long bytes, Optional<Defect> defect) {

    static final StrayPages NONE = new StrayPages(0, 0, Optional.empty());

    /// @param vmas ascending and disjoint
    static StrayPages of(Pagemap pagemap, List<Vma> vmas) {
        long bytes = 0;
        var first = new ArrayList<PageRun>();
        long address = 0;
        var from = 0;
        for (var i = 0; i < pagemap.size(); i++) {
            var run = pagemap.run(i);
            if (!stored(run)) {
                continue;
            }
            var at = run.address();
            var end = at + run.pages() * pagemap.pageSize();
            while (from < vmas.size()
                    && Long.compareUnsigned(vmas.get(from).range().end(), at) <= 0) {
                from++;
            }
            for (var next = from; at != end; next++) {
                var stop = next < vmas.size() ? least(vmas.get(next).range().start(), end) : end;
                if (Long.compareUnsigned(at, stop) < 0) {
                    if (first.isEmpty()) {
                        first.add(run);
                        address = at;
                    }
                    bytes += stop - at;
                }
                at =
                        next < vmas.size() && stop != end
                                ? least(vmas.get(next).range().end(), end)
                                : end;
            }
        }
        return first.isEmpty() ? NONE : told(bytes, pagemap.pageSize(), address, first.getFirst());
    }

    private static boolean stored(PageRun run) {
        return switch (run.origin()) {
            case PRESENT, COMPRESSED, UNREADABLE -> true;
            case PARENT, LAZY, ZERO -> false;
        };
    }

    private static StrayPages told(long bytes, long pageSize, long address, PageRun first) {
        var pages = bytes / pageSize;
        return new StrayPages(
                pages,
                bytes,
                Optional.of(
                        new Defect(
                                first.at(),
                                "%,d stored %s (%,d bytes) %s in no mapping of the task, the first at 0x%x: no address leads to %s"
                                        .formatted(
                                                pages,
                                                pages == 1 ? "page" : "pages",
                                                bytes,
                                                pages == 1 ? "lies" : "lie",
                                                address,
                                                pages == 1 ? "it" : "them"))));
    }

    private static long least(long one, long other) {
        return Long.compareUnsigned(one, other) < 0 ? one : other;
    }
}
