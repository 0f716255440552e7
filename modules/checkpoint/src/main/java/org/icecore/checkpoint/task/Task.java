package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.Location;

/// A process of the container, as it was frozen.
///
/// Only what `pstree.img` lists is a task: archives may hold images of processes of earlier dumps.
///
/// @param parent 0 for one that has no parent in the container
/// @param group process group
/// @param session session
/// @param threads leader first
/// @param memory absent for a zombie, which has none
/// @param executable what it runs
/// @param descriptors in order of their numbers
/// @param at entry of `pstree.img`
public record Task(
        Pid pid,
        Pid parent,
        int group,
        int session,
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
                            : Observed.notCaptured(
                                    "task %s has no descriptor %s".formatted(pid, fd));
                });
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
