package org.icecore.analysis.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.icecore.analysis.Evidence;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The zoo of `podman-web`, pid 10, as its ground truth has it.
@DisplayName("A table of the kernel's state")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelTablesTest {

    private Checkpoint checkpoint;

    @BeforeAll
    void open() throws EvidenceException {
        checkpoint = Evidence.open("podman-web/after.tar.zst", "after");
    }

    @AfterAll
    void close() {
        if (checkpoint != null) {
            checkpoint.close();
        }
    }

    private static <R> List<String> lines(ResultTable<R> table, String pid, String... columns) {
        return table.rows().stream()
                .filter(
                        row ->
                                table.column("pid").isEmpty()
                                        || CellText.brief(
                                                        table.column("pid").orElseThrow().cell(row))
                                                .equals(pid))
                .map(
                        row ->
                                List.of(columns).stream()
                                        .map(
                                                column ->
                                                        CellText.brief(
                                                                table.column(column)
                                                                        .orElseThrow()
                                                                        .cell(row)))
                                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    @Test
    void tellsEachSignalThatIsNotLeftAlone() {
        assertEquals(
                List.of(
                        "SIGINT | ignored | not applicable | not applicable",
                        "SIGQUIT | ignored | not applicable | not applicable",
                        "SIGUSR1 | handled | /app/zoo | not applicable",
                        "SIGUSR2 | default | not applicable | not applicable",
                        "SIGPIPE | ignored | not applicable | not applicable",
                        "SIGALRM | handled | /app/zoo | not applicable",
                        "signal 33 | handled | /usr/lib/x86_64-linux-gnu/libc.so.6 | not applicable",
                        "SIGRTMIN+1 | default | not applicable | not applicable",
                        "SIGRTMIN+1 | pending for the task | not applicable | 4242"),
                lines(SignalTable.of(checkpoint), "10", "signal", "state", "code", "value"));
    }

    @Test
    void tellsTimersAndTimerFiles() {
        assertEquals(
                List.of(
                        "ITIMER_REAL | elapsed time | 490.17 s | 300.00 s | SIGALRM",
                        "timer 0 | CLOCK_MONOTONIC | 1190.17 s | 60.00 s | SIGUSR2",
                        "timerfd, fd 15 | CLOCK_MONOTONIC | 3590.17 s | 10.00 s | not applicable"),
                lines(
                        TimerTable.of(checkpoint),
                        "10",
                        "timer",
                        "clock",
                        "left",
                        "interval",
                        "signal"));
    }

    @Test
    void tellsLocksWithTheirFiles() {
        assertEquals(
                List.of(
                        "6 | flock | write | 0..EOF | /data/lock.flk",
                        "7 | POSIX | write | 10..29 | /data/lock.posix"),
                lines(LockTable.of(checkpoint), "10", "fd", "kind", "type", "bytes", "file"));
    }

    @Test
    void tellsWhatWaitsAndWhoWouldReadIt() {
        var table = QueueTable.of(checkpoint);
        assertTrue(table.coverage().isComplete());
        var lines = lines(table, "", "kind", "queue", "readers", "content");
        assertEquals(10, lines.size());
        assertTrue(lines.getFirst().startsWith("pipe | pipe:[108197] | 10 fd 17"));
        assertTrue(lines.getFirst().endsWith(" | ZOO-PIPE-DATA-queued-more"));
        assertTrue(lines.contains("message queue | queue 0 | not applicable | ZOO-MSG-ONE\\x00"));
    }

    @Test
    void stepsFromEachEndToTheOther() {
        var lines = lines(PeerTable.of(checkpoint), "10", "fd", "kind", "peers");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("17 | pipe | 10 fd 18")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("18 | pipe | 10 fd 17")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("21 | unix | 10 fd 22")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("22 | unix | 10 fd 21")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("24 | unix | 10 fd 23")));
        // Accepted from the client, pid 23, whose descriptor has the same number.
        assertTrue(lines.stream().anyMatch(line -> line.matches("33 \\| unix \\| .*23 fd 33.*")));
        assertTrue(lines.stream().anyMatch(line -> line.matches("36 \\| tcp \\| .*42 fd 36.*")));
        assertTrue(lines.stream().anyMatch(line -> line.matches("34 \\| tty \\| .*34 fd 0.*")));
    }

    @Test
    void tellsWhatIsWatched() {
        var lines = lines(WatchTable.of(checkpoint), "10", "fd", "watched", "events", "data");
        assertTrue(lines.contains("14 | signals | SIGUSR2, SIGRTMIN+1 | not applicable"));
        assertTrue(
                lines.contains("16 | /run/zoo | IN_MODIFY, IN_CREATE, IN_DELETE | not applicable"));
        assertTrue(
                lines.contains(
                        "31 | fd 14: anon_inode:[signalfd] | EPOLLIN, EPOLLERR, EPOLLHUP | 0x1111"));
        assertTrue(
                lines.contains(
                        "31 | fd 29: socket:[108207] | EPOLLIN, EPOLLERR, EPOLLHUP, EPOLLET | 0x3333"));
    }

    @Test
    void tellsSystemVObjectsAndWhoMapsThem() {
        var lines = lines(IpcTable.of(checkpoint), "", "kind", "key", "permissions", "content");
        assertEquals(
                List.of(
                        "shared memory | 0x5a4f4f01 | rw-r----- | pages in pagemap-shmem-0.img",
                        "semaphores | 0x5a4f4f02 | rw------- | 1, 22, 333",
                        "message queue | 0x5a4f4f03 | rw------- | 2 messages"),
                lines);
        assertTrue(
                lines(IpcTable.of(checkpoint), "", "tasks")
                        .getFirst()
                        .contains("10 at 0x7ff03345d000"));
    }

    @Test
    void tellsControlGroupsAndTheirLimits() {
        assertTrue(
                lines(CgroupTable.settings(checkpoint), "", "controllers", "name", "value")
                        .contains("pids | pids.max | 2048"));
        assertTrue(
                lines(CgroupTable.members(checkpoint), "", "controllers", "threads").stream()
                        .allMatch(line -> line.contains(" 10, ")));
    }

    @Test
    void tellsTerminals() {
        assertEquals(
                List.of("PTY master | 0 | 34 | 34 | no | yes", "PTY | 0 | 34 | 34 | no | yes"),
                lines(
                        TerminalTable.of(checkpoint),
                        "",
                        "type",
                        "index",
                        "session",
                        "group",
                        "echo",
                        "lines"));
    }

    @Test
    void tellsWhichCharacterDoesWhatOnATerminal() {
        assertEquals(
                List.of(
                        "no | no | 38400 | intr = ^C, quit = ^\\, erase = ^?, kill = ^U, eof = ^D, time = 0, min = 1,"
                                + " swtch = <undef>, start = ^Q, stop = ^S, susp = ^Z, eol = <undef>, rprnt = ^R,"
                                + " discard = ^O, werase = ^W, lnext = ^V, eol2 = <undef> | none"),
                lines(
                                TerminalTable.of(checkpoint),
                                "",
                                "exclusive",
                                "locked",
                                "speed",
                                "characters",
                                "lockedSettings")
                        .stream()
                        .distinct()
                        .toList());
    }

    @Test
    void tellsLimitsOfTheIpcNamespace() {
        assertTrue(
                lines(NamespaceSettingsTable.of(checkpoint), "", "kind", "name", "value")
                        .containsAll(
                                List.of(
                                        "ipc | kernel.msgmax | 8192",
                                        "ipc | kernel.shmmax | 18446744073692774399")));
    }

    /// The pair on port 9090 is one connection: what one side sends next is what the other expects.
    @Test
    void tellsBothSidesOfAConnectionAlike() {
        var table = SocketTable.connections(checkpoint);
        var served = lines(table, "10", "fd", "sendSequence", "unacknowledged").getFirst();
        var client = lines(table, "42", "fd", "receiveSequence").getFirst();
        assertEquals(served.split(" \\| ")[1], client.split(" \\| ")[1]);
        assertEquals(served.split(" \\| ")[1], served.split(" \\| ")[2]);
    }

    @Test
    void tellsHowThreadsAreTreated() {
        var lines =
                lines(TraitTable.of(checkpoint), "10", "tid", "oom", "subreaper", "parentDeath");
        assertEquals("10 | 0 | no | not applicable", lines.getFirst());
        assertEquals(6, lines.size());
    }
}
