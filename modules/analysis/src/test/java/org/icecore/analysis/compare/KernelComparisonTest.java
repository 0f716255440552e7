package org.icecore.analysis.compare;

import static org.icecore.analysis.CheckpointBuilder.checkpoint;
import static org.icecore.analysis.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.analysis.Evidence;
import org.icecore.analysis.NothingOfKernel;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.cgroup.CgroupSet;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.ipc.IpcOwner;
import org.icecore.checkpoint.lock.FileLock;
import org.icecore.checkpoint.signal.PendingSignal;
import org.icecore.checkpoint.signal.SignalAction;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.signal.SignalSet;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.timer.TaskTimer;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the kernel's state")
class KernelComparisonTest {

    private static final Location AT = Location.of("core-1.img", 8, 4);
    private static final SignalNumbering NUMBERS = SignalNumbering.GENERIC;

    private static List<String> changes(KernelState before, KernelState after)
            throws EvidenceException {
        return changes(
                checkpoint("before").with(task(1)).kernel(before).build(),
                checkpoint("after").with(task(1)).kernel(after).build());
    }

    private static List<String> changes(Checkpoint before, Checkpoint after)
            throws EvidenceException {
        return Comparison.of(before, after, Progress.unwatched()).changes().stream()
                .map(
                        change ->
                                "%s | %s | %s | %s | %s"
                                        .formatted(
                                                change.kind().label(),
                                                change.subject(),
                                                change.aspect(),
                                                change.before().map(Side::text).orElse("-"),
                                                change.after().map(Side::text).orElse("-")))
                .toList();
    }

    private static KernelState acting(long handler) {
        return new NothingOfKernel() {
            @Override
            public Observed<List<SignalAction>> signalActions(Task task) {
                return Observed.present(
                        List.of(
                                new SignalAction(
                                        NUMBERS.signal(10),
                                        handler,
                                        4,
                                        0,
                                        new SignalSet(NUMBERS, 0),
                                        Optional.empty(),
                                        AT)),
                        AT);
            }
        };
    }

    @Test
    void tellsThatASignalIsHandledNow() throws EvidenceException {
        assertEquals(
                List.of("signal | SIGUSR1 | action | ignored | handled at 0x401000, SA_SIGINFO"),
                changes(acting(1), acting(0x401000)));
        assertEquals(List.of(), changes(acting(1), acting(1)));
    }

    @Test
    void tellsOfASignalThatWaitsNow() throws EvidenceException {
        var waiting =
                new NothingOfKernel() {
                    @Override
                    public Observed<List<PendingSignal>> pendingSignals(Task task) {
                        return Observed.present(
                                List.of(
                                        new PendingSignal(
                                                NUMBERS.signal(35),
                                                -1,
                                                0,
                                                Optional.of(new Pid(7)),
                                                OptionalLong.of(0),
                                                OptionalLong.of(4242),
                                                OptionalInt.empty(),
                                                OptionalLong.empty(),
                                                AT)),
                                AT);
                    }
                };
        assertEquals(
                List.of(
                        "signal | pending SIGRTMIN+1 |  | - |"
                                + " SIGRTMIN+1 for the task SI_QUEUE from pid 7 value 4242"),
                changes(new NothingOfKernel(), waiting));
    }

    private static KernelState timer(long left, long interval) {
        return new NothingOfKernel() {
            @Override
            public Observed<List<TaskTimer>> timers(Task task) {
                return Observed.present(
                        List.of(
                                new TaskTimer.Interval(
                                        TaskTimer.Interval.Clock.REAL,
                                        Duration.ofSeconds(left),
                                        Duration.ofSeconds(interval),
                                        NUMBERS.signal(14),
                                        AT)),
                        AT);
            }
        };
    }

    @Test
    void tellsThatATimerIsSetAnewButNotThatItRan() throws EvidenceException {
        assertEquals(List.of(), changes(timer(20, 5), timer(10, 5)));
        assertEquals(
                List.of(
                        "timer | ITIMER_REAL | setting | SIGALRM armed, every 5.000000000 s |"
                                + " SIGALRM armed, every 6.000000000 s"),
                changes(timer(20, 5), timer(20, 6)));
    }

    private static <T> Gathered<T> only(T item) {
        return new Gathered<>(List.of(item), List.of(), List.of());
    }

    @Test
    void tellsOfALockThatIsNotHeldAnyMore() throws EvidenceException {
        var locked =
                new NothingOfKernel() {
                    @Override
                    public Gathered<FileLock> locks() {
                        return only(
                                new FileLock(
                                        1,
                                        1,
                                        new Pid(1),
                                        new FdNumber(7),
                                        10,
                                        20,
                                        Observed.notCaptured("gone"),
                                        AT));
                    }
                };
        assertEquals(
                List.of(
                        "lock | POSIX lock of pid 1, fd 7 |  | write 10..29 of an unknown file | -"),
                changes(locked, new NothingOfKernel()));
    }

    private static KernelState semaphores(Integer... values) {
        return new NothingOfKernel() {
            @Override
            public Gathered<IpcObject> ipcObjects() {
                return only(
                        new IpcObject.Semaphores(
                                new IpcOwner(9, 0, 0x5a4f4f02, 0, 0, 0, 0, 0600),
                                List.of(values),
                                values.length,
                                AT));
            }
        };
    }

    @Test
    void tellsTheValuesOfSemaphores() throws EvidenceException {
        assertEquals(
                List.of(
                        "System V object | semaphores 0x5a4f4f02 | state |"
                                + " values 1, 22, uid 0, gid 0, rw------- |"
                                + " values 1, 23, uid 0, gid 0, rw-------"),
                changes(semaphores(1, 22), semaphores(1, 23)));
    }

    private static KernelState group(String path, String limit) {
        return new NothingOfKernel() {
            @Override
            public Gathered<CgroupSet> cgroupSets() {
                return only(new CgroupSet(2, List.of(new CgroupSet.Member("pids", path, 0)), AT));
            }

            @Override
            public Gathered<Cgroup> cgroups() {
                return only(
                        new Cgroup(
                                "pids",
                                "/box",
                                true,
                                Optional.empty(),
                                List.of(new Cgroup.Setting("pids.max", limit, Optional.empty())),
                                AT));
            }
        };
    }

    @Test
    void tellsThatATaskMovedAndThatALimitIsAnother() throws EvidenceException {
        assertEquals(
                List.of(
                        "control group | group of pids | path | /box | /",
                        "control group | pids.max of /box | value | 2048 | max"),
                changes(group("/box", "2048"), group("/", "max")));
    }

    @Test
    void tellsWhatWasWrittenToThePipesAndSocketsOfTheZoo() throws EvidenceException {
        try (var before = Evidence.open("podman-web/before.tar.zst", "before");
                var after = Evidence.open("podman-web/after.tar.zst", "after")) {
            assertEquals(
                    List.of(
                            "queue | pipe 108197 | content | 20 bytes | 25 bytes",
                            "queue | terminal 1 | content | 17 bytes | 18 bytes",
                            "queue | tcp received 111996 |  | - | 21 bytes"),
                    changes(before, after).stream()
                            .filter(
                                    change ->
                                            change.matches(
                                                    "(signal|timer|lock|queue|System V object|control group) .*"))
                            .toList());
        }
    }
}
