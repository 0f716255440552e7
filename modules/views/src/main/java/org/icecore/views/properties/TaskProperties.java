package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.analysis.content.NamespaceTable;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.CommandLine;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.ResourceLimit;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.checkpoint.task.ThreadCore;

/// A task.
final class TaskProperties {
    private TaskProperties() {}

    static PropertySheet of(Checkpoint checkpoint, Task task) {
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(facts(checkpoint, task));
        task.credentials().ifPresent(credentials -> groups.add(credentials(credentials, true)));
        groups.add(environment(task));
        groups.add(memory(task));
        groups.add(namespaces(checkpoint, task));
        groups.add(limits(task));
        task.threads().forEach(thread -> groups.addAll(ThreadProperties.groups(thread)));
        return new PropertySheet("%s %s".formatted(task.pid(), task.comm()), groups);
    }

    private static PropertySheet.Group facts(Checkpoint checkpoint, Task task) {
        var group =
                GroupBuilder.open("Task")
                        .plain("Pid", task.pid())
                        .observed("Parent", task.kin(), kin -> parent(checkpoint, kin.parent()))
                        .observed("Comm", task.core(), core -> core.comm())
                        .observed("Command line", task.commandLine(), CommandLine::text)
                        .observed("Executable", task.executable(), OpenFile::link)
                        .plain("State", task.state().label());
        if (task.state() == TaskState.ZOMBIE || task.state() == TaskState.DEAD) {
            task.core().found().ifPresent(core -> group.plain("Exit code", exit(core.exitCode())));
        }
        task.fileSystem()
                .found()
                .ifPresentOrElse(
                        context -> {
                            group.observed(
                                    "Working directory",
                                    context.workingDirectory(),
                                    OpenFile::link);
                            group.observed("Root", context.root(), OpenFile::link);
                            context.umask()
                                    .ifPresent(
                                            umask -> group.code("Umask", "%04o".formatted(umask)));
                        },
                        () -> group.observed("Working directory", task.fileSystem(), _ -> ""));
        group.observed("Process group", task.kin(), kin -> Integer.toString(kin.group()))
                .observed("Session", task.kin(), kin -> Integer.toString(kin.session()))
                .plain("Threads", task.threads().size());
        task.core()
                .found()
                .ifPresent(
                        core -> {
                            core.loginUid().ifPresent(uid -> group.plain("Login uid", uid));
                            core.oomScoreAdjustment()
                                    .ifPresent(score -> group.plain("OOM score adjustment", score));
                            group.code("Flags", "0x%x".formatted(core.flags()));
                            group.code("Personality", "0x%x".formatted(core.personality()));
                        });
        task.credentials()
                .flatMap(Credentials::lsmProfile)
                .ifPresent(profile -> group.plain("LSM profile", profile));
        return group.location(task.at()).build();
    }

    private static String parent(Checkpoint checkpoint, Pid pid) {
        return checkpoint
                .tasks()
                .find(pid)
                .map(parent -> "%s %s".formatted(parent.pid(), parent.comm()))
                .orElse(
                        pid.value() == 0
                                ? "none in the container"
                                : pid + ", not in the checkpoint");
    }

    /// As `wait` gives it: a signal in the lower seven bits, else an exit status.
    private static String exit(int code) {
        return (code & 0x7f) != 0
                ? "killed by signal %d".formatted(code & 0x7f)
                : "exit status %d".formatted(code >> 8 & 0xff);
    }

    /// Who a thread is and what it may do.
    static PropertySheet.Group credentials(Credentials it, boolean open) {
        var group = open ? GroupBuilder.open("Credentials") : GroupBuilder.closed("Credentials");
        group.plain("Uid", ids(it.uid(), it.euid(), it.suid(), it.fsuid()));
        group.plain("Gid", ids(it.gid(), it.egid(), it.sgid(), it.fsgid()));
        group.plain(
                "Groups",
                it.groups().isEmpty()
                        ? "none"
                        : String.join(", ", it.groups().stream().map(String::valueOf).toList()));
        group.plain("Effective", names(it.effective().names()));
        group.plain(
                "Permitted",
                it.permitted().equals(it.effective())
                        ? "as effective"
                        : names(it.permitted().names()));
        group.plain("Inheritable", names(it.inheritable().names()));
        group.plain("Ambient", it.ambient().map(set -> names(set.names())).orElse("not recorded"));
        group.plain(
                "Bounding",
                it.bounding().equals(it.effective())
                        ? "as effective"
                        : names(it.bounding().names()));
        group.code("Secure bits", "0x%x".formatted(it.secureBits()));
        group.plain(
                "No new privileges",
                it.noNewPrivileges().map(set -> set ? "set" : "not set").orElse("not recorded"));
        return group.build();
    }

    private static String ids(long real, long effective, long saved, long fileSystem) {
        return real == effective && real == saved && real == fileSystem
                ? "%d".formatted(real)
                : "real %d, effective %d, saved %d, file system %d"
                        .formatted(real, effective, saved, fileSystem);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : "%d: %s".formatted(names.size(), String.join(" ", names));
    }

    private static PropertySheet.Group environment(Task task) {
        var group = GroupBuilder.open("Environment");
        switch (task.environment()) {
            case Observed.Present<?>(_, var at) -> {
                task.environment()
                        .found()
                        .ifPresent(
                                environment ->
                                        environment
                                                .entries()
                                                .forEach(
                                                        entry ->
                                                                group.code(
                                                                        entry.name()
                                                                                .orElse("no name"),
                                                                        entry.value()
                                                                                .orElse(
                                                                                        entry
                                                                                                .text()))));
                group.location(at);
            }
            case Observed.NotCaptured<?> _, Observed.Malformed<?> _ ->
                    task.environment().absence().ifPresent(why -> group.absent("Environment", why));
        }
        return group.build();
    }

    private static PropertySheet.Group memory(Task task) {
        var group = GroupBuilder.closed("Memory");
        task.memory().absence().ifPresent(why -> group.absent("Memory", why));
        task.memory()
                .found()
                .ifPresent(
                        space -> {
                            group.plain("Mappings", space.vmas().size());
                            group.size("Captured", space.capturedBytes());
                            layout(group, space);
                        });
        return group.build();
    }

    private static void layout(GroupBuilder group, AddressSpace space) {
        var layout = space.layout();
        group.code("Code", range(layout.codeStart(), layout.codeEnd()));
        group.code("Data", range(layout.dataStart(), layout.dataEnd()));
        group.code("Heap", range(layout.heapStart(), layout.heapEnd()));
        group.address("Stack", layout.stackStart());
        group.code("Arguments", range(layout.argumentsStart(), layout.argumentsEnd()));
        group.code("Environment", range(layout.environmentStart(), layout.environmentEnd()));
    }

    private static String range(long start, long end) {
        return "%s-%s".formatted(CellText.address(start), CellText.address(end));
    }

    private static PropertySheet.Group namespaces(Checkpoint checkpoint, Task task) {
        var group = GroupBuilder.closed("Namespaces and shared objects");
        task.ids().absence().ifPresent(why -> group.absent("Namespaces", why));
        var sharers = NamespaceTable.of(checkpoint).where(row -> row.pid().equals(task.pid()));
        task.ids()
                .found()
                .map(KernelObjects::of)
                .ifPresent(
                        objects ->
                                objects.forEach(
                                        (kind, number) ->
                                                group.plain(
                                                        kind,
                                                        sharers.rows().stream()
                                                                .filter(
                                                                        row ->
                                                                                row.kind()
                                                                                        .equals(
                                                                                                kind))
                                                                .findFirst()
                                                                .map(
                                                                        row ->
                                                                                number
                                                                                        + shared(
                                                                                                row,
                                                                                                checkpoint
                                                                                                        .tasks()
                                                                                                        .size()))
                                                                .orElse(String.valueOf(number)))));
        return group.build();
    }

    private static String shared(NamespaceTable.Row row, int tasks) {
        if (row.sharedWith().isEmpty()) {
            return ", of its own";
        }
        return row.sharedWith().size() == tasks - 1
                ? ", shared by all tasks"
                : ", shared with "
                        + String.join(
                                ", ", row.sharedWith().stream().map(Object::toString).toList());
    }

    private static PropertySheet.Group limits(Task task) {
        var group = GroupBuilder.closed("Limits");
        task.core()
                .found()
                .ifPresent(
                        core ->
                                core.limits()
                                        .forEach(
                                                limit ->
                                                        group.plain(
                                                                limit.name(),
                                                                limit.soft() == limit.hard()
                                                                        ? ResourceLimit.text(
                                                                                limit.soft())
                                                                        : "%s, at most %s"
                                                                                .formatted(
                                                                                        ResourceLimit
                                                                                                .text(
                                                                                                        limit
                                                                                                                .soft()),
                                                                                        ResourceLimit
                                                                                                .text(
                                                                                                        limit
                                                                                                                .hard())))));
        return group.build();
    }

    /// The thread's own credentials, if they are recorded.
    static Optional<Credentials> credentials(Observed<ThreadCore> core) {
        return core.found().flatMap(ThreadCore::credentials);
    }
}
