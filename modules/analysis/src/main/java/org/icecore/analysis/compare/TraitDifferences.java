package org.icecore.analysis.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.MemoryLayout;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.RegisterGroup;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.TaskTraits;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.evidence.Digest;

/// Compares how the kernel treats two tasks and their threads, where both checkpoints tell: whether others may read their memory,
/// what they get when a parent dies, registers besides the general ones, the marks of the address space.
final class TraitDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    TraitDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    /// Compares the tasks and those of their threads that both have.
    ///
    /// @param program whether both run one program, so that registers and marks can be compared
    void compare(Topic topic, Task before, Task after, boolean program) {
        var old = first.kernel().traits(before);
        var now = second.kernel().traits(after);
        if (old.found().isPresent() && now.found().isPresent()) {
            task(
                    topic.at(Observations.at(old), Observations.at(now)),
                    old.found().get(),
                    now.found().get());
        }
        var threads = new HashMap<Pid, TaskThread>();
        after.threads().forEach(thread -> threads.putIfAbsent(thread.tid(), thread));
        var seen = new HashSet<Pid>();
        for (var thread : before.threads()) {
            var other = threads.get(thread.tid());
            if (other != null && seen.add(thread.tid())) {
                threads(after.pid(), thread, other, program);
            }
        }
        if (program && before.memory().found().isPresent() && after.memory().found().isPresent()) {
            layout(
                    topic.at(Observations.at(before.memory()), Observations.at(after.memory())),
                    before.memory().found().get().layout(),
                    after.memory().found().get().layout());
        }
    }

    private void task(Topic topic, TaskTraits old, TaskTraits now) {
        ledger.compare(topic, "dumpable", dumpable(old.dumpable()), dumpable(now.dumpable()));
        ledger.compare(
                topic,
                "child subreaper",
                old.childSubreaper(),
                now.childSubreaper(),
                Observations::yesNo);
        ledger.compare(topic, "stop signal", signal(old.stopSignal()), signal(now.stopSignal()));
        ledger.compare(
                topic,
                "memory barriers",
                Observations.number(old.membarrier()),
                Observations.number(now.membarrier()));
        ledger.compare(
                topic,
                "huge pages off",
                old.hugePagesDisabled(),
                now.hugePagesDisabled(),
                Observations::yesNo);
        ledger.compare(topic, "asynchronous rings", old.rings(), now.rings(), this::rings);
    }

    private static String dumpable(OptionalInt value) {
        if (value.isPresent() && value.getAsInt() >= 0 && value.getAsInt() <= 2) {
            return List.of("no", "yes", "by root").get(value.getAsInt());
        }
        return Observations.number(value);
    }

    private static String signal(Optional<Signal> signal) {
        return signal.map(Signal::toString).orElse("none");
    }

    private String rings(List<TaskTraits.Ring> rings) {
        return rings.isEmpty()
                ? "none"
                : rings.stream()
                        .map(
                                ring ->
                                        "%s, %d requests"
                                                .formatted(
                                                        CellText.address(ring.address()),
                                                        ring.requests()))
                        .collect(Collectors.joining("; "));
    }

    private void threads(Pid pid, TaskThread before, TaskThread after, boolean program) {
        var topic =
                new Topic(
                        ChangeKind.THREAD,
                        Optional.of(pid),
                        "thread " + after.tid(),
                        new ArtefactRef.OfThread(first.id(), pid, before.tid()),
                        new ArtefactRef.OfThread(second.id(), pid, after.tid()),
                        Observations.at(before.core()),
                        Observations.at(after.core()));
        var old = first.kernel().traits(before).found();
        var now = second.kernel().traits(after).found();
        if (old.isPresent() && now.isPresent()) {
            thread(topic, old.get(), now.get());
        }
        var oldGroups = first.kernel().registerGroups(before).found();
        var nowGroups = second.kernel().registerGroups(after).found();
        if (program && oldGroups.isPresent() && nowGroups.isPresent()) {
            registers(
                    topic.kind(ChangeKind.REGISTERS),
                    digests(oldGroups.get()),
                    digests(nowGroups.get()));
        }
    }

    private void thread(Topic topic, ThreadTraits old, ThreadTraits now) {
        ledger.compare(
                topic,
                "parent death signal",
                signal(old.parentDeathSignal()),
                signal(now.parentDeathSignal()));
        ledger.compare(
                topic,
                "real-time priority",
                Observations.number(old.priority()),
                Observations.number(now.priority()));
        ledger.compare(
                topic,
                "signal stack",
                old.signalStack().map(TraitDifferences::area).orElse("none"),
                now.signalStack().map(TraitDifferences::area).orElse("none"));
    }

    private static String area(ThreadTraits.Area area) {
        return "%s, %s"
                .formatted(CellText.address(area.address()), CellText.exactBytes(area.size()));
    }

    private static Map<String, Digest> digests(List<RegisterGroup> groups) {
        var digests = new HashMap<String, Digest>();
        groups.forEach(group -> digests.put(group.name(), group.content()));
        return digests;
    }

    private void registers(Topic topic, Map<String, Digest> old, Map<String, Digest> now) {
        var names = new LinkedHashSet<>(old.keySet());
        names.retainAll(now.keySet());
        names.stream()
                .sorted()
                .forEach(
                        name ->
                                ledger.compare(
                                        topic,
                                        name,
                                        "SHA-256 " + old.get(name),
                                        "SHA-256 " + now.get(name)));
    }

    private void layout(Topic topic, MemoryLayout old, MemoryLayout now) {
        mark(topic, "start of code", old.codeStart(), now.codeStart());
        mark(topic, "end of code", old.codeEnd(), now.codeEnd());
        mark(topic, "start of data", old.dataStart(), now.dataStart());
        mark(topic, "end of data", old.dataEnd(), now.dataEnd());
        mark(topic, "start of the heap", old.heapStart(), now.heapStart());
        mark(topic, "end of the heap", old.heapEnd(), now.heapEnd());
        mark(topic, "start of the stack", old.stackStart(), now.stackStart());
        mark(topic, "start of arguments", old.argumentsStart(), now.argumentsStart());
        mark(topic, "end of arguments", old.argumentsEnd(), now.argumentsEnd());
        mark(topic, "start of the environment", old.environmentStart(), now.environmentStart());
        mark(topic, "end of the environment", old.environmentEnd(), now.environmentEnd());
    }

    private void mark(Topic topic, String property, long old, long now) {
        ledger.compare(topic, property, CellText.address(old), CellText.address(now));
    }
}
