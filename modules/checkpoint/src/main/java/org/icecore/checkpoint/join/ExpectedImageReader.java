package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.checkpoint.file.OpenFile;
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

    private final ImageSet images;
    private final TaskTree tasks;
    private final Observed<Inventory> inventory;
    private final Expectations expectations;
    private final ExpectedObjectImages objects;

    ExpectedImageReader(
            ImageSet images,
            TaskTree tasks,
            Map<Long, OpenFile> files,
            List<Mount> mounts,
            Observed<Inventory> inventory) {
        this.images = images;
        this.tasks = tasks;
        this.inventory = inventory;
        this.expectations = new Expectations(images);
        this.objects = new ExpectedObjectImages(images, files, mounts, inventory, expectations);
    }

    /// All of them. This reads many images.
    ExpectedImages read() {
        known();
        if (!images.names().isEmpty()) {
            tasks.all().forEach(this::ofMappings);
            tasks.all().forEach(this::ofControlGroup);
            ofPagemaps();
        }
        return expectations.done();
    }

    /// Those that can be told by what is known of the tasks as it is: without them, what is asked of the tasks has no or half
    /// an answer.
    ExpectedImages known() {
        if (images.names().isEmpty()) {
            return expectations.done();
        }
        expectations.expect(
                ImageName.of(ImageKind.INVENTORY),
                "every dump has one",
                Location.of(images.directory() + "inventory.img", 0, 0),
                "the image format, CRIU's run and its own namespaces are unknown");
        if (tasks.size() > 0 || images.has(ImageName.of(ImageKind.PSTREE))) {
            tasks.all().forEach(this::ofTask);
            objects.ofFiles();
            objects.ofMounts();
        }
        return expectations.done();
    }

    private void ofTask(Task task) {
        task.threads().forEach(thread -> ofThread(task, thread));
        if (ended(task)) {
            return;
        }
        var pid = Integer.toUnsignedLong(task.pid().value());
        var because = "pstree.img lists task " + task.pid();
        expectations.expect(
                ImageKind.IDS,
                pid,
                because,
                task.at(),
                "which namespaces and descriptor table it used is unknown");
        expectations.expect(
                ImageKind.MM,
                pid,
                because,
                task.at(),
                "its mappings, program and command line are unknown");
        if (!images.has(ImageName.of(ImageKind.PAGES, pid)) || images.has(pagemap(pid))) {
            expectations.expect(
                    ImageKind.PAGEMAP,
                    pid,
                    because,
                    task.at(),
                    "which pages of its memory were stored is unknown");
        }
        expectations.expect(
                ImageKind.FS,
                pid,
                because,
                task.at(),
                "its working folder, root and umask are unknown");
        task.ids().found().ifPresent(ids -> ofKernelObjects(task, ids));
    }

    private void ofMappings(Task task) {
        if (!ended(task)) {
            task.memory().found().ifPresent(space -> space.vmas().forEach(objects::ofMapping));
        }
    }

    private static boolean ended(Task task) {
        return task.state() == TaskState.ZOMBIE || task.state() == TaskState.DEAD;
    }

    private static ImageName pagemap(long pid) {
        return ImageName.of(ImageKind.PAGEMAP, pid);
    }

    private void ofThread(Task task, TaskThread thread) {
        expectations.expect(
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
                                expectations.expect(
                                        ImageName.of(ImageKind.SECCOMP),
                                        "thread %s has a seccomp filter".formatted(thread.tid()),
                                        task.at(),
                                        "what the filters allowed is unknown"));
    }

    private void ofKernelObjects(Task task, NamespaceIds ids) {
        boolean perTable = inventory.found().map(Inventory::descriptorTablesPerId).orElse(true);
        if (perTable) {
            expectations.expect(
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
                    expectations.expect(
                            ImageKind.UTSNS,
                            id,
                            because,
                            task.at(),
                            "the host name in the namespace is unknown");
            case "ipc" ->
                    expectations.expect(
                            ImageKind.IPC_VAR,
                            id,
                            because,
                            task.at(),
                            "limits of System V IPC are unknown");
            case "mnt" ->
                    expectations.expect(
                            ImageKind.MNTS, id, because, task.at(), "what was mounted is unknown");
            case "user" ->
                    expectations.expect(
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
        var name = ImageName.of(ImageKind.NETNS, id);
        if (!expectations.first(name)) {
            return;
        }
        var message = SingleEntry.in(images, name, NetnsEntry.class);
        if (message.found().isPresent() && !message.found().get().message().hasExtKey()) {
            expectations.expect(ImageKind.NETDEV, id, because, at, "the interfaces are unknown");
            expectations.expect(ImageKind.IFADDR, id, because, at, "the addresses are unknown");
            expectations.expect(ImageKind.ROUTE, id, because, at, "the routes are unknown");
        }
    }

    /// The group of CRIU itself is not described: a task that sat in it needs no image.
    private void ofControlGroup(Task task) {
        var name = ImageName.of(ImageKind.CORE, Integer.toUnsignedLong(task.pid().value()));
        if (ended(task)
                || expectations.knows(ImageName.of(ImageKind.CGROUP))
                || inventory.found().isEmpty()) {
            return;
        }
        var set = inventory.found().get().ownCgroupSet();
        SingleEntry.in(images, name, CoreEntry.class)
                .found()
                .map(entry -> entry.message().getThreadCore())
                .filter(core -> core.hasCgSet() && core.getCgSet() != set.orElse(0))
                .ifPresent(
                        _ ->
                                expectations.expect(
                                        ImageName.of(ImageKind.CGROUP),
                                        "task %s sat in control groups of its own"
                                                .formatted(task.pid()),
                                        task.at(),
                                        "control groups and their limits are unknown"));
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
                        expectations.expect(
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
}
