package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hex dump")
class HexDumpTest {

    private static final Path THREADS = Session.EVIDENCE.resolve("podman-criu411/after.tar.zst");
    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter/after.tar");

    private static Optional<Checkpoint> counter = Optional.empty();
    private static Optional<Checkpoint> threads = Optional.empty();

    @BeforeAll
    static void open() throws EvidenceException {
        counter = Optional.of(open(COUNTER));
        threads = Optional.of(open(THREADS));
    }

    private static Checkpoint open(Path archive) throws EvidenceException {
        return Checkpoint.open(archive, new CheckpointId("it"), Progress.unwatched());
    }

    @AfterAll
    static void close() {
        counter.ifPresent(Checkpoint::close);
        threads.ifPresent(Checkpoint::close);
    }

    private static AddressSpace memory(Optional<Checkpoint> checkpoint, int pid) {
        return checkpoint
                .flatMap(opened -> opened.tasks().find(new Pid(pid)))
                .flatMap(task -> task.memory().found())
                .orElseThrow();
    }

    private static String dump(AddressSpace memory, long start, long end) {
        var out = new StringWriter();
        new HexDump(new PrintWriter(out)).print(memory, List.of(new AddressRange(start, end)));
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void keepsRowsAtMultiplesOf16() {
        assertEquals(
                """
                7ffe6a600f60                                 53 45 43 52 45 54            SECRET
                7ffe6a600f70  5f 54 4f 4b 45 4e                                 _TOKEN
                """,
                dump(memory(counter, 34), 0x7ffe6a600f6aL, 0x7ffe6a600f76L)
                        .replaceAll(" +\n", "\n"));
    }

    @Test
    void tellsWhatWasNotCapturedOrNotMappedInLinesOfTheirOwn() {
        assertEquals(
                """
                ~~~~ 0x400000-0x401000  4,096 bytes  ?? clean page of /bin/busybox: not in the checkpoint
                """,
                dump(memory(counter, 6), 0x400000, 0x401000));
        assertEquals(
                "~~~~ 0x1000-0x2000  4,096 bytes  not mapped\n",
                dump(memory(counter, 6), 0x1000, 0x2000));
    }

    /// Over the seams of the pieces in which memory is read.
    @Test
    void hasEachRowOnceHoweverItIsAligned() {
        var memory = memory(threads, 1);
        var run =
                memory.vmas().stream()
                        .flatMap(vma -> memory.extents(vma.range()).stream())
                        .filter(extent -> extent.origin() instanceof Origin.Captured)
                        .map(extent -> extent.range())
                        .filter(range -> range.length() > 3 << 16)
                        .findFirst()
                        .orElseThrow();
        var aligned = rows(dump(memory, run.start(), run.end()));
        var skewed = rows(dump(memory, run.start() + 8, run.end()));
        assertEquals(aligned.subList(1, aligned.size()), skewed.subList(1, skewed.size()));
    }

    private static List<String> rows(String dump) {
        return dump.lines().filter(line -> !line.equals("*")).toList();
    }

    @Test
    void foldsEqualRowsButNeverTheLast() {
        assertEquals(
                """
                0000005e5000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  ................
                *
                0000005e5180  01 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  ................
                """,
                dump(memory(counter, 6), 0x5e5000, 0x5e5190));
        assertEquals(
                """
                0000005e5000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  ................
                *
                0000005e5020  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  ................
                """,
                dump(memory(counter, 6), 0x5e5000, 0x5e5030));
    }

    @Test
    void marksBytesThatAreNotKnown() {
        assertEquals(
                "000000001000        41 ??                                         A?",
                HexRow.of(0x1002, 2, i -> i == 0 ? 'A' : -1).stripTrailing());
    }
}
