package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.timer.TaskTimer;

/// Compares how the timers of two tasks are set. The time that is left runs by itself and is no difference.
final class TimerDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    TimerDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare(Topic topic, Task before, Task after) {
        var old = first.kernel().timers(before).found();
        var now = second.kernel().timers(after).found();
        if (old.isEmpty() && now.isEmpty()) {
            return;
        }
        Keyed.of(old.orElse(List.of()), now.orElse(List.of()), TimerDifferences::name)
                .each(
                        (one, other) ->
                                ledger.compare(
                                        topic.kind(ChangeKind.TIMER)
                                                .subject(name(other))
                                                .at(Optional.of(one.at()), Optional.of(other.at())),
                                        "setting",
                                        text(one),
                                        text(other)),
                        gone ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.TIMER,
                                                Optional.of(before.pid()),
                                                name(gone),
                                                side(first, before, gone),
                                                "")),
                        come ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.TIMER,
                                                Optional.of(after.pid()),
                                                name(come),
                                                side(second, after, come),
                                                "")));
    }

    private static Side side(Checkpoint checkpoint, Task task, TaskTimer timer) {
        return new Side(
                text(timer),
                new ArtefactRef.OfTask(checkpoint.id(), task.pid()),
                Optional.of(timer.at()));
    }

    private static String name(TaskTimer timer) {
        return switch (timer) {
            case TaskTimer.Interval interval -> interval.clock().label();
            case TaskTimer.Posix posix -> "timer " + posix.id();
        };
    }

    private static String text(TaskTimer timer) {
        var clock =
                switch (timer) {
                    case TaskTimer.Interval _ -> "";
                    case TaskTimer.Posix posix ->
                            "%s %s ".formatted(posix.clock(), posix.notificationName());
                };
        return "%s%s %s%s"
                .formatted(
                        clock,
                        timer.signal(),
                        timer.armed() ? "armed" : "not armed",
                        timer.interval().isZero()
                                ? ""
                                : ", every %d.%09d s"
                                        .formatted(
                                                timer.interval().getSeconds(),
                                                timer.interval().getNano()));
    }
}
