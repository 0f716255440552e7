package org.icecore.analysis.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.icecore.analysis.Evidence;
import org.icecore.analysis.compare.TaskComparison.Fate;
import org.icecore.analysis.content.EnvironmentTable;
import org.icecore.analysis.content.Excerpt;
import org.icecore.analysis.content.MappingTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real containers, of which it is known what was changed between the checkpoints.
class ComparisonOfEvidenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "podman-counter/before.tar",
                "podman-counter/after.tar.zst",
                "podman-web/after.tar.gz",
                "podman-criu411/after.tar",
                "incident/after.tar",
                "runc-raw/after",
                "criu-raw/zoo-B",
                "criu-raw/lazy",
                "criu-raw/iter/3",
                "podman-precheckpoint/full-with-previous.tar"
            })
    void aCheckpointDiffersInNothingFromItself(String name) throws EvidenceException {
        try (var before = Evidence.open(name, "before");
                var after = Evidence.open(name, "after")) {
            var comparison = Comparison.of(before, after, Progress.unwatched());
            assertEquals(List.of(), comparison.changes());
            assertEquals(0, comparison.summary().memory().bytesChanged());
            assertEquals(
                    before.archive().packing() == Archive.Packing.DIRECTORY
                            ? ContainerMatch.Order.UNKNOWN
                            : ContainerMatch.Order.SAME_TIME,
                    comparison.match().order());
            assertTrue(comparison.tasks().stream().allMatch(task -> task.fate() == Fate.UNCHANGED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "podman-criu411/before.tar, podman-criu411/after.tar, podman-criu411/truth/mt.log",
        "runc-raw/before, runc-raw/after, runc-raw/truth/mt.log"
    })
    void everyPageThatTheProgramChangedIsFound(String before, String after, String log)
            throws Exception {
        var truth = Files.readString(Evidence.path(log));
        var pages =
                Pattern.compile("changed page \\d+ at 0x([0-9a-f]+)")
                        .matcher(truth)
                        .results()
                        .map(match -> Long.parseUnsignedLong(match.group(1), 16))
                        .distinct()
                        .toList();
        assertEquals(5, pages.size());
        var heap = Pattern.compile("heap 0x([0-9a-f]+) len (\\d+)").matcher(truth);
        assertTrue(heap.find());
        var range =
                AddressRange.of(
                        Long.parseUnsignedLong(heap.group(1), 16), Long.parseLong(heap.group(2)));
        withComparison(
                before,
                after,
                comparison -> {
                    var memory =
                            comparison.tasks().stream()
                                    .flatMap(task -> task.memory().stream())
                                    .filter(
                                            candidate ->
                                                    candidate
                                                            .before()
                                                            .vma(range.start())
                                                            .isPresent())
                                    .findFirst()
                                    .orElseThrow();
                    var changed =
                            memory.ranges().stream()
                                    .filter(found -> found.state() == MemoryRange.State.CHANGED)
                                    .filter(found -> found.range().overlaps(range))
                                    .map(found -> found.range().start() & -4096L)
                                    .distinct()
                                    .toList();
                    assertEquals(pages, changed);
                });
    }

    @Nested
    class OfTheCounter {

        @Test
        void theShellsVariablesAreFoundByteForByte() throws Exception {
            withComparison(
                    "podman-counter/before.tar",
                    "podman-counter/after.tar",
                    comparison -> {
                        var memory =
                                comparison.task(new Pid(1)).orElseThrow().memory().orElseThrow();
                        var heap =
                                memory.before().vmas().stream()
                                        .filter(vma -> vma.title().equals("[heap]"))
                                        .findFirst()
                                        .orElseThrow()
                                        .range();
                        var texts =
                                memory.ranges().stream()
                                        .filter(range -> range.state() == MemoryRange.State.CHANGED)
                                        .filter(range -> range.range().overlaps(heap))
                                        .map(range -> text(memory, range.range()))
                                        .toList();
                        assertTrue(
                                texts.stream()
                                        .anyMatch(text -> text.contains("COUNTER-MEMORY-MARK-")),
                                texts::toString);
                    });
        }

        private static String text(MemoryComparison memory, AddressRange range) {
            try {
                return Excerpt.around(memory.after(), range, 24).ascii();
            } catch (EvidenceException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void imagesOfEarlierDumpsAreNoTasks() throws Exception {
            withComparison(
                    "podman-counter/before.tar",
                    "podman-counter/after.tar",
                    comparison -> {
                        assertEquals(
                                List.of(1, 6, 7, 12, 32, 34),
                                comparison.tasks().stream()
                                        .map(task -> task.pid().value())
                                        .toList());
                        assertEquals(
                                List.of(
                                        Fate.CHANGED,
                                        Fate.CHANGED,
                                        Fate.REMOVED,
                                        Fate.REMOVED,
                                        Fate.ADDED,
                                        Fate.ADDED),
                                comparison.tasks().stream().map(TaskComparison::fate).toList());
                    });
        }

        @Test
        void writtenAndDeletedFilesAreTold() throws Exception {
            withComparison(
                    "podman-counter/before.tar",
                    "podman-counter/after.tar",
                    comparison ->
                            assertEquals(
                                    """
                    ~ /data/counter
                    ~ /etc/app.conf
                    ~ /var/log/ticks
                    + /data/added.txt
                    + /data/link
                    + /data/newdir/
                    - /bin/wc
                    """,
                                    marks(comparison, ChangeKind.ROOTFS)));
        }

        @Test
        void theOrderOfTimeIsToldWhenItIsReversed() throws Exception {
            withComparison(
                    "podman-counter/after.tar",
                    "podman-counter/before.tar",
                    comparison -> {
                        assertEquals(
                                ContainerMatch.Relation.SAME_CONTAINER,
                                comparison.match().relation());
                        assertEquals(ContainerMatch.Order.REVERSED, comparison.match().order());
                        assertTrue(comparison.match().needsWarning());
                    });
        }
    }

    /// The lines of podman-web/truth/ground-truth-AB.jsonl that bear "B".
    @Nested
    class OfTheZoo {

        private static final Pid ZOO = new Pid(10);

        @Test
        void bytesOnTheHeapHaveChangedAtTheirVeryAddresses() throws Exception {
            onWeb(
                    comparison -> {
                        assertBytes(comparison, 0x55a112f20064L, "CHANGED-BYTES-16");
                        assertBytes(comparison, 0x55a112f23008L, "!");
                    });
        }

        @Test
        void injectedCodeIsFoundInTheExecutableMapping() throws Exception {
            onWeb(
                    comparison -> {
                        var run = run(comparison, ZOO, 0x7ff033670100L);
                        assertEquals(AddressRange.of(0x7ff033670100L, 4), run);
                        var memory = comparison.task(ZOO).orElseThrow().memory().orElseThrow();
                        assertEquals("cc cc cc cc", Excerpt.of(memory.after(), run).hex());
                        assertEquals("00 00 00 00", Excerpt.of(memory.before(), run).hex());
                    });
        }

        @Test
        void sharedMemoryHasChangedForEachTaskThatMapsIt() throws Exception {
            onWeb(
                    comparison -> {
                        for (var pid : List.of(10, 19, 20, 21)) {
                            var inPage =
                                    comparison
                                            .task(new Pid(pid))
                                            .orElseThrow()
                                            .memory()
                                            .orElseThrow()
                                            .ranges()
                                            .stream()
                                            .filter(
                                                    range ->
                                                            range.state()
                                                                    == MemoryRange.State.CHANGED)
                                            .filter(
                                                    range ->
                                                            range.range()
                                                                    .overlaps(
                                                                            AddressRange.of(
                                                                                    0x7ff03347d000L,
                                                                                    4096)))
                                            .toList();
                            assertEquals(
                                    List.of(AddressRange.of(0x7ff03347d01dL, 2)),
                                    inPage.stream().map(MemoryRange::range).toList());
                        }
                    });
        }

        @Test
        void mappingsCameWentAndWereSplit() throws Exception {
            onWeb(
                    comparison -> {
                        var mappings = comparison.task(ZOO).orElseThrow().mappings();
                        assertEquals(
                                Optional.of(Mark.REMOVED),
                                mark(mappings, AddressRange.of(0x7ff03346a000L, 20480)));
                        assertEquals(
                                Optional.of(Mark.ADDED),
                                mark(mappings, AddressRange.of(0x600000000000L, 28672)));
                        assertEquals(
                                List.of(
                                        new MappingComparison.Difference(
                                                "permissions", "---p", "r--p")),
                                mappings.stream()
                                        .filter(
                                                mapping ->
                                                        mapping.range()
                                                                .equals(
                                                                        AddressRange.of(
                                                                                0x7ff033473000L,
                                                                                4096)))
                                        .findFirst()
                                        .orElseThrow()
                                        .differences());
                        assertEquals(
                                Optional.empty(),
                                mark(mappings, AddressRange.of(0x7ff033474000L, 3 * 4096)));
                    });
        }

        @Test
        void descriptorsWereClosedReusedOpenedAndCountedUp() throws Exception {
            onWeb(
                    comparison -> {
                        var changes = comparison.task(ZOO).orElseThrow().changes();
                        var reused = change(changes, "fd 35", "target");
                        assertEquals("file /etc/passwd", reused.before().orElseThrow().text());
                        assertEquals(
                                "file /data/new-after.txt", reused.after().orElseThrow().text());
                        assertEquals(
                                "the number was used again: it is another file", reused.note());
                        assertEquals(
                                "counter 7",
                                change(changes, "fd 12", "target").before().orElseThrow().text());
                        assertEquals(
                                "counter 42",
                                change(changes, "fd 12", "target").after().orElseThrow().text());
                        assertEquals(Mark.ADDED, change(changes, "fd 36", "").mark());
                    });
        }

        @Test
        void aWorkerWatchesItsNewConnection() throws Exception {
            onWeb(
                    comparison -> {
                        var changes = comparison.task(new Pid(16)).orElseThrow().changes();
                        var watch = change(changes, "fd 8", "watch of fd 10");
                        assertEquals("not watched", watch.before().orElseThrow().text());
                        assertEquals(
                                "EPOLLIN, EPOLLERR, EPOLLHUP, EPOLLRDHUP, EPOLLET, data 0x55f8308be251",
                                watch.after().orElseThrow().text());
                    });
        }

        @Test
        void noValueIsWrittenAsTheProgramsOwnRecords() throws Exception {
            onWeb(
                    comparison ->
                            assertEquals(
                                    List.of(),
                                    comparison.changes().stream()
                                            .flatMap(
                                                    change ->
                                                            Stream.concat(
                                                                    change.before().stream(),
                                                                    change.after().stream()))
                                            .map(Side::text)
                                            .filter(
                                                    text ->
                                                            text.matches(
                                                                    "(?s).*[A-Z]\\w+\\[\\w+=.*"))
                                            .toList()));
        }

        @Test
        void tasksAndAThreadCameAndWent() throws Exception {
            onWeb(
                    comparison -> {
                        assertEquals(
                                Fate.REMOVED, comparison.task(new Pid(35)).orElseThrow().fate());
                        assertEquals(Fate.ADDED, comparison.task(new Pid(42)).orElseThrow().fate());
                        assertTrue(
                                comparison.task(ZOO).orElseThrow().changes().stream()
                                        .filter(
                                                change ->
                                                        change.kind() == ChangeKind.THREAD
                                                                && change.mark() == Mark.ADDED)
                                        .allMatch(
                                                change ->
                                                        change.after()
                                                                .orElseThrow()
                                                                .text()
                                                                .endsWith(" zoo-late-thread")));
                        assertEquals(
                                1,
                                comparison.task(ZOO).orElseThrow().changes().stream()
                                        .filter(change -> change.kind() == ChangeKind.THREAD)
                                        .filter(change -> change.mark() == Mark.ADDED)
                                        .count());
                    });
        }

        @Test
        void theNewConnectionIsThereWithBothEnds() throws Exception {
            onWeb(
                    comparison ->
                            assertEquals(
                                    """
                    + tcp 10.88.0.8:80 -> 10.88.0.1:57116 ESTABLISHED
                    + tcp 127.0.0.1:9090 -> 127.0.0.1:42696 ESTABLISHED
                    + tcp 127.0.0.1:42696 -> 127.0.0.1:9090 ESTABLISHED
                    """,
                                    marks(comparison, ChangeKind.SOCKET)));
        }

        @Test
        void thePythonBufferHasChangedInItsFirstTwentyBytes() throws Exception {
            onWeb(
                    comparison -> {
                        var memory =
                                comparison.task(new Pid(9)).orElseThrow().memory().orElseThrow();
                        var buffer = AddressRange.of(0x33197de0L, 20);
                        assertEquals(
                                "PYBUF-CHANGED-AFTER!", Excerpt.of(memory.after(), buffer).ascii());
                        var expected = Excerpt.of(memory.before(), buffer);
                        var now = Excerpt.of(memory.after(), buffer);
                        for (var i = 0; i < 20; i++) {
                            assertEquals(
                                    expected.byteAt(i) != now.byteAt(i),
                                    memory.changed().contains(buffer.start() + i),
                                    "byte " + i);
                        }
                        assertFalse(memory.changed().contains(buffer.end()));
                    });
        }

        private static void assertBytes(Comparison comparison, long address, String text)
                throws EvidenceException {
            var memory = comparison.task(ZOO).orElseThrow().memory().orElseThrow();
            var range = AddressRange.of(address, text.length());
            assertEquals(text, Excerpt.of(memory.after(), range).ascii());
            var before = Excerpt.of(memory.before(), range);
            var after = Excerpt.of(memory.after(), range);
            for (var i = 0; i < text.length(); i++) {
                assertEquals(
                        before.byteAt(i) != after.byteAt(i),
                        memory.changed().contains(address + i));
            }
            assertFalse(memory.changed().contains(address - 1));
            assertFalse(memory.changed().contains(address + text.length()));
        }

        private static AddressRange run(Comparison comparison, Pid pid, long address) {
            var changed = comparison.task(pid).orElseThrow().memory().orElseThrow().changed();
            return changed.get(changed.firstEndingBehind(address));
        }

        private static Optional<Mark> mark(List<MappingComparison> mappings, AddressRange range) {
            return mappings.stream()
                    .filter(mapping -> mapping.range().equals(range))
                    .findFirst()
                    .orElseThrow()
                    .mark();
        }

        private static Change change(List<Change> changes, String subject, String aspect) {
            return changes.stream()
                    .filter(
                            change ->
                                    change.subject().equals(subject)
                                            && change.aspect().equals(aspect))
                    .findFirst()
                    .orElseThrow();
        }

        private static void onWeb(Question question) throws Exception {
            withComparison("podman-web/before.tar.zst", "podman-web/after.tar.zst", question);
        }
    }

    /// incident/truth/GROUND-TRUTH.md, items 1 to 7.
    @Nested
    class OfTheIncident {

        @Test
        void theIntrudersTasksAreNew() throws Exception {
            onIncident(
                    comparison ->
                            assertEquals(
                                    """
                    - sleep 1 (comm sleep, parent 1, executable /usr/bin/sleep)
                    + nc -lk 127.0.0.1 4444 (comm nc, parent 1, executable /usr/bin/nc.openbsd)
                    + nc -lk 127.0.0.1 4445 (comm nc, parent 1, executable /usr/bin/nc.openbsd)
                    + sh -c 'cd /tmp; ./.x 4444 sshd & sleep 0.5; rm -f /tmp/.x; wait' (comm sh, parent 1, executable /usr/bin/dash)
                    + ./.x 4444 sshd (comm sshd, parent 54, executable /tmp/.x (deleted))
                    + sh -c 'chmod 755 /tmp/.y; /tmp/.m /tmp/.y & sleep 0.5; rm -f /tmp/.y /tmp/.m; wait' (comm sh, parent 1, executable /usr/bin/dash)
                    + [kworker/u8:3] 4445 kworker/u8:3 (comm kworker/u8:3, parent 69, executable /memfd:kworker (deleted))
                    + sleep 99999 (comm sleep, parent 1, executable /usr/bin/sleep)
                    + sleep 1 (comm sleep, parent 1, executable /usr/bin/sleep)
                    """,
                                    comparison.changes().stream()
                                            .filter(change -> change.kind() == ChangeKind.TASK)
                                            .map(
                                                    change ->
                                                            change.mark().sign()
                                                                    + " "
                                                                    + change.after()
                                                                            .or(change::before)
                                                                            .orElseThrow()
                                                                            .text()
                                                                    + "\n")
                                            .reduce("", String::concat)));
        }

        @Test
        void bothListenersAndTheirConnectionsAreNew() throws Exception {
            onIncident(
                    comparison ->
                            assertEquals(
                                    """
                    + tcp 127.0.0.1:4444 LISTEN
                    + tcp 127.0.0.1:4444 -> 127.0.0.1:41368 ESTABLISHED
                    + tcp 127.0.0.1:4445 LISTEN
                    + tcp 127.0.0.1:4445 -> 127.0.0.1:36814 ESTABLISHED
                    + tcp 127.0.0.1:41368 -> 127.0.0.1:4444 ESTABLISHED
                    + tcp 127.0.0.1:36814 -> 127.0.0.1:4445 ESTABLISHED
                    """,
                                    marks(comparison, ChangeKind.SOCKET)));
        }

        @Test
        void thePreloadedLibraryShowsInEnvironmentAndMappings() throws Exception {
            try (var after = Evidence.open("incident/after.tar", "after")) {
                var preload =
                        EnvironmentTable.of(after)
                                .where(row -> row.task().pid().equals(new Pid(85)))
                                .rows()
                                .stream()
                                .map(row -> row.entry().text())
                                .toList();
                assertTrue(preload.contains("LD_PRELOAD=/usr/lib/libhook.so"), preload::toString);
                assertTrue(preload.contains("HISTFILE=/dev/null"), preload::toString);
                var mappings =
                        MappingTable.of(after, after.tasks().find(new Pid(85)).orElseThrow());
                assertTrue(
                        mappings.rows().stream()
                                .anyMatch(row -> row.vma().title().equals("/usr/lib/libhook.so")));
                assertTrue(
                        mappings.rows().stream()
                                .anyMatch(
                                        row ->
                                                row.vma().range().start() == 0x7f32a1fca000L
                                                        && row.vma()
                                                                .protection()
                                                                .toString()
                                                                .equals("rwxp")));
            }
        }

        @Test
        void theInjectedMappingIsNew() throws Exception {
            onIncident(
                    comparison ->
                            assertEquals(
                                    List.of("0x7f2f369d0000-0x7f2f369d4000 rwxp anonymous"),
                                    comparison.task(new Pid(6)).orElseThrow().changes().stream()
                                            .filter(change -> change.kind() == ChangeKind.MAPPING)
                                            .map(change -> change.after().orElseThrow().text())
                                            .toList()));
        }

        @Test
        void theIntrudersFilesAreWrittenOrDeleted() throws Exception {
            onIncident(
                    comparison ->
                            assertEquals(
                                    """
                    - /var/log/web.log
                    + /etc/cron.d/sysupd
                    + /etc/ld.so.preload.demo
                    + /etc/passwd
                    + /root/.bash_history
                    + /root/.ssh/authorized_keys
                    + /tmp/.hook.log
                    + /usr/lib/libhook.so
                    + /var/tmp/.sh
                    - /etc/debian_version
                    - /usr/bin/w
                    """,
                                    marks(comparison, ChangeKind.ROOTFS)));
        }

        @Test
        void theCoverageSaysThatModifiedFilesCanBeMissing() throws Exception {
            // /app/shop.ini was changed, and the engine did not export it.
            onIncident(
                    comparison -> {
                        assertTrue(comparison.coverage().isComplete());
                        assertTrue(
                                comparison
                                        .coverage()
                                        .limits()
                                        .getLast()
                                        .endsWith("may still have been changed"));
                    });
        }

        private static void onIncident(Question question) throws Exception {
            withComparison("incident/before.tar", "incident/after.tar", question);
        }
    }

    private static String marks(Comparison comparison, ChangeKind kind) {
        return comparison.changes().stream()
                .filter(change -> change.kind() == kind)
                .map(change -> change.mark().sign() + " " + change.subject() + "\n")
                .reduce("", String::concat);
    }

    private interface Question {
        void ask(Comparison comparison) throws Exception;
    }

    private static void withComparison(String first, String second, Question question)
            throws Exception {
        try (Checkpoint before = Evidence.open(first, "before");
                Checkpoint after = Evidence.open(second, "after")) {
            question.ask(Comparison.of(before, after, Progress.unwatched()));
        }
    }
}
