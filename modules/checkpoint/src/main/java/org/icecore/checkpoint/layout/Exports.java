package org.icecore.checkpoint.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;

/// Finds image directories and the exports of engines in an archive, by the members they have.
///
/// Members of each export: libpod `container_internal_common.go` (Podman), CRI-O `internal/lib/checkpoint.go`, containerd
/// `internal/cri/server/container_checkpoint_linux.go`.
record Exports(Archive archive) {

    private static final String IMAGES = "checkpoint/";
    private static final String PRE_IMAGES = "pre-checkpoint/";
    private static final Set<String> TARS = Set.of(Documents.ROOTFS_DIFF, "devshm-checkpoint.tar");
    private static final String VOLUMES = "volumes/";

    /// What lies in the archive itself; nothing of what is nested in it.
    List<Arrangement> find() {
        var dumps = new ArrayList<>(ImageDirectories.of(archive).dumps(archive));
        var found = new LinkedHashMap<String, Arrangement>();
        for (var top : tops(dumps)) {
            var images =
                    Stream.of(top + IMAGES, top + PRE_IMAGES).filter(dumps::contains).findFirst();
            found.put(
                    top,
                    arrangement(
                            top,
                            exportForm(
                                    top, images.filter(at -> at.endsWith(PRE_IMAGES)).isPresent()),
                            images.orElse(Arrangement.NO_IMAGES)));
            dumps.remove(top + IMAGES);
            dumps.remove(top + PRE_IMAGES);
        }
        for (var directory : dumps) {
            found.put(directory, arrangement(directory, bareForm(directory), directory));
        }
        return List.copyOf(found.values());
    }

    /// The directories in which an engine's documents lie, with images or without.
    private LinkedHashSet<String> tops(List<String> dumps) {
        var tops = new LinkedHashSet<String>();
        for (var member : archive.members()) {
            if (member.type() == Member.Type.FILE) {
                int end = member.name().lastIndexOf('/') + 1;
                var top = member.name().substring(0, end);
                var file = member.name().substring(end);
                boolean described =
                        file.equals(Documents.SPECIFICATION) && has(top, Documents.CONFIG);
                boolean dumped = dumps.contains(top + IMAGES) || dumps.contains(top + PRE_IMAGES);
                if (described
                        || dumped
                                && (file.equals(Documents.SPECIFICATION)
                                        || file.equals(Documents.CONFIG))) {
                    tops.add(top);
                }
            }
        }
        return tops;
    }

    private static Arrangement arrangement(String name, Layout.Form form, String images) {
        return new Arrangement(
                name, new Layout(form, Layout.Packaging.NONE), images, Documents.in(name));
    }

    private Layout.Form exportForm(String top, boolean pre) {
        if (pre) {
            return Layout.Form.PODMAN_PRE_CHECKPOINT;
        } else if (has(top, "bind.mounts") || has(top, "io.kubernetes.cri-o.LogPath")) {
            return Layout.Form.CRIO;
        } else if (has(top, "status") || has(top, "status.dump") || has(top, "container.log")) {
            return Layout.Form.CONTAINERD;
        } else if (has(top, Documents.NETWORK)
                || has(top, "devshm-checkpoint.tar")
                || has(top, "artifacts")
                || has(top, "ctr.log")) {
            return Layout.Form.PODMAN;
        }
        return Layout.Form.EXPORT;
    }

    private Layout.Form bareForm(String directory) {
        if (has(directory, "tty.info")) {
            return Layout.Form.LXC;
        } else if (has(directory, "config.json") || has(directory, "criu.work")) {
            return Layout.Form.DOCKER;
        } else if (has(directory, Documents.DESCRIPTORS)) {
            return Layout.Form.RUNTIME;
        }
        return Layout.Form.CRIU;
    }

    private boolean has(String directory, String name) {
        return archive.find(directory + name).isPresent();
    }

    /// Whether the name is that of a part of an export: of an image, or of a tar that engines write.
    static boolean isPart(String name) {
        int end = name.lastIndexOf('/') + 1;
        return name.endsWith(".img")
                || name.endsWith(".IMG")
                || TARS.contains(name.substring(end))
                || name.startsWith(VOLUMES)
                || name.contains("/" + VOLUMES);
    }
}
