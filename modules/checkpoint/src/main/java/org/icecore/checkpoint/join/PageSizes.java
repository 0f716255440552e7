package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Pagemap;
import org.icecore.criu.proto.VmaEntry;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// Derives how large the pages of a task are. No image records it: the kernel told the task, mappings begin and end on
/// page boundaries, and a pages file is as long as the pages that its pagemap counts.
record PageSizes(ImageSet images, Consumer<Defect> defects) {

    /// Where nothing tells: every other size is a multiple of it, so no boundary is missed.
    static final int SMALLEST = 4096;

    private static final List<Integer> KNOWN = List.of(SMALLEST, 16 * 1024, 64 * 1024);

    /// Key of the page size in the auxiliary vector, include/uapi/linux/auxvec.h.
    private static final long AT_PAGESZ = 6;

    /// What the kernel told the task; empty if it told none that a machine can have.
    static OptionalInt told(List<Long> auxiliaryVector) {
        return IntStream.range(0, auxiliaryVector.size() / 2)
                .filter(i -> auxiliaryVector.get(2 * i) == AT_PAGESZ)
                .mapToLong(i -> auxiliaryVector.get(2 * i + 1))
                .filter(size -> size >= 1024 && size <= 1 << 20 && Long.bitCount(size) == 1)
                .mapToInt(size -> (int) size)
                .findFirst();
    }

    /// A page size, and the pagemap as it reads with it, if it was read to find out: it can be long.
    record PageSize(int bytes, Optional<Pagemap> pagemap) {}

    /// The page size of that task. Where what it was told contradicts what was stored, that which was stored counts.
    ///
    /// @param at where it was told
    PageSize of(long pid, List<Long> auxiliaryVector, List<VmaEntry> vmas, Location at) {
        var told = told(auxiliaryVector);
        if (told.isPresent() && aligned(vmas, told.getAsInt())) {
            var map = read(pid, told.getAsInt());
            if (map.isEmpty() || possible(map.get())) {
                return new PageSize(told.getAsInt(), map);
            }
        }
        var stored =
                KNOWN.stream()
                        .filter(size -> aligned(vmas, size))
                        .flatMap(size -> proven(pid, size).stream())
                        .findFirst();
        if (told.isPresent() && stored.isPresent()) {
            defects.accept(
                    new Defect(
                            at,
                            "the task was told of pages of %d bytes, but its pages are stored as those of %d; read as these"
                                    .formatted(told.getAsInt(), stored.get().bytes())));
        } else if (told.isPresent() && !aligned(vmas, told.getAsInt())) {
            defects.accept(
                    new Defect(
                            at,
                            "the task was told of pages of %d bytes, but not all of its mappings begin and end on their boundaries"
                                    .formatted(told.getAsInt())));
        }
        return stored.orElseGet(() -> new PageSize(told.orElse(SMALLEST), Optional.empty()));
    }

    private static boolean aligned(List<VmaEntry> vmas, long size) {
        return vmas.stream().allMatch(vma -> ((vma.getStart() | vma.getEnd()) & size - 1) == 0);
    }

    private Optional<Pagemap> read(long pid, int size) {
        return images.open(ImageName.of(ImageKind.PAGEMAP, pid))
                .map(source -> Pagemap.read(source, size));
    }

    /// Whether what is stored has the length that its page size gives it, or nothing tells.
    private boolean possible(Pagemap map) {
        return map.presentPages() == 0 || pages(map).isEmpty() || fits(map);
    }

    /// That page size, if what is stored has the length that it gives it, and all its addresses are those of such pages.
    private Optional<PageSize> proven(long pid, int size) {
        return read(pid, size)
                .filter(map -> map.presentPages() > 0 && map.defects().isEmpty() && fits(map))
                .map(map -> new PageSize(size, Optional.of(map)));
    }

    private boolean fits(Pagemap map) {
        return pages(map).stream().anyMatch(source -> map.payloadBytes().equals(length(source)));
    }

    private static OptionalLong length(ByteSource source) {
        return OptionalLong.of(source.size());
    }

    private Optional<ByteSource> pages(Pagemap map) {
        return map.pagesId().isPresent()
                ? images.open(ImageName.of(ImageKind.PAGES, map.pagesId().getAsLong()))
                : Optional.empty();
    }
}
