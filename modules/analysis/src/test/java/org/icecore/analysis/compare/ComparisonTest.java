package org.icecore.analysis.compare;

import static org.icecore.analysis.CheckpointBuilder.checkpoint;
import static org.icecore.analysis.MemoryBuilder.memory;
import static org.icecore.analysis.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.icecore.analysis.CheckpointBuilder;
import org.icecore.analysis.compare.ContainerMatch.Order;
import org.icecore.analysis.compare.ContainerMatch.Relation;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Nested
    class Containers {

        @Test
        void areTheSameByTheirId() {
            var match = compare(checkpoint("before"), checkpoint("after")).match();
            assertEquals(Relation.SAME_CONTAINER, match.relation());
            assertEquals(
                    List.of(
                            "id: 609df66cb2290ac4 in both",
                            "image: busybox:1.35 in both",
                            "name: counter in both"),
                    match.reasons());
        }

        @Test
        void ofOneImageAndNameMayHaveBeenRestored() {
            var match =
                    compare(
                                    checkpoint("before"),
                                    checkpoint("after")
                                            .container(
                                                    Optional.of("77aa"), "busybox:1.35", "counter"))
                            .match();
            assertEquals(Relation.SAME_ORIGIN, match.relation());
            assertTrue(match.needsWarning());
        }

        @Test
        void ofOtherImagesAreUnrelated() {
            var match =
                    compare(
                                    checkpoint("before"),
                                    checkpoint("after")
                                            .container(Optional.of("77aa"), "nginx:1", "counter"))
                            .match();
            assertEquals(Relation.UNRELATED, match.relation());
        }

        @Test
        void withoutAnIdCannotBeTold() {
            var match =
                    compare(
                                    checkpoint("before"),
                                    checkpoint("after")
                                            .container(Optional.empty(), "busybox:1.35", "counter"))
                            .match();
            assertEquals(Relation.UNDECIDED, match.relation());
        }

        @Test
        void inReverseOrderOfTimeAreTold() {
            var match =
                    compare(
                                    checkpoint("before").checkpointed("2026-11-21T22:52:01Z"),
                                    checkpoint("after").checkpointed("2026-11-21T22:51:49Z"))
                            .match();
            assertEquals(Order.REVERSED, match.order());
            assertEquals(
                    "before: checkpointed 2026-11-21 22:52:01 UTC, after: checkpointed 2026-11-21 22:51:49 UTC",
                    match.orderReason());
        }
    }

    @Nested
    class Tasks {

        @Test
        void thatCameOrWentAreOneChangeEach() {
            assertEquals(
                    """
                    - task | task 7 |  | /bin/sleep (comm sleep, parent 1, executable /bin/sleep) ->\s
                    + task | task 9 |  |  -> /bin/nc (comm nc, parent 1, executable /bin/nc)
                    """,
                    changes(
                            checkpoint("before")
                                    .with(task(1))
                                    .with(
                                            task(7).childOf(1)
                                                    .comm("sleep")
                                                    .executable("/bin/sleep")),
                            checkpoint("after")
                                    .with(task(1))
                                    .with(task(9).childOf(1).comm("nc").executable("/bin/nc"))));
        }

        @Test
        void withAnotherStackAreAnotherProgram() {
            var comparison =
                    compare(
                            checkpoint("before")
                                    .with(task(7).memory(memory().stackStart(0x7ffd_1111_0000L))),
                            checkpoint("after")
                                    .with(task(7).memory(memory().stackStart(0x7ffd_2222_0000L))));
            var task = comparison.task(new Pid(7)).orElseThrow();
            assertEquals(TaskComparison.Fate.REPLACED, task.fate());
            assertEquals(
                    "stack start or argument area moved: the task called execve, or it ended and its pid was used"
                            + " again; the checkpoints cannot tell which",
                    task.reason());
            assertEquals("program", task.changes().getFirst().aspect());
        }

        @Test
        void withAnotherExecutableAreAnotherProgram() {
            var comparison =
                    compare(
                            checkpoint("before").with(task(7).executable("/bin/sh")),
                            checkpoint("after").with(task(7).executable("/tmp/x")));
            assertEquals(
                    TaskComparison.Fate.REPLACED, comparison.task(new Pid(7)).orElseThrow().fate());
        }

        @Test
        void thatEndedAreTheSame() {
            var comparison =
                    compare(
                            checkpoint("before").with(task(7)),
                            checkpoint("after").with(task(7).state(TaskState.ZOMBIE)));
            assertEquals(
                    TaskComparison.Fate.CHANGED, comparison.task(new Pid(7)).orElseThrow().fate());
        }

        @Test
        void thatCameBackFromTheDeadAreOthers() {
            var comparison =
                    compare(
                            checkpoint("before").with(task(7).state(TaskState.ZOMBIE)),
                            checkpoint("after").with(task(7)));
            assertEquals(
                    TaskComparison.Fate.REPLACED, comparison.task(new Pid(7)).orElseThrow().fate());
        }

        @Test
        void areComparedFieldByField() {
            assertEquals(
                    """
                    ~ task | task 7 | comm | sh -> kworker
                    ~ task | task 7 | parent | 1 -> 0
                    ~ limit | task 7 | RLIMIT_NOFILE | soft 1024, hard 4096 -> soft 64, hard 4096
                    ~ credential | thread 7 | uid | 1000 -> 0
                    ~ credential | thread 7 | euid | 1000 -> 0
                    ~ credential | thread 7 | suid | 1000 -> 0
                    ~ credential | thread 7 | fsuid | 1000 -> 0
                    ~ credential | thread 7 | effective capabilities | 0000000000000000 -> 0000000000200000
                    ~ credential | thread 7 | permitted capabilities | 0000000000000000 -> 0000000000200000
                    ~ credential | thread 7 | bounding capabilities | 0000000000000000 -> 0000000000200000
                    ~ registers | thread 7 | registers | ip=0x0000000000001000 -> ip=0x0000000000002000
                    - thread | thread 8 |  | 8 thread-8 ->\s
                    + thread | thread 9 |  |  -> 9 thread-9
                    - environment | A |  | A=1 ->\s
                    ~ environment | B | value | B=1 -> B=2
                    + environment | LD_PRELOAD |  |  -> LD_PRELOAD=/x.so
                    """,
                    changes(
                            checkpoint("before")
                                    .with(
                                            task(7).childOf(1)
                                                    .uid(1000)
                                                    .thread(8)
                                                    .variable("A=1")
                                                    .variable("B=1")),
                            checkpoint("after")
                                    .with(
                                            task(7).comm("kworker")
                                                    .softLimit(64)
                                                    .capabilities(1 << 21)
                                                    .at(0x2000)
                                                    .thread(9)
                                                    .variable("B=2")
                                                    .variable("LD_PRELOAD=/x.so"))));
        }

        @Test
        void thatGainCapabilitiesAreToldWhich() {
            var change =
                    compare(
                                    checkpoint("before").with(task(7)),
                                    checkpoint("after").with(task(7).capabilities(1 << 21)))
                            .changes()
                            .getFirst();
            assertEquals("gained CAP_SYS_ADMIN", change.note());
        }
    }

    @Nested
    class Descriptors {

        @Test
        void areComparedByNumber() {
            assertEquals(
                    """
                    - descriptor | fd 3 |  | file /a ->\s
                    ~ descriptor | fd 4 | position | 10 -> 20
                    ~ descriptor | fd 5 | target | file /etc/passwd -> file /data/new
                    + descriptor | fd 6 |  |  -> file /b
                    """,
                    changes(
                            checkpoint("before")
                                    .with(
                                            task(1).file(3, "/a", 0)
                                                    .file(4, "/log", 10)
                                                    .file(5, "/etc/passwd", 0)),
                            checkpoint("after")
                                    .with(
                                            task(1).file(4, "/log", 20)
                                                    .file(5, "/data/new", 0)
                                                    .file(6, "/b", 0))));
        }

        @Test
        void ofASharedTableAreToldOnce() {
            var comparison =
                    compare(
                            checkpoint("before").with(task(1).filesId(5)).with(task(2).filesId(5)),
                            checkpoint("after")
                                    .with(task(1).filesId(6).file(3, "/a", 0))
                                    .with(task(2).filesId(6).file(3, "/a", 0)));
            assertEquals(1, comparison.changes().size());
            assertEquals(
                    "the descriptor table is shared with pid 2",
                    comparison.changes().getFirst().note());
        }
    }

    @Nested
    class Mounts {

        @Test
        void areMatchedByTheirPlace() {
            assertEquals(
                    """
                    ~ mount | mount /data | options | ro -> rw
                    - mount | mount /old |  | tmpfs tmpfs ->\s
                    + mount | mount /proc/1 |  |  -> proc proc
                    """,
                    changes(
                            checkpoint("before")
                                    .mount(1, "/data", "ext4", "ro")
                                    .mount(2, "/old", "tmpfs", ""),
                            checkpoint("after")
                                    .mount(8, "/data", "ext4", "rw")
                                    .mount(9, "/proc/1", "proc", "")));
        }

        @Test
        void thatLieUponEachOtherAreMatchedInOrder() {
            assertEquals(
                    "+ mount | mount /data |  |  -> tmpfs tmpfs\n",
                    changes(
                            checkpoint("before").mount(1, "/data", "ext4", ""),
                            checkpoint("after")
                                    .mount(1, "/data", "ext4", "")
                                    .mount(2, "/data", "tmpfs", "")));
        }
    }

    @Test
    void cancellingEndsIt() {
        var calls = new ArrayList<Long>();
        Progress impatient =
                (done, _) -> {
                    calls.add(done);
                    throw new CancellationException("enough");
                };
        var before =
                checkpoint("before")
                        .with(task(1).memory(memory().map(0x1000, 1, "rw-p").text(0x1000, "a")));
        var after =
                checkpoint("after")
                        .with(task(1).memory(memory().map(0x1000, 1, "rw-p").text(0x1000, "b")));
        assertThrows(
                CancellationException.class,
                () -> Comparison.of(before.build(), after.build(), impatient));
        assertEquals(1, calls.size());
    }

    @Test
    void progressEndsAtItsTotal() {
        var last = new long[2];
        var before =
                checkpoint("before")
                        .with(task(1).memory(memory().map(0x1000, 1, "rw-p").text(0x1000, "a")));
        var after =
                checkpoint("after")
                        .with(task(1).memory(memory().map(0x1000, 1, "rw-p").text(0x1000, "b")));
        Comparison.of(
                before.build(),
                after.build(),
                (done, total) -> {
                    last[0] = done;
                    last[1] = total;
                });
        assertEquals(8192, last[0]);
        assertEquals(8192, last[1]);
    }

    @Test
    void theTableHasARowPerChangeAndCanBeNarrowed() {
        var table =
                compare(
                                checkpoint("before").with(task(1).file(3, "/a", 0)),
                                checkpoint("after").with(task(1).comm("x")))
                        .table();
        assertEquals(2, table.rows().size());
        var narrowed = table.where(change -> change.kind() == ChangeKind.DESCRIPTOR);
        assertEquals(
                "- | descriptor | 1 | fd 3 | file /a",
                narrowed.cells(narrowed.rows().getFirst()).stream()
                        .map(CellText::brief)
                        .filter(text -> !text.equals("not applicable"))
                        .limit(5)
                        .collect(Collectors.joining(" | ")));
        assertEquals("before/task/1/fd/3", narrowed.ref(narrowed.rows().getFirst()).text());
    }

    private static Comparison compare(CheckpointBuilder before, CheckpointBuilder after) {
        return Comparison.of(before.build(), after.build(), Progress.unwatched());
    }

    private static String changes(CheckpointBuilder before, CheckpointBuilder after) {
        return compare(before, after).changes().stream()
                .map(
                        change ->
                                "%s %s | %s | %s | %s -> %s\n"
                                        .formatted(
                                                change.mark().sign(),
                                                change.kind().label(),
                                                change.subject(),
                                                change.aspect(),
                                                change.before().map(Side::text).orElse(""),
                                                change.after().map(Side::text).orElse("")))
                .collect(Collectors.joining());
    }
}
