package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.checkpoint.dump.MissingImage;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.Remap;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.SeccompMode;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.Pagemap;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.NetnsEntry;
import org.icecore.evidence.Location;

/// Finds out which images a dump should have by what its other images say.
///
/// The rules are those by which CRIU 4.x writes them (`criu/cr-dump.c`, `criu/namespaces.c`, `criu/net.c`, `criu/mount.c`,
/// `criu/sk-tcp.c`), without those images that it leaves out when they would be empty.
final class ExpectedImageReader {

    private static final int MOST_MISSING = 1000;
    private static final int TCP = 6;
    private static final int CLOSED = 7;
    private static final int LISTENING = 10;

    private final ImageSet images;
    private final TaskTree tasks;
    private final Map<Long, OpenFile> files;
    private final List<Mount> mounts;
    private final Observed<Inventory> inventory;
    private final Set<ImageName> asked = new HashSet<>();
    private final List<MissingImage> missing = new ArrayList<>();
    private long expected;
    private long missingCount;

    ExpectedImageReader(
            ImageSet images,
            TaskTree tasks,
            Map<Long, OpenFile> files,
            List<Mount> mounts,
            Observed<Inventory> inventory) {
        this.images = images;
        this.tasks = tasks;
        this.files = files;
        this.mounts = mounts;
        this.inventory = inventory;
    }

    ExpectedImages read() {
        if (images.names().isEmpty()) {
            return new ExpectedImages(0, 0, List.of());
        }
        expect(
                ImageName.of(ImageKind.INVENTORY),
                "every dump has one",
                Location.of(images.directory() + "inventory.img", 0, 0),
                "the image format, CRIU's run and its own namespaces are unknown");
        if (tasks.size() > 0 || images.has(ImageName.of(ImageKind.PSTREE))) {
            tasks.all().forEach(this::ofTask);
            ofFiles();
            ofMounts();
        }
        ofPagemaps();
        return new ExpectedImages(expected, missingCount, missing);
    }

    private void ofTask(Task task) {
        task.threads().forEach(thread -> ofThread(task, thread));
        if (task.state() == TaskState.ZOMBIE || task.state() == TaskState.DEAD) {
            return;
        }
        var pid = Integer.toUnsignedLong(task.pid().value());
        var because = "pstree.img lists task " + task.pid();
        expect(
                ImageKind.IDS,
                pid,
                because,
                task.at(),
                "which namespaces and descriptor table it used is unknown");
        expect(
                ImageKind.MM,
                pid,
                because,
                task.at(),
                "its mappings, program and command line are unknown");
        if (!images.has(ImageName.of(ImageKind.PAGES, pid)) || images.has(pagemap(pid))) {
            expect(
                    ImageKind.PAGEMAP,
                    pid,
                    because,
                    task.at(),
                    "which pages of its memory were stored is unknown");
        }
        expect(
                ImageKind.FS,
                pid,
                because,
                task.at(),
                "its working folder, root and umask are unknown");
        task.ids().found().ifPresent(ids -> ofKernelObjects(task, ids));
        task.memory().found().ifPresent(space -> space.vmas().forEach(this::ofMapping));
        ofControlGroup(task);
    }

    private static ImageName pagemap(long pid) {
        return ImageName.of(ImageKind.PAGEMAP, pid);
    }

    private void ofThread(Task task, TaskThread thread) {
        expect(
                ImageKind.CORE,
                Integer.toUnsignedLong(thread.tid().value()),
                "pstree.img lists thread %s of task %s".formatted(thread.tid(), task.pid()),
                task.at(),
                "registers, credentials and signals of the thread are unknown");
        thread.core()
                .found()
                .filter(core -> core.seccomp().filter(SeccompMode.FILTER::equals).isPresent())
                .ifPresent(
                        _ ->
                                expect(
                                        ImageName.of(ImageKind.SECCOMP),
                                        "thread %s has a seccomp filter".formatted(thread.tid()),
                                        task.at(),
                                        "what the filters allowed is unknown"));
    }

    private void ofKernelObjects(Task task, NamespaceIds ids) {
        boolean perTable = inventory.found().map(Inventory::descriptorTablesPerId).orElse(true);
        if (perTable) {
            expect(
                    ImageKind.FDINFO,
                    ids.files(),
                    "ids-%s.img names it as the descriptor table of task %s"
                            .formatted(task.pid(), task.pid()),
                    task.at(),
                    "the open files of the tasks that use it are unknown");
        }
        var own = inventory.found().flatMap(Inventory::own);
        if (own.isEmpty()) {
            return;
        }
        ids.namespaces()
                .forEach(
                        (kind, id) -> {
                            if (!id.equals(own.get().namespaces().get(kind)) && id != 0) {
                                ofNamespace(kind, id, task);
                            }
                        });
    }

    private void ofNamespace(String kind, long id, Task task) {
        var because = "task %s has a %s namespace of its own".formatted(task.pid(), kind);
        switch (kind) {
            case "uts" ->
                    expect(
                            ImageKind.UTSNS,
                            id,
                            because,
                            task.at(),
                            "the host name in the namespace is unknown");
            case "ipc" ->
                    expect(
                            ImageKind.IPC_VAR,
                            id,
                            because,
                            task.at(),
                            "limits of System V IPC are unknown");
            case "mnt" ->
                    expect(ImageKind.MNTS, id, because, task.at(), "what was mounted is unknown");
            case "user" ->
                    expect(
                            ImageKind.USERNS,
                            id,
                            because,
                            task.at(),
                            "which users of the host the ids stand for is unknown");
            case "net" -> ofNetwork(id, because, task.at());
            default -> {
                // Of pid and time namespaces CRIU writes something only in some cases, of cgroup
                // namespaces nothing.
            }
        }
    }

    /// A runtime can have a network namespace taken for empty (`--empty-ns net`, as runc does): then there is no image at all.
    private void ofNetwork(long id, String because, Location at) {
        var message = SingleEntry.in(images, ImageName.of(ImageKind.NETNS, id), NetnsEntry.class);
        if (message.found().isPresent() && !message.found().get().message().hasExtKey()) {
            expect(ImageKind.NETDEV, id, because, at, "the interfaces are unknown");
            expect(ImageKind.IFADDR, id, because, at, "the addresses are unknown");
            expect(ImageKind.ROUTE, id, because, at, "the routes are unknown");
        }
    }

    private void ofMapping(Vma vma) {
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
            expect(
                    ImageKind.SHMEM_PAGEMAP,
                    shmid,
                    because,
                    at,
                    "the content of the shared memory is unknown");
        }
    }

    /// The group of CRIU itself is not described: a task that sat in it needs no image.
    private void ofControlGroup(Task task) {
        var name = ImageName.of(ImageKind.CORE, Integer.toUnsignedLong(task.pid().value()));
        if (asked.contains(ImageName.of(ImageKind.CGROUP)) || inventory.found().isEmpty()) {
            return;
        }
        var set = inventory.found().get().ownCgroupSet();
        SingleEntry.in(images, name, CoreEntry.class)
                .found()
                .map(entry -> entry.message().getThreadCore())
                .filter(core -> core.hasCgSet() && core.getCgSet() != set.orElse(0))
                .ifPresent(
                        _ ->
                                expect(
                                        ImageName.of(ImageKind.CGROUP),
                                        "task %s sat in control groups of its own"
                                                .formatted(task.pid()),
                                        task.at(),
                                        "control groups and their limits are unknown"));
    }

    private void ofFiles() {
        boolean tcpClose = inventory.found().flatMap(Inventory::tcpClose).orElse(false);
        if (images.names().stream()
                .noneMatch(
                        name ->
                                name.kind() == ImageKind.REG_FILES
                                        || name.kind() == ImageKind.PIPES)) {
            expect(
                    ImageName.of(ImageKind.FILES),
                    "every dump of tasks has one",
                    Location.of(images.directory() + "pstree.img", 0, 0),
                    "what the descriptors refer to is unknown");
        }
        for (var file : files.values()) {
            switch (file) {
                case OpenFile.InetSocket socket when !tcpClose -> ofConnection(socket);
                case OpenFile.MemFd memfd -> {
                    expect(
                            ImageName.of(ImageKind.MEMFD_INODE),
                            "file %s is a memfd".formatted(memfd.id()),
                            memfd.at(),
                            "names, sizes and seals of memfds are unknown");
                    ofMemFd(memfd);
                }
                case OpenFile.Tty tty ->
                        expect(
                                ImageName.of(ImageKind.TTY_INFO),
                                "file %s is a terminal".formatted(tty.id()),
                                tty.at(),
                                "sessions and settings of terminals are unknown");
                case OpenFile.RegularFile regular ->
                        regular.remap()
                                .filter(remap -> remap.kind() == Remap.Kind.GHOST)
                                .ifPresent(
                                        remap ->
                                                expect(
                                                        ImageKind.GHOST_FILE,
                                                        remap.id(),
                                                        "remap-fpath.img keeps the deleted %s there"
                                                                .formatted(regular.path()),
                                                        regular.at(),
                                                        "the content of the deleted file is lost"));
                default -> {
                    // Whatever else there is of other files is written only if there is something.
                }
            }
        }
    }

    private void ofConnection(OpenFile.InetSocket socket) {
        if (socket.protocol() == TCP
                && socket.destination().port() != 0
                && socket.state().value() != CLOSED
                && socket.state().value() != LISTENING) {
            expect(
                    ImageKind.TCP_STREAM,
                    socket.inode(),
                    "file %s is a TCP connection".formatted(socket.id()),
                    socket.at(),
                    "what waited in the connection is unknown");
        }
    }

    /// Content of a tmpfs is kept unless it was handed in from outside.
    private void ofMounts() {
        for (var mount : mounts) {
            if (mount.type().equals("tmpfs")
                    && mount.root().equals("/")
                    && mount.externalKey().isEmpty()
                    && !images.has(ImageName.of(ImageKind.TMPFS_IMG, mount.id()))) {
                expect(
                        ImageKind.TMPFS_DEV,
                        mount.device(),
                        "a tmpfs was mounted on " + mount.mountPoint(),
                        mount.at(),
                        "the files in it are unknown");
            }
        }
    }

    private void ofPagemaps() {
        if (images.cipher().isPresent()) {
            return;
        }
        // The pagemap of an earlier dump may speak of a pages file that belongs to another task
        // now.
        var stale = new StaleImages(tasks, true);
        for (var name : images.names()) {
            if (name.kind() == ImageKind.PAGEMAP || name.kind() == ImageKind.SHMEM_PAGEMAP) {
                var source = images.open(name);
                if (source.isPresent() && !stale.contains(name)) {
                    // How many pages there are does not depend on their size.
                    var map = Pagemap.read(source.get(), PageSizes.SMALLEST);
                    if (map.presentPages() > 0 && map.pagesId().isPresent()) {
                        expect(
                                ImageKind.PAGES,
                                map.pagesId().getAsLong(),
                                "%s counts stored pages in it".formatted(name.fileName()),
                                Location.of(
                                        images.directory() + name.fileName(),
                                        0,
                                        source.get().size()),
                                "the stored pages of memory are lost");
                    }
                }
            }
        }
    }

    private void expect(ImageKind kind, long id, String because, Location at, String consequence) {
        expect(ImageName.of(kind, id), because, at, consequence);
    }

    /// Whether several things can speak of one image of that kind; the others are each asked for once.
    private static boolean shared(ImageKind kind) {
        return switch (kind) {
            case CORE, IDS, MM, PAGEMAP, FS -> false;
            default -> true;
        };
    }

    private void expect(ImageName name, String because, Location at, String consequence) {
        if (shared(name.kind()) && !asked.add(name)) {
            return;
        }
        expected++;
        if (images.has(name)) {
            return;
        }
        missingCount++;
        if (missing.size() < MOST_MISSING) {
            missing.add(
                    new MissingImage(
                            images.directory() + name.fileName(),
                            because,
                            at,
                            images.absence(name),
                            consequence));
        }
    }
}
