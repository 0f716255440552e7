package org.icecore.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.OpenFlags;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.checkpoint.task.CommandLine;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.Environment;
import org.icecore.checkpoint.task.FileSystemContext;
import org.icecore.checkpoint.task.Kin;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.Registers;
import org.icecore.checkpoint.task.ResourceLimit;
import org.icecore.checkpoint.task.SeccompMode;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskCore;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.evidence.Location;

/// A task with only what matters to a test.
public final class TaskBuilder {

    private final int pid;
    private final List<Integer> tids = new ArrayList<>();
    private final List<FileDescriptor> descriptors = new ArrayList<>();
    private final List<Environment.Entry> environment = new ArrayList<>();
    private int parent;
    private String comm = "sh";
    private String executable = "/bin/sh";
    private TaskState state = TaskState.ALIVE;
    private long uid;
    private long capabilities;
    private long filesId = -1;
    private long instruction = 0x1000;
    private long softLimit = 1024;
    private Optional<MemoryBuilder> memory = Optional.of(MemoryBuilder.memory());

    private TaskBuilder(int pid) {
        this.pid = pid;
        tids.add(pid);
    }

    public static TaskBuilder task(int pid) {
        return new TaskBuilder(pid);
    }

    public TaskBuilder childOf(int other) {
        parent = other;
        return this;
    }

    public TaskBuilder comm(String name) {
        comm = name;
        return this;
    }

    public TaskBuilder executable(String path) {
        executable = path;
        return this;
    }

    public TaskBuilder state(TaskState other) {
        state = other;
        return this;
    }

    public TaskBuilder uid(long id) {
        uid = id;
        return this;
    }

    public TaskBuilder capabilities(long bits) {
        capabilities = bits;
        return this;
    }

    public TaskBuilder thread(int tid) {
        tids.add(tid);
        return this;
    }

    public TaskBuilder at(long programCounter) {
        instruction = programCounter;
        return this;
    }

    public TaskBuilder softLimit(long files) {
        softLimit = files;
        return this;
    }

    public TaskBuilder filesId(long id) {
        filesId = id;
        return this;
    }

    public TaskBuilder variable(String text) {
        environment.add(
                new Environment.Entry(text, new VirtualAddress(0x5000 + 64L * environment.size())));
        return this;
    }

    public TaskBuilder file(int fd, String path, long position) {
        return descriptor(fd, regular(fd, path, position));
    }

    public TaskBuilder descriptor(int fd, OpenFile file) {
        descriptors.add(
                new FileDescriptor(
                        new FdNumber(fd),
                        0,
                        file.id(),
                        Observed.present(file, file.at()),
                        Optional.empty(),
                        Optional.empty(),
                        Location.of("fdinfo.img", fd, 1)));
        return this;
    }

    public TaskBuilder memory(MemoryBuilder other) {
        memory = Optional.of(other);
        return this;
    }

    public TaskBuilder withoutMemory() {
        memory = Optional.empty();
        return this;
    }

    public static OpenFile regular(int id, String path, long position) {
        return new OpenFile.RegularFile(
                new FileId(id),
                path,
                Optional.of(new OpenFlags(0, Machine.GENERIC)),
                position,
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Location.of("files.img", id, 1));
    }

    public Task build() {
        var at = Location.of("core-%d.img".formatted(pid), 0, 1);
        return new Task(
                new Pid(pid),
                Observed.present(new Kin(new Pid(parent), pid, 1), at),
                tids.stream().map(this::build).toList(),
                Observed.present(core(), at),
                Observed.present(
                        new NamespaceIds(
                                pid, filesId < 0 ? pid : filesId, pid, pid, new LinkedHashMap<>()),
                        at),
                memory.map(
                                builder ->
                                        Observed.present(
                                                builder.build(), Location.of("mm.img", 0, 1)))
                        .orElseGet(
                                () ->
                                        Observed.notCaptured(
                                                "mm-%d.img is not in the checkpoint"
                                                        .formatted(pid))),
                Observed.present(regular(1000, executable, 0), Location.of("files.img", 0, 1)),
                Observed.present(new CommandLine(List.of(executable), false), at),
                Observed.present(new Environment(environment), at),
                Observed.<FileSystemContext>notCaptured(
                        "fs-%d.img is not in the checkpoint".formatted(pid)),
                Observed.present(List.copyOf(descriptors), at),
                Location.of("pstree.img", pid, 1));
    }

    private TaskCore core() {
        return new TaskCore(
                comm,
                state,
                0,
                Machine.GENERIC,
                0,
                0,
                OptionalLong.empty(),
                OptionalInt.empty(),
                List.of(new ResourceLimit(7, Machine.GENERIC, softLimit, 4096)));
    }

    private TaskThread build(int tid) {
        var core =
                new ThreadCore(
                        Optional.of("thread-" + tid),
                        Optional.of(
                                new Registers(
                                        "X86_64", List.of(new Register("ip", instruction, 64)))),
                        Optional.of(credentials()),
                        Optional.of(SeccompMode.DISABLED),
                        OptionalInt.empty(),
                        0,
                        OptionalInt.of(0),
                        OptionalInt.of(0));
        return new TaskThread(
                new Pid(tid),
                Observed.present(core, Location.of("core-%d.img".formatted(tid), 0, 1)));
    }

    private Credentials credentials() {
        var none = new CapabilitySet(0);
        var some = new CapabilitySet(capabilities);
        return new Credentials(
                uid,
                uid,
                uid,
                uid,
                0,
                0,
                0,
                0,
                List.of(),
                none,
                some,
                some,
                some,
                Optional.of(none),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
