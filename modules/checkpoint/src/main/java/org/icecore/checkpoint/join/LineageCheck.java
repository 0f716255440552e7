package org.icecore.checkpoint.join;

import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.PageRun;
import org.icecore.criu.Pagemap;
import org.icecore.criu.proto.MmEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Makes sure that what was supplied as the parents or the pages of a dump is that: each page that the dump leaves to its
/// parent is in the parent's pagemap of the same number, and pages that a server kept are those of a task of the dump.
record LineageCheck(ImageSet images, int pageSize) {

    LineageCheck(ImageSet images) {
        this(images, pageSize(images));
    }

    /// @throws EvidenceException at the first page that shows the contrary
    void run() throws EvidenceException {
        boolean used = false;
        for (var name : images.names()) {
            if (name.kind() == ImageKind.PAGEMAP || name.kind() == ImageKind.SHMEM_PAGEMAP) {
                used |= check(images, name);
            }
        }
        if (!used) {
            throw new EvidenceException(
                    Location.of(images.directory() + "pstree.img", 0, 0),
                    "nothing of this dump refers to what was supplied as its parent or its pages");
        }
    }

    /// Whether the pagemap refers to a parent, or is that of a task.
    private boolean check(ImageSet set, ImageName name) throws EvidenceException {
        var source = set.open(name);
        if (source.isEmpty()) {
            return false;
        }
        boolean refers = false;
        for (var run : Pagemap.read(source.get(), pageSize)) {
            if (run.origin() == PageRun.Origin.PARENT && set.parent().isPresent()) {
                refers = true;
                checkCovered(set.parent().get(), name, run);
            }
        }
        if (refers) {
            check(set.parent().orElseThrow(), name);
        }
        return refers || name.id().stream().anyMatch(id -> set.has(ImageName.of(ImageKind.MM, id)));
    }

    private void checkCovered(ImageSet parent, ImageName name, PageRun wanted)
            throws EvidenceException {
        var source = parent.open(name);
        if (source.isEmpty()) {
            throw new EvidenceException(
                    wanted.at(),
                    "refers to a parent, but what was supplied is none: " + parent.absence(name));
        }
        var map = Pagemap.read(source.get(), pageSize);
        long last = wanted.address() + wanted.pages() * pageSize - 1;
        long at = wanted.address();
        while (Long.compareUnsigned(at, last) <= 0) {
            var run = map.runAt(at);
            if (run.isEmpty()) {
                throw new EvidenceException(
                        wanted.at(),
                        "leaves the page at 0x%x to a parent, but what was supplied is none: %s has no such page"
                                .formatted(at, source.get().locate(new ByteRange(0, 0)).member()));
            }
            var found = map.run(run.getAsInt());
            at = found.address() + found.pages() * pageSize;
        }
    }

    /// The page size of the first task that tells it.
    private static int pageSize(ImageSet images) {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.MM)
                .flatMap(name -> images.read(name).stream())
                .flatMap(image -> image.entries().stream())
                .filter(entry -> entry.message() instanceof MmEntry)
                .map(entry -> ((MmEntry) entry.message()).getMmSavedAuxvList())
                .flatMapToInt(vector -> PageSizes.told(vector).stream())
                .findFirst()
                .orElse(PageSizes.SMALLEST);
    }
}
