package org.icecore.views.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Pid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is selected in a table when something is selected elsewhere")
class FollowingTest {
    private static final CheckpointId WEB = new CheckpointId("web");
    private static final CheckpointId OTHER = new CheckpointId("other");

    private final Following<Row> following =
            new Following<>(Row::ref, row -> Following.tasks(row.ref()));

    /// A row, and what it is about.
    private record Row(String name, ArtefactRef ref) {}

    @Nested
    class ATask {
        private final List<Row> timers =
                List.of(
                        new Row("ITIMER_REAL of 10", task(10)),
                        new Row("POSIX of 10", task(10)),
                        new Row("timerfd of 10", fd(10, 15)),
                        new Row("ITIMER_REAL of 24", task(24)));

        @Test
        void standsForAllOfItsRowsWhateverTheyAreAbout() {
            assertEquals(
                    "ITIMER_REAL of 10, POSIX of 10, timerfd of 10",
                    follow(task(10), timers, List.of(timers.get(3))));
        }

        @Test
        void standsForTheRowsOfItsThreads() {
            var threads =
                    List.of(
                            new Row("tid 10", thread(10, 10)),
                            new Row("tid 11", thread(10, 11)),
                            new Row("tid 24", thread(24, 24)));
            assertEquals("tid 10, tid 11", follow(task(10), threads, List.of()));
        }

        @Test
        void leavesTheRowThatWasChosenInTheTableItself() {
            assertEquals("stays", follow(task(10), timers, timers.subList(0, 1)));
        }

        @Test
        void withoutRowsLeavesNoneOfAnotherSelected() {
            assertEquals("", follow(task(7), timers, timers.subList(0, 1)));
        }

        @Test
        void changesNothingWhereAllRowsAreItsOwn() {
            assertEquals("stays", follow(task(10), timers.subList(0, 3), List.of()));
        }

        @Test
        void ofAnotherCheckpointStandsForNoRow() {
            assertEquals("", follow(new ArtefactRef.OfTask(OTHER, new Pid(10)), timers, List.of()));
        }

        @Test
        void leavesRowsThatBelongToNoTask() {
            var images = List.of(new Row("mm-10.img", new ArtefactRef.OfMember(WEB, "mm-10.img")));
            assertEquals("stays", follow(task(10), images, images));
        }
    }

    @Nested
    class ADescriptor {
        private final List<Row> files =
                List.of(
                        new Row("10 fd 3", fd(10, 3)),
                        new Row("10 fd 4", fd(10, 4)),
                        new Row("24 fd 3", fd(24, 3)));

        @Test
        void standsForTheRowAboutIt() {
            assertEquals("10 fd 4", follow(fd(10, 4), files, List.of()));
        }

        @Test
        void standsForTheRowsOfItsTaskWhereNoneIsAboutIt() {
            assertEquals("10 fd 3, 10 fd 4", follow(fd(10, 99), files, List.of()));
        }
    }

    @Nested
    class ARangeOfMemory {
        private final ArtefactRef range =
                new ArtefactRef.OfMemory(WEB, new Pid(10), AddressRange.of(0x1000, 8));
        private final List<Row> threads =
                List.of(
                        new Row("tid 10", thread(10, 10)),
                        new Row("tid 11", thread(10, 11)),
                        new Row("tid 24", thread(24, 24)));

        @Test
        void ofTheTaskWhoseThreadIsSelectedLeavesItSo() {
            assertEquals("stays", follow(range, threads, threads.subList(1, 2)));
        }

        @Test
        void ofAnotherTaskStandsForTheThreadsOfThat() {
            assertEquals("tid 10, tid 11", follow(range, threads, threads.subList(2, 3)));
        }
    }

    @Test
    void aCheckpointStandsForNoRowInParticular() {
        var rows = List.of(new Row("all", new ArtefactRef.OfCheckpoint(WEB)));
        assertEquals("stays", follow(new ArtefactRef.OfCheckpoint(WEB), rows, List.of()));
    }

    private String follow(ArtefactRef wanted, List<Row> all, List<Row> selected) {
        Optional<List<String>> found =
                following
                        .rows(wanted, all, selected)
                        .map(those -> all.stream().filter(those::contains).map(Row::name).toList());
        return found.map(names -> String.join(", ", names)).orElse("stays");
    }

    private static ArtefactRef task(int pid) {
        return new ArtefactRef.OfTask(WEB, new Pid(pid));
    }

    private static ArtefactRef thread(int pid, int tid) {
        return new ArtefactRef.OfThread(WEB, new Pid(pid), new Pid(tid));
    }

    private static ArtefactRef fd(int pid, int fd) {
        return new ArtefactRef.OfDescriptor(WEB, new Pid(pid), new FdNumber(fd));
    }
}
