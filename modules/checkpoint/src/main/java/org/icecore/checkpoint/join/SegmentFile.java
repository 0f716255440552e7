package org.icecore.checkpoint.join;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// A segment of shared memory as a file, whether or not a task maps it: pages that were never written are zero.
public final class SegmentFile implements ByteSource {

    /// Hostile pagemaps have any number of runs; behind these the map of the file is coarse, reading is not.
    private static final int MOST_PARTS = 1 << 16;

    private final StoredRuns runs;
    private final Location pagemap;
    private final long size;

    private SegmentFile(PageStore store, Location pagemap, long size) {
        this.runs = new StoredRuns(store, 0, Origin.Store.SHARED);
        this.pagemap = pagemap;
        this.size = size;
    }

    /// The content of the segment `shmid`.
    ///
    /// @param size bytes of the file
    public static Observed<StoredFile> open(
            Checkpoint checkpoint, long shmid, String name, long size, int pageSize) {
        var image = ImageName.of(ImageKind.SHMEM_PAGEMAP, shmid);
        var images = checkpoint.imageDirectory().map(directory -> images(checkpoint, directory));
        var source = images.flatMap(set -> set.open(image));
        var store = images.flatMap(set -> PageStore.open(set, image, pageSize, _ -> {}));
        if (source.isEmpty() || store.isEmpty()) {
            return Observed.notCaptured(
                    images.map(set -> set.absence(image))
                            .orElse("the archive holds no images of a dump"));
        }
        if (size < 0) {
            return Observed.notCaptured("the size of %s, 0x%x, is absurd".formatted(name, size));
        }
        var at = source.get().locate(new ByteRange(0, source.get().size()));
        var file = new SegmentFile(store.get(), at, size);
        return Observed.present(new StoredFile(name, file, file.parts()), at);
    }

    private static ImageSet images(Checkpoint checkpoint, String directory) {
        var archive = checkpoint.archive();
        return switch (checkpoint.ancestry()) {
            case Ancestry.Complete(var pages, var parents) ->
                    ImageSet.in(archive, directory, pages, parents, _ -> {});
            case Ancestry.Whole _, Ancestry.ParentMissing _, Ancestry.PagesMissing _ ->
                    ImageSet.in(archive, directory, _ -> {});
        };
    }

    private List<StoredFile.Part> parts() {
        var parts = new ArrayList<StoredFile.Part>();
        for (var extent : extents(0, size, MOST_PARTS)) {
            parts.add(part(extent.range().start(), extent.range().end(), extent.origin()));
        }
        var told = parts.isEmpty() ? 0 : parts.getLast().range().end();
        if (told < size) {
            parts.add(part(told, size, new Origin.Captured(pagemap, Origin.Store.SHARED)));
        }
        return parts;
    }

    private static StoredFile.Part part(long start, long end, Origin origin) {
        return new StoredFile.Part(new ByteRange(start, end), origin);
    }

    private List<Extent> extents(long start, long end, int most) {
        var extents = new ExtentList(most);
        if (start < end) {
            runs.cover(
                    new AddressRange(start, end),
                    extents,
                    gap ->
                            runs.unlessLost(
                                    gap, extents, rest -> extents.add(rest, new Origin.Zero())));
        }
        return extents.toList();
    }

    @Override
    public long size() {
        return size;
    }

    /// Where the bytes are stored; the pagemap if they are not, or in more than one run.
    @Override
    public Location locate(ByteRange range) {
        var extents = extents(range.start(), Math.min(range.end(), size), 2);
        return extents.size() == 1
                        && extents.getFirst().origin() instanceof Origin.Captured(var at, _)
                ? at
                : pagemap;
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        var end = position + target.byteSize();
        if (position < 0 || target.byteSize() > size - position) {
            throw new EvidenceException(
                    pagemap,
                    "the file has 0x%x bytes; %d bytes at 0x%x were asked for"
                            .formatted(size, target.byteSize(), position));
        }
        for (var extent : extents(position, end, Integer.MAX_VALUE)) {
            var part = target.asSlice(extent.range().start() - position, extent.range().length());
            switch (extent.origin()) {
                case Origin.Captured _ -> runs.copy(extent.range().start(), part);
                case Origin.Zero _ -> part.fill((byte) 0);
                case Origin.NotCaptured(_, var reason) ->
                        throw new EvidenceException(pagemap, reason);
                case Origin.NotMapped _ ->
                        throw new EvidenceException(pagemap, "beyond the segment");
            }
        }
    }
}
