package org.icecore.checkpoint.join;

import java.util.Optional;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;

/// What CRIU keeps of each kind of mapping, and what is to be said of the rest.
final class Backings {

    private static final int LONGEST_NAME = 256;

    private Backings() {}

    /// Finds the stored pages of a segment.
    interface Segments {
        Optional<PageStore> open(long shmid, int pageSize);
    }

    static Backing of(Vma vma, boolean pagemap, ImageSet images, Segments segments, int pageSize) {
        return switch (vma.kind()) {
            case ANONYMOUS, HEAP, STACK, SHADOW_STACK ->
                    pagemap ? dumped(new Origin.Zero()) : own(damaged(images.noPagemap()));
            case FILE_PRIVATE ->
                    // Without a pagemap nobody knows which of its pages were clean.
                    pagemap
                            ? dumped(
                                    gap(
                                            Origin.Gap.CLEAN_FILE_PAGE,
                                            "clean page of %s: not in the checkpoint"
                                                    .formatted(shortened(vma.name()))))
                            : own(damaged(images.noPagemap()));
            case FILE_SHARED ->
                    own(
                            gap(
                                    Origin.Gap.SHARED_FILE_PAGE,
                                    "page of %s, which is mapped shared: not in the checkpoint"
                                            .formatted(shortened(vma.name()))));
            case VDSO -> dumped(kernel("page of the vDSO that was not dumped"));
            case AIO_RING ->
                    dumped(
                            gap(
                                    Origin.Gap.EXTERNAL,
                                    "ring of asynchronous I/O that was not dumped"));
            case VVAR ->
                    own(kernel("data of the vDSO, which the kernel keeps: never in a checkpoint"));
            case VSYSCALL ->
                    own(
                            kernel(
                                    "page of old system calls, which the kernel keeps: never in a checkpoint"));
            case SOCKET ->
                    own(gap(Origin.Gap.EXTERNAL, "ring of a packet socket: not in the checkpoint"));
            case PLUGIN -> own(gap(Origin.Gap.EXTERNAL, "left to a plugin of CRIU"));
            case OTHER ->
                    own(
                            gap(
                                    Origin.Gap.EXTERNAL,
                                    "mapping of a kind that this release does not know"));
            case SHARED, MEMFD, SYSV_SHM -> shared(vma, images, segments, pageSize);
        };
    }

    private static Backing shared(Vma vma, ImageSet images, Segments segments, int pageSize) {
        var shmid =
                vma.file().isPresent() ? memfdSegment(vma.file().get()) : Optional.of(vma.shmid());
        // A segment mapped private has pages of its own beside those of the segment.
        var copied = !vma.protection().shared();
        if (shmid.isEmpty()) {
            return new Backing(
                    copied,
                    Optional.empty(),
                    damaged("memfd.img does not say which segment this is"),
                    false);
        }
        if (vma.fileOffset() < 0
                || vma.fileOffset() > Long.MAX_VALUE - Math.max(0, vma.range().length())) {
            return new Backing(
                    copied,
                    Optional.empty(),
                    damaged("offset 0x%x of the segment is absurd".formatted(vma.fileOffset())),
                    false);
        }
        var segment = segments.open(shmid.get(), pageSize);
        return segment.isPresent()
                ? new Backing(copied, segment, new Origin.Zero(), true)
                : new Backing(
                        copied,
                        Optional.empty(),
                        damaged(images.absence(ImageName.of(ImageKind.SHMEM_PAGEMAP, shmid.get()))),
                        false);
    }

    private static Optional<Long> memfdSegment(OpenFile file) {
        return file instanceof OpenFile.MemFd memfd && memfd.shmid().isPresent()
                ? Optional.of(memfd.shmid().getAsLong())
                : Optional.empty();
    }

    /// Each mapping has a reason of its own, and hostile names are long.
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    private static Backing own(Origin rest) {
        return new Backing(true, Optional.empty(), rest, false);
    }

    private static Backing dumped(Origin rest) {
        return new Backing(true, Optional.empty(), rest, true);
    }

    private static Origin damaged(String reason) {
        return gap(Origin.Gap.DAMAGED, reason);
    }

    private static Origin kernel(String reason) {
        return gap(Origin.Gap.KERNEL, reason);
    }

    private static Origin gap(Origin.Gap gap, String reason) {
        return new Origin.NotCaptured(gap, reason);
    }
}
