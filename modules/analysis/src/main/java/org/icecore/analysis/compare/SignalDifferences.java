package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.signal.PendingSignal;
import org.icecore.checkpoint.signal.SignalAction;
import org.icecore.checkpoint.task.Task;

/// Compares what signals do in two tasks, and which wait. Whom a thread does not let them through to is compared with threads.
final class SignalDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    SignalDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare(Topic topic, Task before, Task after) {
        var old = first.kernel().signalActions(before).found();
        var now = second.kernel().signalActions(after).found();
        if (old.isPresent() && now.isPresent()) {
            Keyed.of(old.get(), now.get(), action -> action.signal().number())
                    .each(
                            (one, other) ->
                                    ledger.compare(
                                            topic.kind(ChangeKind.SIGNAL)
                                                    .subject(other.signal().name())
                                                    .at(
                                                            Optional.of(one.at()),
                                                            Optional.of(other.at())),
                                            "action",
                                            text(one),
                                            text(other)),
                            _ -> {},
                            _ -> {});
        }
        // Signals that wait have no name of their own: two with equal facts are the same one.
        Keyed.of(
                        waiting(first, before).toList(),
                        waiting(second, after).toList(),
                        SignalDifferences::text)
                .each(
                        (_, _) -> {},
                        gone ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.SIGNAL,
                                                Optional.of(before.pid()),
                                                "pending " + gone.pending().signal(),
                                                side(first, before, gone),
                                                "")),
                        come ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.SIGNAL,
                                                Optional.of(after.pid()),
                                                "pending " + come.pending().signal(),
                                                side(second, after, come),
                                                "")));
    }

    private record Waiting(String target, PendingSignal pending) {}

    private static Stream<Waiting> waiting(Checkpoint checkpoint, Task task) {
        var kernel = checkpoint.kernel();
        return Stream.concat(
                kernel.pendingSignals(task).found().stream()
                        .flatMap(List::stream)
                        .map(pending -> new Waiting("for the task", pending)),
                task.threads().stream()
                        .flatMap(
                                thread ->
                                        kernel.pendingSignals(thread).found().stream()
                                                .flatMap(List::stream)
                                                .map(
                                                        pending ->
                                                                new Waiting(
                                                                        "for thread "
                                                                                + thread.tid(),
                                                                        pending))));
    }

    private static Side side(Checkpoint checkpoint, Task task, Waiting waiting) {
        return new Side(
                text(waiting),
                new ArtefactRef.OfTask(checkpoint.id(), task.pid()),
                Optional.of(waiting.pending().at()));
    }

    private static String text(Waiting waiting) {
        var pending = waiting.pending();
        return "%s %s %s%s%s"
                .formatted(
                        pending.signal(),
                        waiting.target(),
                        pending.codeName(),
                        pending.sender().map(pid -> " from pid " + pid).orElse(""),
                        pending.value().isPresent() ? " value " + pending.value().getAsLong() : "");
    }

    private static String text(SignalAction action) {
        return action.kind() == SignalAction.Kind.HANDLED
                ? "handled at 0x%x%s, %s"
                        .formatted(
                                action.handler(),
                                action.compat().orElse(false) ? " by 32-bit code" : "",
                                String.join("|", action.flagNames()))
                : action.kind().label();
    }
}
