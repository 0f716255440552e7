package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.Remap;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Location;

/// The images that open files, mounts and shared mappings should have.
record ExpectedObjectImages(
        ImageSet images,
        Map<Long, OpenFile> files,
        List<Mount> mounts,
        Observed<Inventory> inventory,
        Expectations expectations) {

    private static final int CLOSED = 7;

    void ofFiles() {
        boolean tcpClose = inventory.found().flatMap(Inventory::tcpClose).orElse(false);
        if (images.names().stream()
                .noneMatch(
                        name ->
                                name.kind() == ImageKind.REG_FILES
                                        || name.kind() == ImageKind.PIPES)) {
            expectations.expect(
                    ImageName.of(ImageKind.FILES),
                    "every dump of tasks has one",
                    Location.of(images.directory() + "pstree.img", 0, 0),
                    "what the descriptors refer to is unknown");
        }
        for (var file : files.values()) {
            switch (file) {
                case OpenFile.InetSocket socket when !tcpClose -> ofConnection(socket);
                case OpenFile.MemFd memfd -> {
                    expectations.expect(
                            ImageName.of(ImageKind.MEMFD_INODE),
                            "file %s is a memfd".formatted(memfd.id()),
                            memfd.at(),
                            "names, sizes and seals of memfds are unknown");
                    ofMemFd(memfd);
                }
                case OpenFile.Tty tty ->
                        expectations.expect(
                                ImageName.of(ImageKind.TTY_INFO),
                                "file %s is a terminal".formatted(tty.id()),
                                tty.at(),
                                "sessions and settings of terminals are unknown");
                case OpenFile.RegularFile regular ->
                        regular.remap()
                                .filter(remap -> remap.kind() == Remap.Kind.GHOST)
                                .ifPresent(
                                        remap ->
                                                expectations.expect(
                                                        ImageKind.GHOST_FILE,
                                                        remap.id(),
                                                        "remap-fpath.img keeps a deleted file there",
                                                        regular.at(),
                                                        "the content of the deleted file is lost"));
                default -> {
                    // Whatever else there is of other files is written only if there is something.
                }
            }
        }
    }

    private void ofConnection(OpenFile.InetSocket socket) {
        if (socket.tcp()
                && socket.destination().port() != 0
                && socket.state().value() != CLOSED
                && !socket.state().listens()) {
            expectations.expect(
                    ImageKind.TCP_STREAM,
                    socket.inode(),
                    "file %s is a TCP connection".formatted(socket.id()),
                    socket.at(),
                    "what waited in the connection is unknown");
        }
    }

    /// Content of a tmpfs is kept unless it was handed in from outside.
    void ofMounts() {
        for (var mount : mounts) {
            if (mount.isTmpfs()
                    && mount.root().equals("/")
                    && mount.externalKey().isEmpty()
                    && !images.has(ImageName.of(ImageKind.TMPFS_IMG, mount.id()))) {
                expectations.expect(
                        ImageKind.TMPFS_DEV,
                        mount.device(),
                        "a tmpfs was mounted on " + mount.mountPoint(),
                        mount.at(),
                        "the files in it are unknown");
            }
        }
    }

    void ofMapping(Vma vma) {
        vma.file().ifPresent(this::ofMemFd);
        if (vma.kind() == VmaKind.SHARED && vma.file().isEmpty()) {
            ofSegment(vma.shmid(), "a shared mapping names the segment", vma.at());
        }
    }

    private void ofMemFd(OpenFile file) {
        if (file instanceof OpenFile.MemFd memfd && memfd.shmid().isPresent()) {
            ofSegment(memfd.shmid().getAsLong(), "memfd.img names the segment", memfd.at());
        }
    }

    private void ofSegment(long shmid, String because, Location at) {
        if (!images.has(ImageName.of(ImageKind.SHM_PAGES_OLD, shmid))) {
            expectations.expect(
                    ImageKind.SHMEM_PAGEMAP,
                    shmid,
                    because,
                    at,
                    "the content of the shared memory is unknown");
        }
    }
}
