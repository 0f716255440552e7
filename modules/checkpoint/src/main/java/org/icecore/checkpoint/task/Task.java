package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Incomplete;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.Location;

/// A process of the container, as it was frozen.
///
/// Only what `pstree.img` lists is a task: archives may hold images of processes of earlier dumps. Where that image was lost,
/// the tasks are those that have a core image.
///
/// @param kin absent where the process tree was lost
/// @param threads leader first; without a process tree the leader alone
/// @param memory absent for a zombie, which has none
/// @param executable what it runs
/// @param descriptors in order of their numbers
/// @param at entry of `pstree.img`; without a process tree that of its core image
public record Task(
        Pid pid,
        Observed<Kin> kin,
        List<TaskThread> threads,
        Observed<TaskCore> core,
        Observed<NamespaceIds> ids,
        Observed<AddressSpace> memory,
        Observed<OpenFile> executable,
        Observed<CommandLine> commandLine,
        Observed<Environment> environment,
        Observed<FileSystemContext> fileSystem,
        Observed<List<FileDescriptor>> descriptors,
        Location at) {

    public Task {
        threads = List.copyOf(threads);
    }

    /// Its parent, 0 for one that has none in the container; empty if the process tree was lost.
    public Optional<Pid> parent() {
        return kin.found().map(Kin::parent);
    }

    /// The name in `/proc/PID/comm`; `?` if its core image is missing.
    public String comm() {
        return core.found().map(TaskCore::comm).orElse("?");
    }

    /// State when it was frozen.
    public TaskState state() {
        return core.found().map(TaskCore::state).orElse(TaskState.UNKNOWN);
    }

    /// Credentials of the leader.
    public Optional<Credentials> credentials() {
        return threads.stream()
                .findFirst()
                .flatMap(leader -> leader.core().found())
                .flatMap(ThreadCore::credentials);
    }

    /// The descriptor of that number; of two the first.
    public Observed<FileDescriptor> descriptor(FdNumber fd) {
        return descriptors.flatMap(
                table -> {
                    var low = 0;
                    var high = table.size();
                    while (low < high) {
                        var middle = low + high >>> 1;
                        if (table.get(middle).fd().value() < fd.value()) {
                            low = middle + 1;
                        } else {
                            high = middle;
                        }
                    }
                    return low < table.size() && table.get(low).fd().equals(fd)
                            ? Observed.present(table.get(low), table.get(low).at())
                            : Observed.notCaptured(without(fd));
                });
    }

    private String without(FdNumber fd) {
        return Incomplete.loss(descriptors)
                .map(
                        reason ->
                                "whether task %s has a descriptor %s is unknown: %s"
                                        .formatted(pid, fd, reason))
                .orElseGet(() -> "task %s has no descriptor %s".formatted(pid, fd));
    }

    /// The command line, or `[comm]` as `ps` writes it for a task without one.
    public String title() {
        return commandLine
                .found()
                .map(CommandLine::text)
                .filter(text -> !text.isBlank())
                .orElse("[" + comm() + "]");
    }
}
