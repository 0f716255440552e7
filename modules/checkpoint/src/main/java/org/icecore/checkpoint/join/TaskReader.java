package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.CommandLine;
import org.icecore.checkpoint.task.Environment;
import org.icecore.checkpoint.task.FileSystemContext;
import org.icecore.checkpoint.task.Kin;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskCore;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.CredsEntry;
import org.icecore.criu.proto.FsEntry;
import org.icecore.criu.proto.PstreeEntry;
import org.icecore.criu.proto.RlimitEntry;
import org.icecore.criu.proto.TaskKobjIdsEntry;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Joins the images of each task that `pstree.img` lists; images of other pids are remnants and are not looked at.
final class TaskReader {

    /// What the heap has room for: records of one task take two to four kilobytes.
    private static final int MOST_TASKS =
            (int) Math.min(1 << 22, Runtime.getRuntime().maxMemory() >> 12);

    private final ImageSet images;
    private final Map<Long, OpenFile> files;
    private final boolean tablesPerId;
    private final MemoryReader memories;
    private final Consumer<Defect> defects;
    private final StringBudget strings = new StringBudget();
    private final DescriptorReader tables;
    private final Shared shared = new Shared();
    private final CoreReader cores = new CoreReader(shared);
    private final Optional<String> noFiles;
    private final DanglingFiles dangling;
    private boolean full;

    /// @param tablesPerId whether descriptor tables are numbered apart from pids; `inventory_entry.fdinfo_per_id`
    TaskReader(
            ImageSet images,
            Map<Long, OpenFile> files,
            SignalOwners owners,
            boolean tablesPerId,
            Consumer<Defect> defects) {
        this.images = images;
        this.files = files;
        this.tablesPerId = tablesPerId;
        this.dangling = new DanglingFiles(images, files, defects);
        this.memories = new MemoryReader(images, files, dangling, defects);
        this.tables = new DescriptorReader(images, files, owners, dangling, defects);
        this.defects = defects;
        this.noFiles = images.noFiles();
    }

    List<Task> read(Progress progress) {
        var name = ImageName.of(ImageKind.PSTREE);
        var source = images.open(name);
        var seen = new HashSet<Integer>();
        var tasks = new ArrayList<Task>();
        boolean whole =
                source.isPresent()
                        && images.visit(
                                source.get(),
                                name,
                                entry -> {
                                    progress.advance(entry.range().end(), source.get().size());
                                    read(entry, seen, tasks);
                                });
        if (!whole) {
            var tree = source.map(bytes -> bytes.locate(new ByteRange(0, bytes.size())));
            new UnlistedTasks(images, defects)
                    .beside(
                            withThreads(seen, tasks),
                            tree,
                            progress,
                            task -> {
                                if (hasRoom(tasks, task.at())) {
                                    tasks.add(
                                            task(
                                                    task.pid(),
                                                    List.of(),
                                                    task.kin(),
                                                    task.core(),
                                                    task.at()));
                                }
                            });
        }
        dangling.tell();
        return tasks;
    }

    /// All numbers for which there may be a core image whose task is known.
    private static Set<Integer> withThreads(Set<Integer> pids, List<Task> tasks) {
        var numbers = new HashSet<>(pids);
        for (var task : tasks) {
            for (var thread : task.threads()) {
                numbers.add(thread.tid().value());
            }
        }
        return numbers;
    }

    /// Told once, of the first for which there is none.
    private boolean hasRoom(List<Task> tasks, Location at) {
        if (tasks.size() == MOST_TASKS && !full) {
            full = true;
            defects.accept(
                    new Defect(
                            at,
                            "more than the %d tasks that the memory of this program has room for; those from here"
                                            .formatted(MOST_TASKS)
                                    + " on are left out"));
        }
        return tasks.size() < MOST_TASKS;
    }

    private void read(ImageEntry entry, Set<Integer> seen, List<Task> tasks) {
        if (!(entry.message() instanceof PstreeEntry listed)) {
            defects.accept(new Defect(entry.at(), "not an entry of a process tree; left out"));
        } else if (!hasRoom(tasks, entry.at())) {
            // It is told.
            return;
        } else if (seen.add(listed.getPid())) {
            var kin = new Kin(new Pid(listed.getPpid()), listed.getPgid(), listed.getSid());
            tasks.add(
                    task(
                            listed.getPid(),
                            listed.getThreadsList(),
                            Observed.present(kin, entry.at()),
                            core(Integer.toUnsignedLong(listed.getPid())),
                            entry.at()));
        } else {
            defects.accept(
                    new Defect(
                            entry.at(),
                            "pid %d is listed a second time; left out".formatted(listed.getPid())));
        }
    }

    /// @param tids of its threads, as far as they are listed
    private Task task(
            int number,
            List<Integer> tids,
            Observed<Kin> kin,
            Observed<CoreEntry> core,
            Location at) {
        var pid = Integer.toUnsignedLong(number);
        var taskCore = core.map(entry -> cores.task(entry, () -> limits(pid)));
        var ids = ids(pid);
        var state = taskCore.found().map(TaskCore::state).orElse(TaskState.UNKNOWN);
        core.found()
                .filter(entry -> entry.hasTc() && state == TaskState.UNKNOWN)
                .ifPresent(
                        entry ->
                                defects.accept(
                                        new Defect(
                                                location(core, at),
                                                "task_state is %d, which CRIU gives to none; whether task %d lived is unknown"
                                                        .formatted(
                                                                entry.getTc().getTaskState(),
                                                                number))));
        var memory = memory(pid, state);
        var areas =
                memory.space()
                        .found()
                        .map(space -> new StringArea(space, location(memory.space(), at), strings));
        var noMemory = memory.space().absence().orElse("");
        return new Task(
                new Pid(number),
                kin,
                threads(number, tids, state, core, at),
                taskCore,
                ids,
                memory.space(),
                memory.executable(),
                areas.map(StringArea::commandLine)
                        .map(line -> line.map(shared::of))
                        .orElseGet(() -> Observed.<CommandLine>notCaptured(noMemory)),
                areas.map(StringArea::environment)
                        .map(text -> text.map(shared::of))
                        .orElseGet(() -> Observed.<Environment>notCaptured(noMemory)),
                fileSystem(pid),
                descriptors(pid, state, ids),
                at);
    }

    private static Location location(Observed<?> observed, Location otherwise) {
        return observed instanceof Observed.Present<?>(_, var at) ? at : otherwise;
    }

    private MemoryReader.Memory memory(long pid, TaskState state) {
        if (ended(state) && !images.has(ImageName.of(ImageKind.MM, pid))) {
            var why = "the task had ended: a zombie has no memory any more";
            return new MemoryReader.Memory(Observed.notCaptured(why), Observed.notCaptured(why));
        }
        return memories.read(pid);
    }

    /// For a task that had ended CRIU lists one thread with an arbitrary number.
    private List<TaskThread> threads(
            int pid, List<Integer> tids, TaskState state, Observed<CoreEntry> leader, Location at) {
        var threads = new ArrayList<TaskThread>();
        Supplier<Optional<CredsEntry>> older = () -> credentials(pid);
        threads.add(
                new TaskThread(
                        new Pid(pid),
                        leader.map(core -> cores.thread(core, leader.found(), older))));
        if (ended(state)) {
            return threads;
        }
        var known = new HashSet<Integer>();
        for (int tid : tids) {
            if (!known.add(tid)) {
                defects.accept(
                        new Defect(
                                at,
                                "task %d lists thread %d a second time; it is shown once"
                                        .formatted(pid, tid)));
            } else if (tid != pid) {
                threads.add(
                        new TaskThread(
                                new Pid(tid),
                                core(Integer.toUnsignedLong(tid))
                                        .map(core -> cores.thread(core, leader.found(), older))));
            }
        }
        return threads;
    }

    private Optional<CredsEntry> credentials(int pid) {
        var name = ImageName.of(ImageKind.CREDS, Integer.toUnsignedLong(pid));
        return images.has(name) ? message(name, CredsEntry.class).found() : Optional.empty();
    }

    /// Those of dumps from before the core image had them.
    private List<RlimitEntry> limits(long pid) {
        var name = ImageName.of(ImageKind.RLIMIT, pid);
        return images.has(name)
                ? images.read(name)
                        .map(image -> image.messages(RlimitEntry.class))
                        .orElse(List.of())
                : List.of();
    }

    private Observed<CoreEntry> core(long tid) {
        return message(ImageName.of(ImageKind.CORE, tid), CoreEntry.class);
    }

    private Observed<NamespaceIds> ids(long pid) {
        return message(ImageName.of(ImageKind.IDS, pid), TaskKobjIdsEntry.class)
                .map(ids -> KernelObjectIds.of(ids, shared));
    }

    private Observed<FileSystemContext> fileSystem(long pid) {
        var context = message(ImageName.of(ImageKind.FS, pid), FsEntry.class);
        if (context instanceof Observed.Present<FsEntry>(var fs, var at)) {
            dangling.check(
                    DanglingFiles.Reference.WORKING_DIRECTORY,
                    Integer.toUnsignedLong(fs.getCwdId()),
                    at);
            dangling.check(
                    DanglingFiles.Reference.ROOT, Integer.toUnsignedLong(fs.getRootId()), at);
        }
        return context.map(
                fs ->
                        shared.of(
                                new FileSystemContext(
                                        file(fs.getCwdId()),
                                        file(fs.getRootId()),
                                        fs.hasUmask()
                                                ? OptionalInt.of(fs.getUmask())
                                                : OptionalInt.empty())));
    }

    private Observed<OpenFile> file(int id) {
        return DescriptorList.file(files, id, noFiles);
    }

    private Observed<List<FileDescriptor>> descriptors(
            long pid, TaskState state, Observed<NamespaceIds> ids) {
        if (ended(state) && ids.found().isEmpty()) {
            return Observed.notCaptured("the task had ended: a zombie has no open files any more");
        }
        return descriptorTable(pid, ids.found())
                .map(tables::table)
                .orElseGet(() -> Observed.notCaptured(ids.absence().orElse("")));
    }

    /// Tables are numbered apart from pids, so that tasks can share one, unless the dump is from before that and they are
    /// named after the pid.
    private Optional<Long> descriptorTable(long pid, Optional<NamespaceIds> ids) {
        return tablesPerId ? ids.map(NamespaceIds::files) : Optional.of(pid);
    }

    private static boolean ended(TaskState state) {
        return state == TaskState.ZOMBIE || state == TaskState.DEAD;
    }

    /// The first message of an image that holds one.
    private <M extends com.google.protobuf.Message> Observed<M> message(
            ImageName name, Class<M> type) {
        return SingleEntry.in(images, name, type).map(SingleEntry::message);
    }
}
