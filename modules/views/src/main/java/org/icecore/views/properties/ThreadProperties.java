package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;

/// A thread.
final class ThreadProperties {
    private ThreadProperties() {}

    static PropertySheet of(Task task, TaskThread thread) {
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(
                GroupBuilder.open("Thread")
                        .plain("Tid", thread.tid())
                        .plain("Task", "%s %s".formatted(task.pid(), task.comm()))
                        .build());
        groups.addAll(groups(thread));
        TaskProperties.credentials(thread.core())
                .ifPresent(
                        credentials -> groups.add(TaskProperties.credentials(credentials, true)));
        return new PropertySheet("thread %s of %s".formatted(thread.tid(), task.comm()), groups);
    }

    /// What a sheet of a task says of a thread of it.
    static List<PropertySheet.Group> groups(TaskThread thread) {
        var group = GroupBuilder.closed("Thread %s%s".formatted(thread.tid(), name(thread)));
        switch (thread.core()) {
            case Observed.Present<ThreadCore>(var core, var at) -> {
                core.seccomp()
                        .ifPresent(
                                mode ->
                                        group.plain(
                                                "Seccomp",
                                                mode.label()
                                                        + (core.seccompFilter().isPresent()
                                                                ? ", filter %d"
                                                                        .formatted(
                                                                                core.seccompFilter()
                                                                                        .getAsInt())
                                                                : "")));
                core.nice().ifPresent(nice -> group.plain("Nice", nice));
                group.code("Blocked signals", "0x%016x".formatted(core.blockedSignals()));
                core.registers()
                        .ifPresent(
                                registers -> {
                                    group.plain("Architecture", registers.architecture());
                                    for (Register register : registers.general()) {
                                        group.code(register.name(), register.hex());
                                    }
                                });
                group.location(at);
            }
            case Observed.NotCaptured<ThreadCore>(var reason) ->
                    group.absent("Core", "not captured: " + reason);
            case Observed.Malformed<ThreadCore>(var at, var defect) ->
                    group.absent("Core", "malformed: %s: %s".formatted(at, defect));
        }
        return List.of(group.build());
    }

    private static String name(TaskThread thread) {
        return thread.core().found().flatMap(ThreadCore::comm).map(comm -> " " + comm).orElse("");
    }
}
