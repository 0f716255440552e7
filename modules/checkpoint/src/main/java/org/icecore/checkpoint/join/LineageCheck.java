package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.icecore.checkpoint.dump.Kinship;
import org.icecore.checkpoint.layout.Lineage;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.PageRun;
import org.icecore.criu.Pagemap;
import org.icecore.criu.proto.MmEntry;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Makes sure that the dumps before are those that a dump was made with, and that pages which a server kept are those of a
/// task of the dump.
///
/// What was supplied and cannot be is refused; what a link led to is taken, and told to be doubtful.
///
/// @param container id of the container of the dump, if it is told
/// @param stale tells images that are remnants of an earlier dump: their pages have another parent, if any
record LineageCheck(
        ImageSet images, Lineage lineage, Optional<String> container, StaleImages stale) {

    /// One for each of the dumps before, the nearest first.
    ///
    /// @throws EvidenceException if one was supplied that is no parent
    List<Kinship> run() throws EvidenceException {
        int pageSize = pageSize();
        var kinships = new ArrayList<Kinship>();
        var names = pagemaps();
        var set = images;
        for (int i = 0; i < lineage.parents().size(); i++) {
            var parent = set.parent().orElseThrow();
            var directory = lineage.parents().get(i);
            var pair = new ParentPair(set, parent, lineage.archive());
            // Whose dump it is tells more than which pages it lacks.
            pair.compare(container, lineage.targets().get(i));
            var next = new LinkedHashSet<ImageName>();
            for (var name : names) {
                if (pair.refers(name, pageSize)) {
                    next.add(name);
                }
            }
            var kinship = pair.kinship(directory, lineage.supplied().contains(directory));
            if (kinship.pages() == 0 && lineage.unlinked().containsKey(directory)) {
                throw new EvidenceException(
                        Location.of(lineage.unlinked().get(directory).toString(), 0, 0),
                        "supplied as a parent, but %s refers to no parent that is not here"
                                .formatted(
                                        set.directory().isEmpty()
                                                ? "the checkpoint"
                                                : set.directory()));
            }
            if (kinship.supplied() && kinship.refuted()) {
                var doubt = kinship.doubts().getFirst();
                throw new EvidenceException(
                        doubt.at(),
                        "%s; the parent that fits %s"
                                .formatted(
                                        doubt.text(),
                                        pair.fitting(container, lineage.targets().get(i))));
            }
            kinships.add(kinship);
            names = next;
            set = parent;
        }
        checkUse(kinships);
        return kinships;
    }

    private void checkUse(List<Kinship> kinships) throws EvidenceException {
        boolean used =
                lineage.supplied().isEmpty()
                        || kinships.stream().anyMatch(kinship -> kinship.pages() > 0)
                        || lineage.pages().isPresent() && anyOfTask();
        if (!used) {
            throw new EvidenceException(
                    Location.of(images.directory() + "pstree.img", 0, 0),
                    "nothing of this dump refers to what was supplied as its parent or its pages");
        }
    }

    /// Whether pages of this dump were left to the first dump that is not here. What cannot be read may speak of some.
    boolean leavesPages() {
        int pageSize = pageSize();
        var set = images;
        while (set.parent().isPresent()) {
            set = set.parent().get();
        }
        for (var name : pagemaps()) {
            if (set.has(name) && leavesPages(set, name, pageSize)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leavesPages(ImageSet set, ImageName name, int pageSize) {
        var source = set.open(name);
        if (source.isEmpty()) {
            return true;
        }
        var map = Pagemap.read(source.get(), pageSize);
        if (!map.defects().isEmpty()) {
            return true;
        }
        for (var run : map) {
            if (run.origin() == PageRun.Origin.PARENT) {
                return true;
            }
        }
        return false;
    }

    private boolean anyOfTask() {
        return pagemaps().stream()
                .filter(name -> images.open(name).isPresent())
                .anyMatch(
                        name ->
                                name.id().stream()
                                        .anyMatch(
                                                id -> images.has(ImageName.of(ImageKind.MM, id))));
    }

    private SequencedSet<ImageName> pagemaps() {
        var names = new LinkedHashSet<ImageName>();
        images.names().stream()
                .filter(
                        name ->
                                name.kind() == ImageKind.PAGEMAP
                                        || name.kind() == ImageKind.SHMEM_PAGEMAP)
                .filter(name -> !stale.contains(name))
                .forEach(names::add);
        return names;
    }

    /// The page size of the first task that tells it.
    private int pageSize() {
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
