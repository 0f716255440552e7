package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.IrmapCacheEntry;

/// Where CRIU found the inodes that are watched, of those whose watch does not say it: `irmap-cache.img`.
record WatchedPaths(Map<Inode, String> paths) {

    /// @param device as the watch has it
    record Inode(int device, long number) {}

    static WatchedPaths of(ImageSet images) {
        var paths = new HashMap<Inode, String>();
        var name = ImageName.of(ImageKind.IRMAP_CACHE);
        if (images.has(name)) {
            images.read(name)
                    .ifPresent(
                            image ->
                                    image.messages(IrmapCacheEntry.class)
                                            .forEach(
                                                    entry ->
                                                            paths.putIfAbsent(
                                                                    new Inode(
                                                                            entry.getDev(),
                                                                            entry.getInode()),
                                                                    EvidenceText.of(
                                                                            entry
                                                                                    .getPathBytes()))));
        }
        return new WatchedPaths(paths);
    }

    Optional<String> path(int device, long inode) {
        return Optional.ofNullable(paths.get(new Inode(device, inode)));
    }
}
