package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.MmEntry;
import org.icecore.criu.proto.VmaEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Joins `mm-`, `pagemap-` and the segments they map into address spaces.
final class MemoryReader {

    private final ImageSet images;
    private final Map<Long, OpenFile> files;
    private final DanglingFiles dangling;
    private final Consumer<Defect> defects;
    private final VmaReader vmas;
    private final Map<Long, Optional<PageStore>> segments = new HashMap<>();
    private final Set<Long> missingSegments = new HashSet<>();
    private final RecentSpaces recent = new RecentSpaces(this::again);

    MemoryReader(
            ImageSet images,
            Map<Long, OpenFile> files,
            DanglingFiles dangling,
            Consumer<Defect> defects) {
        this.images = images;
        this.files = files;
        this.dangling = dangling;
        this.defects = defects;
        this.vmas =
                new VmaReader(
                        files, new SharedMemoryKeys(images), images.machine(), dangling, defects);
    }

    /// What `mm-PID.img` says of one task.
    record Memory(Observed<AddressSpace> space, Observed<OpenFile> executable) {}

    private record Read(Observed<DumpedMemory> space, Observed<OpenFile> executable) {}

    /// What the images say of that task's memory. Safe for use by several threads.
    synchronized Memory read(long pid) {
        var memory = readOnce(pid);
        memory.space().found().ifPresent(space -> recent.keep(pid, space));
        return new Memory(
                memory.space().map(_ -> new RecalledMemory(pid, recent)), memory.executable());
    }

    /// The same address space as before.
    private synchronized DumpedMemory again(long pid) {
        return readOnce(pid)
                .space()
                .found()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "mm-%d.img could be read once and cannot be read again: the evidence has changed or is closed"
                                                .formatted(pid)));
    }

    private Read readOnce(long pid) {
        var name = ImageName.of(ImageKind.MM, pid);
        var image = images.read(name);
        var entry =
                image.flatMap(
                        file ->
                                file.entries().stream()
                                        .filter(one -> one.message() instanceof MmEntry)
                                        .findFirst());
        if (entry.isEmpty()) {
            var why =
                    image.flatMap(file -> file.defects().stream().findFirst())
                            .map(Defect::toString)
                            .orElseGet(() -> images.absence(name));
            return new Read(Observed.notCaptured(why), Observed.notCaptured(why));
        }
        var mm = (MmEntry) entry.get().message();
        var at = entry.get().at();
        var apart =
                mm.getVmasCount() == 0
                        ? images.read(ImageName.of(ImageKind.VMAS, pid))
                        : Optional.<ImageFile>empty();
        var space =
                apart.isPresent()
                        ? space(pid, withMappings(mm, apart.get()), at, places(apart.get()))
                        : space(pid, mm, at, places(image.orElseThrow(), entry.get(), mm));
        return new Read(Observed.present(space, at), executable(mm, at));
    }

    /// Before format 1.1 the mappings were in an image of their own.
    private static MmEntry withMappings(MmEntry mm, ImageFile apart) {
        return mm.toBuilder().addAllVmas(apart.messages(VmaEntry.class)).buildPartial();
    }

    private static List<Location> places(ImageFile apart) {
        return apart.entries().stream()
                .filter(entry -> entry.message() instanceof VmaEntry)
                .map(ImageEntry::at)
                .toList();
    }

    private Observed<OpenFile> executable(MmEntry mm, Location at) {
        dangling.check(
                DanglingFiles.Reference.EXECUTABLE, Integer.toUnsignedLong(mm.getExeFileId()), at);
        var file = files.get(Integer.toUnsignedLong(mm.getExeFileId()));
        return file == null
                ? Observed.notCaptured(
                        images.noFiles()
                                .orElseGet(
                                        () ->
                                                "no file has the id %s of the executable"
                                                        .formatted(
                                                                Integer.toUnsignedString(
                                                                        mm.getExeFileId()))))
                : Observed.present(file, at);
    }

    private DumpedMemory space(long pid, MmEntry mm, Location at, List<Location> places) {
        var found =
                new PageSizes(images, defects)
                        .of(pid, mm.getMmSavedAuxvList(), mm.getVmasList(), at);
        var pageSize = found.bytes();
        var own =
                PageStore.open(images, ImageName.of(ImageKind.PAGEMAP, pid), found, defects)
                        .or(
                                () ->
                                        PageStore.openOld(
                                                images,
                                                ImageName.of(ImageKind.PAGES, pid),
                                                defects));
        var kept = disjoint(vmas.read(mm, places));
        kept.forEach(vma -> tellSegment(vma, pageSize));
        var stray = own.map(store -> StrayPages.of(store.pagemap(), kept)).orElse(StrayPages.NONE);
        stray.defect().ifPresent(defects);
        return new DumpedMemory(
                pageSize,
                kept,
                kept.stream()
                        .map(
                                vma ->
                                        Backings.of(
                                                vma,
                                                own.isPresent(),
                                                images,
                                                this::segment,
                                                pageSize))
                        .toList(),
                layout(mm),
                own,
                stray.bytes());
    }

    /// Where each mapping lies in its message; that of the message for all if it cannot be told.
    private static List<Location> places(ImageFile image, ImageEntry entry, MmEntry mm) {
        try {
            var places = image.locate(entry, MmEntry.VMAS_FIELD_NUMBER);
            if (places.size() == mm.getVmasCount()) {
                return places;
            }
        } catch (EvidenceException _) {
            // It could be read a moment ago; the place of the whole is as true.
        }
        return Collections.nCopies(mm.getVmasCount(), entry.at());
    }

    private Optional<PageStore> segment(long shmid, int pageSize) {
        return segments.computeIfAbsent(
                shmid,
                id ->
                        PageStore.open(
                                        images,
                                        ImageName.of(ImageKind.SHMEM_PAGEMAP, id),
                                        pageSize,
                                        defects)
                                .or(
                                        () ->
                                                PageStore.openOld(
                                                        images,
                                                        ImageName.of(ImageKind.SHM_PAGES_OLD, id),
                                                        defects)));
    }

    private void tellSegment(Vma vma, int pageSize) {
        if (vma.kind() == VmaKind.SHARED
                && vma.file().isEmpty()
                && segment(vma.shmid(), pageSize).isEmpty()
                && missingSegments.add(vma.shmid())) {
            var name = ImageName.of(ImageKind.SHMEM_PAGEMAP, vma.shmid());
            defects.accept(
                    new Defect(
                            vma.at(),
                            "%s (a shared mapping names the segment): the content of the shared memory is unknown"
                                    .formatted(images.absence(name))));
        }
    }

    /// Sorted; of two that claim an address the one that begins lower is kept.
    private List<Vma> disjoint(List<Vma> unsorted) {
        var sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparing(Vma::range));
        var kept = new ArrayList<Vma>();
        for (var vma : sorted) {
            if (!kept.isEmpty() && kept.getLast().range().overlaps(vma.range())) {
                defects.accept(
                        new Defect(
                                vma.at(),
                                "mapping %s overlaps %s; left out"
                                        .formatted(vma.range(), kept.getLast().range())));
            } else {
                kept.add(vma);
            }
        }
        return kept;
    }

    private static MemoryLayout layout(MmEntry mm) {
        return new MemoryLayout(
                mm.getMmStartCode(),
                mm.getMmEndCode(),
                mm.getMmStartData(),
                mm.getMmEndData(),
                mm.getMmStartBrk(),
                mm.getMmBrk(),
                mm.getMmStartStack(),
                mm.getMmArgStart(),
                mm.getMmArgEnd(),
                mm.getMmEnvStart(),
                mm.getMmEnvEnd(),
                mm.getMmSavedAuxvList());
    }
}
