package org.icecore.criu;

import java.util.Optional;
import java.util.OptionalLong;
import org.icecore.criu.PageRun.Origin;
import org.icecore.criu.raw.OldPages;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Notes where each page of a pages file lies that has the addresses between them.
final class OldPagesReader {

    private final ByteSource source;
    private final Defects defects;
    private final RunTable runs = new RunTable(1024);
    private boolean ordered = true;

    OldPagesReader(ByteSource source) {
        this.source = source;
        this.defects = new Defects(source);
    }

    Pagemap read() {
        boolean complete = false;
        try {
            complete = readPages(ImageStart.read(source, ImageKind.PAGES_OLD));
        } catch (EvidenceException unreadable) {
            defects.add(Defect.of(unreadable));
        }
        if (!ordered) {
            runs.sort();
        }
        int kept = runs.size();
        dropRepeated();
        runs.trim();
        return new Pagemap(
                source,
                OldPages.PAGE,
                OptionalLong.empty(),
                runs,
                kept,
                OptionalLong.of(source.size()),
                complete ? Optional.empty() : Optional.of(LostEntries.ANYWHERE),
                false,
                0,
                defects.list());
    }

    /// Whether all that is there could be read.
    private boolean readPages(ImageStart start) throws EvidenceException {
        var pages = new OldPages(source, start.order(), start.header());
        for (var page = pages.next(); page.isPresent(); page = pages.next()) {
            if (runs.size() == PagemapReader.MOST_RUNS) {
                defects.add(
                        page.get().at(), "not read: more than %d pages", PagemapReader.MOST_RUNS);
                return false;
            }
            note(page.get());
        }
        pages.defect().ifPresent(defects::add);
        return pages.defect().isEmpty();
    }

    private void note(OldPages.OldPage page) {
        long address = page.address();
        if ((address & OldPages.PAGE - 1) != 0) {
            defects.add(
                    page.at(),
                    "address 0x%x is no multiple of the page size %d; left out",
                    address,
                    OldPages.PAGE);
            return;
        }
        int last = runs.size() - 1;
        ordered &= last < 0 || Long.compareUnsigned(runs.address(last), address) < 0;
        runs.add(
                address,
                1,
                Origin.PRESENT,
                page.content().start(),
                page.at().start(),
                (int) page.at().length());
    }

    /// Of two pages with one address the first is kept.
    private void dropRepeated() {
        int kept = 0;
        for (int i = 0; i < runs.size(); i++) {
            if (kept > 0 && runs.address(kept - 1) == runs.address(i)) {
                defects.add(
                        ByteRange.of(runs.start(i), runs.length(i)),
                        "address 0x%x has a page already; left out",
                        runs.address(i));
            } else {
                runs.move(i, kept);
                kept++;
            }
        }
        runs.truncate(kept);
    }
}
