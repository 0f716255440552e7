package org.icecore.analysis.compare;

import java.util.Optional;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.CommandLine;
import org.icecore.checkpoint.task.FileSystemContext;
import org.icecore.checkpoint.task.ResourceLimit;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskCore;

/// Compares what two tasks of one pid say of themselves: names, state, parents, files they stand on, limits, namespaces.
final class TaskDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    TaskDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    Topic topic(Task before, Task after) {
        return new Topic(
                ChangeKind.TASK,
                Optional.of(after.pid()),
                "task " + after.pid(),
                new ArtefactRef.OfTask(first.id(), before.pid()),
                new ArtefactRef.OfTask(second.id(), after.pid()),
                Optional.of(before.at()),
                Optional.of(after.at()));
    }

    void compare(Task before, Task after) {
        var topic = topic(before, after);
        ledger.compare(topic, "comm", before.core(), after.core(), TaskCore::comm);
        ledger.compare(
                topic,
                "command line",
                before.commandLine(),
                after.commandLine(),
                CommandLine::text);
        ledger.compare(topic, "state", before.core(), after.core(), core -> core.state().label());
        ledger.compare(
                topic,
                "exit code",
                before.core(),
                after.core(),
                core -> "0x%x".formatted(core.exitCode()));
        ledger.compare(topic, "parent", before.kin(), after.kin(), kin -> kin.parent().toString());
        ledger.compare(
                topic,
                "process group",
                before.kin(),
                after.kin(),
                kin -> Integer.toString(kin.group()));
        ledger.compare(
                topic,
                "session",
                before.kin(),
                after.kin(),
                kin -> Integer.toString(kin.session()));
        executable(topic, before.executable(), after.executable());
        ledger.compare(
                topic,
                "personality",
                before.core(),
                after.core(),
                core -> "0x%x".formatted(core.personality()));
        ledger.compare(
                topic,
                "login uid",
                before.core(),
                after.core(),
                core -> Observations.number(core.loginUid()));
        ledger.compare(
                topic,
                "oom score adjustment",
                before.core(),
                after.core(),
                core -> Observations.number(core.oomScoreAdjustment()));
        fileSystem(topic, before.fileSystem(), after.fileSystem());
        limits(topic.kind(ChangeKind.LIMIT), before.core(), after.core());
        namespaces(topic.kind(ChangeKind.NAMESPACE), before, after);
    }

    private void executable(Topic topic, Observed<OpenFile> before, Observed<OpenFile> after) {
        var old = before.found();
        var now = after.found();
        if (old.isEmpty() || now.isEmpty()) {
            ledger.compare(topic, "executable", before, after, OpenFile::link);
        } else if (!old.get().link().equals(now.get().link())) {
            ledger.changed(
                    topic.at(Observations.at(before), Observations.at(after)),
                    "executable",
                    old.get().link(),
                    now.get().link(),
                    "",
                    Hidden.test(old.get()),
                    Hidden.test(now.get()));
        }
    }

    private void fileSystem(
            Topic topic, Observed<FileSystemContext> before, Observed<FileSystemContext> after) {
        ledger.compare(
                topic,
                "working directory",
                before.flatMap(FileSystemContext::workingDirectory),
                after.flatMap(FileSystemContext::workingDirectory),
                OpenFile::link);
        ledger.compare(
                topic,
                "root",
                before.flatMap(FileSystemContext::root),
                after.flatMap(FileSystemContext::root),
                OpenFile::link);
        ledger.compare(
                topic,
                "umask",
                before,
                after,
                context ->
                        context.umask().isPresent()
                                ? "%04o".formatted(context.umask().getAsInt())
                                : "not recorded");
    }

    private void limits(Topic topic, Observed<TaskCore> before, Observed<TaskCore> after) {
        if (before.found().isEmpty() || after.found().isEmpty()) {
            return;
        }
        var located = topic.at(Observations.at(before), Observations.at(after));
        var old = before.found().get().limits();
        var now = after.found().get().limits();
        for (var number = 0; number < Math.max(old.size(), now.size()); number++) {
            var firstLimit =
                    number < old.size()
                            ? Optional.of(old.get(number))
                            : Optional.<ResourceLimit>empty();
            var secondLimit =
                    number < now.size()
                            ? Optional.of(now.get(number))
                            : Optional.<ResourceLimit>empty();
            var name = firstLimit.or(() -> secondLimit).map(ResourceLimit::name).orElse("");
            ledger.compare(
                    located,
                    name,
                    firstLimit,
                    secondLimit,
                    limit ->
                            "soft %s, hard %s"
                                    .formatted(
                                            ResourceLimit.text(limit.soft()),
                                            ResourceLimit.text(limit.hard())));
        }
    }

    /// Ids of kernel objects are numbered anew by each dump; what they tell is whether a task shares an object with the
    /// first task of the container, and that can be compared.
    private void namespaces(Topic topic, Task before, Task after) {
        if (before.ids().found().isEmpty() || after.ids().found().isEmpty()) {
            return;
        }
        var located = topic.at(Observations.at(before.ids()), Observations.at(after.ids()));
        var kinds = new java.util.LinkedHashSet<>(before.ids().found().get().namespaces().keySet());
        kinds.addAll(after.ids().found().get().namespaces().keySet());
        for (var kind : kinds) {
            ledger.compare(
                    located, kind, sharing(first, before, kind), sharing(second, after, kind));
        }
    }

    private static String sharing(Checkpoint checkpoint, Task task, String kind) {
        var own = KernelObjects.of(task.ids(), kind);
        var root =
                checkpoint.tasks().roots().stream()
                        .findFirst()
                        .flatMap(top -> KernelObjects.of(top.ids(), kind));
        if (own.isEmpty()) {
            return "not recorded";
        }
        return own.equals(root)
                ? "that of the container's first task"
                : "another than that of the container's first task";
    }
}
