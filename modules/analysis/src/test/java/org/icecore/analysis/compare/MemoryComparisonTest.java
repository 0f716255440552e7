package org.icecore.analysis.compare;

import static org.icecore.analysis.CheckpointBuilder.checkpoint;
import static org.icecore.analysis.MemoryBuilder.memory;
import static org.icecore.analysis.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.icecore.analysis.MemoryBuilder;
import org.icecore.analysis.NothingOfKernel;
import org.icecore.analysis.TaskBuilder;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Origin.Gap;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryComparisonTest {

    private static final long BASE = 0x7f00_0000_0000L;
    private static final long PAGE = MemoryBuilder.PAGE;

    @Nested
    class Bytes {

        @Test
        void thatDifferAreRunsThatEqualBytesPart() {
            assertEquals(
                    """
                    0x7f0000000001-0x7f0000000003 changed
                    0x7f0000000004-0x7f0000000005 changed
                    """,
                    ranges(
                            memory().map(BASE, 1, "rw-p").text(BASE, "abcdef"),
                            memory().map(BASE, 1, "rw-p").text(BASE, "aXYdZf")));
        }

        @Test
        void runOnOverPages() {
            var comparison =
                    compare(
                            memory().map(BASE, 2, "rw-p").text(BASE + PAGE - 2, "abcd"),
                            memory().map(BASE, 2, "rw-p").text(BASE + PAGE - 2, "wxyz"));
            assertEquals(1, comparison.changed().size());
            assertEquals(AddressRange.of(BASE + PAGE - 2, 4), comparison.changed().get(0));
            assertEquals(2, comparison.counts().pagesChanged());
            assertEquals(4, comparison.counts().bytesChanged());
            assertEquals(2 * PAGE - 4, comparison.counts().bytesEqual());
        }

        @Test
        void ofAStoredPageOfZerosEqualAPageThatWasNeverWritten() {
            assertEquals(
                    "",
                    ranges(
                            memory().map(BASE, 1, "rw-p"),
                            memory().map(BASE, 1, "rw-p").bytes(BASE, new byte[1])));
        }

        @Test
        void writtenOverAPageThatWasNeverWrittenHaveChanged() {
            assertEquals(
                    "0x7f0000000010-0x7f0000000012 changed\n",
                    ranges(
                            memory().map(BASE, 1, "rw-p"),
                            memory().map(BASE, 1, "rw-p").text(BASE + 16, "hi")));
        }

        @Test
        void inTheUpperHalfOfTheAddressesAreCompared() {
            var high = 0xffff_ffff_8000_0000L;
            assertEquals(
                    "0xffffffff80000000-0xffffffff80000001 changed\n",
                    ranges(
                            memory().map(BASE, 1, "rw-p").map(high, 1, "r-xp").text(high, "a"),
                            memory().map(BASE, 1, "rw-p").map(high, 1, "r-xp").text(high, "b")));
        }

        @Test
        void thatAreUnreadableAreToldAndEndNothing() {
            var comparison =
                    compare(
                            memory().map(BASE, 2, "rw-p").damaged(BASE).text(BASE + PAGE, "a"),
                            memory().map(BASE, 2, "rw-p").text(BASE, "x").text(BASE + PAGE, "b"));
            assertEquals(1, comparison.changed().size());
            assertEquals(PAGE, comparison.counts().bytesUnknown());
            assertFalse(comparison.coverage().isComplete());
        }
    }

    @Nested
    class Pages {

        @Test
        void thatChangedCameWentOrAreHeldByOneSideAreCountedByMapping() {
            assertEquals(
                    """
                    0x7f0000000000-0x7f0000003000 rw-p anonymous: 2 changed, 0 added, 0 gone, 1 on one side
                    0x7f0000003000-0x7f0000004000 rw-p anonymous: 0 changed, 1 added, 0 gone, 0 on one side
                    0x7f0000010000-0x7f0000012000 r--p anonymous -> rw-p anonymous: 0 changed, 0 added, 0 gone, 0 on one side
                    0x7f0000020000-0x7f0000022000 rw-p anonymous: 0 changed, 0 added, 2 gone, 0 on one side
                    """,
                    pages(
                            memory().map(BASE, 3, "rw-p")
                                    .text(BASE, "abc")
                                    .text(BASE + PAGE, "abc")
                                    .missing(BASE + 2 * PAGE, Gap.IN_PARENT, "in the parent")
                                    .map(BASE + 16 * PAGE, 2, "r--p")
                                    .map(BASE + 32 * PAGE, 2, "rw-p"),
                            memory().map(BASE, 4, "rw-p")
                                    .text(BASE, "xby")
                                    .text(BASE + PAGE, "abz")
                                    .text(BASE + 2 * PAGE, "new")
                                    .map(BASE + 16 * PAGE, 2, "rw-p")));
        }

        private static String pages(MemoryBuilder before, MemoryBuilder after) {
            return pair(before, after).mappings().stream()
                    .filter(MappingComparison::differs)
                    .map(
                            mapping ->
                                    "%s %s: %d changed, %d added, %d gone, %d on one side\n"
                                            .formatted(
                                                    mapping.range(),
                                                    mapping.mapping(),
                                                    mapping.memory().pages().changed(),
                                                    mapping.memory().pages().added(),
                                                    mapping.memory().pages().removed(),
                                                    mapping.memory().pages().oneSided()))
                    .collect(Collectors.joining());
        }
    }

    @Nested
    class AnAreaForRestartableSequences {

        private static KernelState registered(long address, long size) {
            return new NothingOfKernel() {
                @Override
                public Observed<ThreadTraits> traits(TaskThread thread) {
                    return Observed.present(
                            new ThreadTraits(
                                    OptionalInt.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.of(new ThreadTraits.Area(address, size)),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    0,
                                    OptionalLong.empty()),
                            Location.of("core-1.img", 0, 8));
                }
            };
        }

        private static TaskComparison changing(
                KernelState before, KernelState after, String old, String now) {
            return Comparison.of(
                            checkpoint("before")
                                    .kernel(before)
                                    .with(
                                            task(1).memory(
                                                            memory().map(BASE, 1, "rw-p")
                                                                    .text(BASE, old)))
                                    .build(),
                            checkpoint("after")
                                    .kernel(after)
                                    .with(
                                            task(1).memory(
                                                            memory().map(BASE, 1, "rw-p")
                                                                    .text(BASE, now)))
                                    .build(),
                            Progress.unwatched())
                    .task(new Pid(1))
                    .orElseThrow();
        }

        private static String reasons(TaskComparison task) {
            return task.memory().orElseThrow().ranges().stream()
                    .map(
                            range ->
                                    range.range().length()
                                            + (range.reason().isEmpty() ? " bytes\n" : " noise\n"))
                    .collect(Collectors.joining());
        }

        @Test
        void isNoiseForTheRunsThatLieWhollyInIt() {
            var task =
                    changing(
                            registered(BASE + 2, 8),
                            registered(BASE + 2, 8),
                            "aabbcc__cccd__d",
                            "aaBBcc__cCCD__D");
            assertEquals("2 noise\n3 bytes\n1 bytes\n", reasons(task));
            assertEquals(
                    "6 bytes changed in 1 page, 3 runs; 4,096 bytes compared; 1 run lies in a thread's area for"
                            + " restartable sequences (rseq), which the kernel itself rewrites as it moves the thread"
                            + " between processors: noise",
                    task.changes().getFirst().note());
        }

        @Test
        void isSaidOfAMappingWithNoOtherChange() {
            var task = changing(registered(BASE, 32), registered(BASE, 32), "cpu 1", "cpu 2");
            assertTrue(
                    task.changes()
                            .getFirst()
                            .note()
                            .contains("; all of it lies in a thread's area"),
                    task.changes()::toString);
        }

        @Test
        void isNoneWhereItIsRegisteredInOneCheckpointAlone() {
            assertEquals(
                    "1 bytes\n",
                    reasons(
                            changing(
                                    registered(BASE + PAGE / 2, 32),
                                    registered(BASE, 32),
                                    "cpu 1",
                                    "cpu 2")));
        }

        @Test
        void isNotBelievedToBeLargerThanAnyKernelHasIt() {
            assertEquals(
                    "1 bytes\n",
                    reasons(
                            changing(
                                    registered(BASE, PAGE),
                                    registered(BASE, PAGE),
                                    "cpu 1",
                                    "cpu 2")));
        }
    }

    @Nested
    class Gaps {

        @Test
        void onBothSidesAreNoChange() {
            var clean =
                    memory().map(BASE, 1, "r-xp")
                            .missing(BASE, Gap.CLEAN_FILE_PAGE, "clean page of /bin/sh");
            var comparison = compare(clean, clean);
            assertEquals(PAGE, comparison.counts().bytesUnknown());
            assertEquals(
                    "in neither checkpoint: clean page of /bin/sh",
                    comparison.others().getFirst().reason());
        }

        @Test
        void thatBecamePrivateCopiesAreSaidToBe() {
            var comparison =
                    compare(
                            memory().map(BASE, 1, "r-xp")
                                    .missing(BASE, Gap.CLEAN_FILE_PAGE, "clean page of /bin/sh"),
                            memory().map(BASE, 1, "r-xp").text(BASE, "code"));
            assertEquals(PAGE, comparison.counts().bytesOneSided());
            assertEquals(
                    "became a private copy of the file's page (copy on write); its content before is not in the first"
                            + " checkpoint",
                    comparison.others().getFirst().reason());
        }

        @Test
        void thatWereAPageOfAFileAreAChangeThatIsNoStatementOnBytes() {
            var changes =
                    changes(
                            memory().map(BASE, 1, "rw-p")
                                    .missing(BASE, Gap.CLEAN_FILE_PAGE, "clean page of /bin/sh"),
                            memory().map(BASE, 1, "rw-p").text(BASE, "x"));
            assertEquals(1, changes.size());
            assertEquals(Mark.CHANGED, changes.getFirst().mark());
            assertEquals("known bytes", changes.getFirst().aspect());
        }

        /// The first has lost a page and the second another.
        @Test
        void thatOneCheckpointLostAreUnknownWithTheReason() {
            var before =
                    memory().map(BASE, 3, "rw-p")
                            .missing(BASE, Gap.IN_PARENT, "in the parent")
                            .text(BASE + PAGE, "a");
            var after =
                    memory().map(BASE, 3, "rw-p")
                            .text(BASE, "b")
                            .missing(BASE + PAGE, Gap.DAMAGED, "pages-1.img ends before it");
            assertEquals(
                    """
                    ? 0x7f0000000000-0x7f0000003000 anonymous, bytes: in the second alone: not in the first checkpoint: \
                    in the parent
                    ? 0x7f0000000000-0x7f0000003000 anonymous, bytes: in the first alone: not in the second checkpoint: \
                    pages-1.img ends before it
                    """,
                    changes(before, after).stream()
                            .map(Change.Unknown.class::cast)
                            .map(
                                    change ->
                                            "%s %s, %s: in the %s alone: %s%n"
                                                    .formatted(
                                                            change.mark().sign(),
                                                            change.subject(),
                                                            change.aspect(),
                                                            change.inFirst() ? "first" : "second",
                                                            change.reason()))
                            .collect(Collectors.joining()));
            var comparison = comparison(before, after);
            assertEquals(
                    List.of(
                            "what became of 1 thing (memory): not in the first checkpoint: in the parent",
                            "what became of 1 thing (memory): not in the second checkpoint: pages-1.img ends before it"),
                    comparison.coverage().gaps());
            var task = comparison.task(new Pid(1)).orElseThrow();
            assertEquals(TaskComparison.Fate.UNCHANGED, task.fate());
            assertEquals(0, task.changed());
            assertEquals(Optional.of(Mark.UNKNOWN), task.mappings().getFirst().told());
        }

        private static Comparison comparison(MemoryBuilder before, MemoryBuilder after) {
            return Comparison.of(
                    checkpoint("before").with(task(1).memory(before)).build(),
                    checkpoint("after").with(task(1).memory(after)).build(),
                    Progress.unwatched());
        }

        private static List<Change> changes(MemoryBuilder before, MemoryBuilder after) {
            return comparison(before, after).changes();
        }
    }

    @Nested
    class Mappings {

        @Test
        void splitByMprotectAreToldPerRun() {
            assertEquals(
                    """
                    0x7f0000000000-0x7f0000001000 unchanged
                    0x7f0000001000-0x7f0000002000 ~ permissions rw-p -> r-xp
                    0x7f0000002000-0x7f0000003000 unchanged
                    """,
                    mappings(
                            memory().map(BASE, 3, "rw-p"),
                            memory().map(BASE, 1, "rw-p")
                                    .map(BASE + PAGE, 1, "r-xp")
                                    .map(BASE + 2 * PAGE, 1, "rw-p")));
        }

        @Test
        void mergedAgainAreToldPerRun() {
            assertEquals(
                    """
                    0x7f0000000000-0x7f0000001000 unchanged
                    0x7f0000001000-0x7f0000002000 ~ permissions ---p -> rw-p
                    """,
                    mappings(
                            memory().map(BASE, 1, "rw-p").map(BASE + PAGE, 1, "---p"),
                            memory().map(BASE, 2, "rw-p")));
        }

        @Test
        void grownAreAddedBehindTheirOldEnd() {
            var comparison = pair(memory().map(BASE, 1, "rw-p"), memory().map(BASE, 3, "rw-p"));
            assertEquals(
                    "the mapping was grown: 0x7f0000000000-0x7f0000001000 before,"
                            + " 0x7f0000000000-0x7f0000003000 after",
                    comparison.mappings().getLast().note());
            assertEquals(Optional.of(Mark.ADDED), comparison.mappings().getLast().mark());
            assertEquals(2 * PAGE, comparison.memory().orElseThrow().counts().bytesAdded());
        }

        @Test
        void thatWentLeaveTheirNeighboursAlone() {
            assertEquals(
                    """
                    0x7f0000000000-0x7f0000001000 -
                    0x7f0000005000-0x7f0000006000 unchanged
                    0x7f0000009000-0x7f000000a000 +
                    """,
                    mappings(
                            memory().map(BASE, 1, "rw-p").map(BASE + 5 * PAGE, 1, "rw-p"),
                            memory().map(BASE + 5 * PAGE, 1, "rw-p")
                                    .map(BASE + 9 * PAGE, 1, "rw-p")));
        }

        @Test
        void ofAnotherFileHaveChanged() {
            assertEquals(
                    "0x7f0000000000-0x7f0000001000 ~ name /lib/a.so -> /lib/b.so\n",
                    mappings(
                            memory().map(
                                            BASE,
                                            1,
                                            "r-xp",
                                            VmaKind.FILE_PRIVATE,
                                            Optional.of(TaskBuilder.regular(1, "/lib/a.so", 0))),
                            memory().map(
                                            BASE,
                                            1,
                                            "r-xp",
                                            VmaKind.FILE_PRIVATE,
                                            Optional.of(TaskBuilder.regular(2, "/lib/b.so", 0)))));
        }
    }

    @Test
    void runsAreRowsWithTheirFirstBytes() {
        var comparison =
                Comparison.of(
                        checkpoint("before")
                                .with(
                                        task(1).memory(
                                                        memory().map(BASE, 1, "rw-p")
                                                                .text(BASE, "abc")))
                                .build(),
                        checkpoint("after")
                                .with(
                                        task(1).memory(
                                                        memory().map(BASE, 1, "rw-p")
                                                                .text(BASE, "aXc")))
                                .build(),
                        Progress.unwatched());
        var table = comparison.memoryTable(new Pid(1));
        var row = table.rows().getFirst();
        assertEquals(
                "0x7f0000000001-0x7f0000000002 | 1 B | changed | anonymous | 62 | 58 | not applicable",
                table.cells(row).stream().map(CellText::brief).collect(Collectors.joining(" | ")));
        assertEquals("after/task/1/memory/0x7f0000000001-0x7f0000000002", table.ref(row).text());
        assertEquals("pages-1.img+0x1..0x2", table.location(row).orElseThrow().toString());
        assertEquals(
                "= | 1",
                comparison.mappingTable(new Pid(1)).where(_ -> true).rows().stream()
                        .map(
                                mapping ->
                                        mapping.mark().map(Mark::label).orElse("=")
                                                + " | "
                                                + mapping.memory().bytesChanged())
                        .collect(Collectors.joining()));
    }

    @Test
    void aSharedSegmentIsToldForEachTaskAtItsOwnAddresses() {
        var old = "AAAA".getBytes();
        var now = "ABAA".getBytes();
        var before =
                checkpoint("before")
                        .with(
                                task(1).memory(
                                                memory().map(BASE, 1, "rw-s")
                                                        .shared(BASE, "pages-9.img", 0, old)))
                        .with(
                                task(2).memory(
                                                memory().map(BASE + 8 * PAGE, 1, "rw-s")
                                                        .shared(
                                                                BASE + 8 * PAGE,
                                                                "pages-9.img",
                                                                0,
                                                                old)));
        var after =
                checkpoint("after")
                        .with(
                                task(1).memory(
                                                memory().map(BASE, 1, "rw-s")
                                                        .shared(BASE, "pages-9.img", 0, now)))
                        .with(
                                task(2).memory(
                                                memory().map(BASE + 8 * PAGE, 1, "rw-s")
                                                        .shared(
                                                                BASE + 8 * PAGE,
                                                                "pages-9.img",
                                                                0,
                                                                now)));
        var comparison = Comparison.of(before.build(), after.build(), Progress.unwatched());
        assertEquals(
                AddressRange.of(BASE + 1, 1),
                comparison.task(new Pid(1)).orElseThrow().memory().orElseThrow().changed().get(0));
        assertEquals(
                AddressRange.of(BASE + 8 * PAGE + 1, 1),
                comparison.task(new Pid(2)).orElseThrow().memory().orElseThrow().changed().get(0));
    }

    @Test
    void beyondTheBudgetRunsAreCountedButNotListed() {
        var budget = new RangeBudget(1);
        var changed = new RangeList();
        var tally = new StretchTally(changed, budget, 4096);
        tally.compared(AddressRange.of(BASE, 100));
        tally.changed(BASE, BASE + 1);
        tally.changed(BASE + 2, BASE + 4);
        assertEquals(1, changed.size());
        assertTrue(budget.exhausted());
        assertEquals(3, tally.counts().bytesChanged());
        assertEquals(97, tally.counts().bytesEqual());
        assertEquals(1, tally.counts().pagesChanged());
    }

    private static TaskComparison pair(MemoryBuilder before, MemoryBuilder after) {
        return Comparison.of(
                        checkpoint("before").with(task(1).memory(before)).build(),
                        checkpoint("after").with(task(1).memory(after)).build(),
                        Progress.unwatched())
                .task(new Pid(1))
                .orElseThrow();
    }

    private static MemoryComparison compare(MemoryBuilder before, MemoryBuilder after) {
        return pair(before, after).memory().orElseThrow();
    }

    private static String ranges(MemoryBuilder before, MemoryBuilder after) {
        return compare(before, after).ranges().stream()
                .map(range -> "%s %s\n".formatted(range.range(), range.state().label()))
                .collect(Collectors.joining());
    }

    private static String mappings(MemoryBuilder before, MemoryBuilder after) {
        return pair(before, after).mappings().stream()
                .map(mapping -> "%s %s\n".formatted(mapping.range(), text(mapping)))
                .collect(Collectors.joining());
    }

    private static String text(MappingComparison mapping) {
        return mapping.mark()
                .map(
                        mark ->
                                (mark.sign()
                                        + mapping.differences().stream()
                                                .map(
                                                        difference ->
                                                                " %s %s -> %s"
                                                                        .formatted(
                                                                                difference
                                                                                        .property(),
                                                                                difference.before(),
                                                                                difference.after()))
                                                .collect(Collectors.joining())))
                .orElse("unchanged");
    }
}
