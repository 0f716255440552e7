package org.icecore.analysis.compare;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.Registers;
import org.icecore.checkpoint.task.SeccompMode;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;

/// Compares the threads of two tasks, matched by tid: credentials, seccomp, scheduling, registers.
final class ThreadDifferences {

    private final CheckpointId first;
    private final CheckpointId second;
    private final Filters filters;
    private final Ledger ledger;

    /// The filters of both checkpoints.
    record Filters(FilterChains first, FilterChains second) {}

    ThreadDifferences(CheckpointId first, CheckpointId second, Filters filters, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.filters = filters;
        this.ledger = ledger;
    }

    /// Compares all threads.
    void compare(Task before, Task after) {
        var old = byTid(before);
        var now = byTid(after);
        old.forEach(
                (tid, thread) -> {
                    var other = now.get(tid);
                    if (other == null) {
                        ledger.add(
                                new Change.Removed(
                                        ChangeKind.THREAD,
                                        Optional.of(before.pid()),
                                        "thread " + tid,
                                        side(first, before.pid(), thread),
                                        ""));
                    } else {
                        leader(before.pid(), thread, other);
                        registers(topic(before.pid(), thread, other), thread, other);
                    }
                });
        now.forEach(
                (tid, thread) -> {
                    if (!old.containsKey(tid)) {
                        ledger.add(
                                new Change.Added(
                                        ChangeKind.THREAD,
                                        Optional.of(after.pid()),
                                        "thread " + tid,
                                        side(second, after.pid(), thread),
                                        ""));
                    }
                });
    }

    /// Compares the leaders, but for their registers: for a pid that is another program now.
    void compareLeaders(Task before, Task after) {
        if (!before.threads().isEmpty() && !after.threads().isEmpty()) {
            leader(before.pid(), before.threads().getFirst(), after.threads().getFirst());
        }
    }

    private void leader(Pid pid, TaskThread before, TaskThread after) {
        var topic = topic(pid, before, after);
        if (!before.tid().equals(pid)) {
            ledger.compareTold(topic, "comm", before.core(), after.core(), ThreadCore::comm);
        }
        ledger.compareTold(
                topic,
                "seccomp",
                before.core(),
                after.core(),
                core -> core.seccomp().map(SeccompMode::label));
        if (isFiltered(before) || isFiltered(after)) {
            ledger.compareTold(
                    topic,
                    "seccomp filter",
                    chain(filters.first(), before),
                    chain(filters.second(), after),
                    Function.identity());
        }
        ledger.compare(
                topic,
                "blocked signals",
                before.core(),
                after.core(),
                core -> "%016x".formatted(core.blockedSignals()));
        ledger.compare(
                topic,
                "scheduling policy",
                before.core(),
                after.core(),
                core -> Observations.number(core.schedulingPolicy()));
        ledger.compare(
                topic,
                "nice",
                before.core(),
                after.core(),
                core -> Observations.number(core.nice()));
        new CredentialDifferences(ledger).compare(topic.kind(ChangeKind.CREDENTIAL), before, after);
    }

    private static boolean isFiltered(TaskThread thread) {
        return thread.core().found().filter(core -> core.seccompFilter().isPresent()).isPresent();
    }

    private static Observed<Optional<String>> chain(FilterChains chains, TaskThread thread) {
        return thread.core()
                .flatMap(core -> chains.of(core, Observations.at(thread.core()).orElseThrow()));
    }

    private Topic topic(Pid pid, TaskThread before, TaskThread after) {
        return new Topic(
                ChangeKind.THREAD,
                Optional.of(pid),
                "thread " + after.tid(),
                new ArtefactRef.OfThread(first, pid, before.tid()),
                new ArtefactRef.OfThread(second, pid, after.tid()),
                Observations.at(before.core()),
                Observations.at(after.core()));
    }

    private void registers(Topic topic, TaskThread before, TaskThread after) {
        var old = before.core().found().flatMap(ThreadCore::registers);
        var now = after.core().found().flatMap(ThreadCore::registers);
        if (old.isEmpty() || now.isEmpty() || old.equals(now)) {
            return;
        }
        var differing =
                now.get().general().stream()
                        .filter(
                                register ->
                                        !old.get()
                                                .named(register.name())
                                                .equals(Optional.of(register)))
                        .map(Register::name)
                        .toList();
        ledger.changed(
                topic.kind(ChangeKind.REGISTERS),
                "registers",
                values(old.get(), differing),
                values(now.get(), differing),
                "");
    }

    private static String values(Registers registers, java.util.List<String> names) {
        return names.stream()
                .map(
                        name ->
                                registers
                                        .named(name)
                                        .map(register -> name + "=" + register.hex())
                                        .orElse(name + " absent"))
                .collect(Collectors.joining(" "));
    }

    private static Side side(CheckpointId id, Pid pid, TaskThread thread) {
        var name = thread.core().found().flatMap(ThreadCore::comm).orElse("");
        return new Side(
                (thread.tid() + " " + name).strip(),
                new ArtefactRef.OfThread(id, pid, thread.tid()),
                Observations.at(thread.core()));
    }

    private static SequencedMap<Pid, TaskThread> byTid(Task task) {
        var threads = new LinkedHashMap<Pid, TaskThread>();
        task.threads().forEach(thread -> threads.putIfAbsent(thread.tid(), thread));
        return threads;
    }
}
