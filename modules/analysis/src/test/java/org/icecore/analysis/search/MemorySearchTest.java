package org.icecore.analysis.search;

import static org.icecore.analysis.CheckpointBuilder.checkpoint;
import static org.icecore.analysis.MemoryBuilder.memory;
import static org.icecore.analysis.TaskBuilder.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.icecore.analysis.CheckpointBuilder;
import org.icecore.analysis.Evidence;
import org.icecore.analysis.MemoryBuilder;
import org.icecore.analysis.search.BytePattern.Encoding;
import org.icecore.checkpoint.memory.Origin.Gap;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemorySearchTest {

    private static final long BASE = 0x7f00_0000_0000L;
    private static final long PAGE = MemoryBuilder.PAGE;

    @Nested
    class Patterns {

        @Test
        void ofTextFoldOnlyLettersOfAscii() {
            var pattern = BytePattern.text("Pass[1", Encoding.UTF_8, true);
            assertEquals(0, pattern.find("pASS[1".getBytes(), 0, 6));
            assertEquals(-1, pattern.find("pASS{1".getBytes(), 0, 6));
        }

        @Test
        void ofTextAreFoundInUtf16() {
            var pattern = BytePattern.text("ab", Encoding.UTF_16LE, true);
            assertEquals(1, pattern.find(new byte[] {0, 'A', 0, 'b', 0}, 0, 5));
            var big = BytePattern.text("ab", Encoding.UTF_16BE, true);
            assertEquals(0, big.find(new byte[] {0, 'A', 0, 'b', 0}, 0, 5));
        }

        @Test
        void inHexadecimalMayBePastedFromAnArray() {
            assertEquals(BytePattern.hex("fc 48 ?? e4"), BytePattern.hex("0xfc, 0x48,0x??,E4"));
        }

        @Test
        void areFoundFromBehind() {
            var pattern = BytePattern.hex("01 ?? 01");
            var bytes = new byte[] {1, 2, 1, 3, 1, 0};
            assertEquals(2, pattern.findLast(bytes, 0, 6));
            assertEquals(0, pattern.findLast(bytes, 0, 4));
            assertEquals(-1, pattern.findLast(bytes, 3, 6));
        }

        @Test
        void inHexadecimalTakeWildcardsForDigits() {
            var pattern = BytePattern.hex("fc ?8 ?? e4");
            assertEquals(1, pattern.find(new byte[] {0, (byte) 0xfc, 0x48, 7, (byte) 0xe4}, 0, 5));
            assertEquals(-1, pattern.find(new byte[] {0, (byte) 0xfc, 0x49, 7, (byte) 0xe4}, 0, 5));
        }

        @Test
        void mayBeginAndEndWithWildcards() {
            var pattern = BytePattern.hex("?? 41 ??");
            assertEquals(-1, pattern.find(new byte[] {0x41, 0}, 0, 2));
            assertEquals(0, pattern.find(new byte[] {0, 0x41, 0}, 0, 3));
        }

        @Test
        void thatSayNothingAreRefused() {
            assertThrows(IllegalArgumentException.class, () -> BytePattern.hex("?? ??"));
            assertThrows(IllegalArgumentException.class, () -> BytePattern.hex("4"));
            assertThrows(IllegalArgumentException.class, () -> BytePattern.hex("zz"));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> BytePattern.text("", Encoding.UTF_8, false));
        }
    }

    @Nested
    class Hits {

        @Test
        void overlapAndAreAllFound() {
            assertEquals(
                    List.of(BASE, BASE + 1, BASE + 2),
                    addresses(search("aa", memory().map(BASE, 1, "rw-p").text(BASE, "aaaa"))));
        }

        @Test
        void mayLieOverTheSeamOfPagesAndMappings() {
            assertEquals(
                    List.of(BASE + PAGE - 3),
                    addresses(
                            search(
                                    "secret",
                                    memory().map(BASE, 1, "rw-p")
                                            .map(BASE + PAGE, 1, "r--p")
                                            .text(BASE + PAGE - 3, "secret"))));
        }

        @Test
        void doNotJumpOverAGap() {
            assertEquals(
                    List.of(),
                    addresses(
                            search(
                                    "secret",
                                    memory().map(BASE, 1, "rw-p")
                                            .map(BASE + 2 * PAGE, 1, "rw-p")
                                            .text(BASE + PAGE - 3, "sec")
                                            .text(BASE + 2 * PAGE, "ret"))));
        }

        @Test
        void doNotJumpOverBytesThatAreNotCaptured() {
            assertEquals(
                    List.of(),
                    addresses(
                            search(
                                    "secret",
                                    memory().map(BASE, 3, "rw-p")
                                            .text(BASE + PAGE - 3, "sec")
                                            .missing(BASE + PAGE, Gap.LAZY, "left to be fetched")
                                            .text(BASE + 2 * PAGE, "ret"))));
        }

        @Test
        void mayEndInZerosThatAreNotStored() {
            var memory = memory().map(BASE, 3, "rw-p").text(BASE + PAGE - 1, "x");
            assertEquals(
                    List.of(BASE + PAGE - 1),
                    addresses(
                            new MemorySearch(BytePattern.hex("78 00 00"), 0, 10)
                                    .in(
                                            one(memory).build(),
                                            Optional.empty(),
                                            _ -> {},
                                            Progress.unwatched())));
        }

        @Test
        void areNotTakenFromZerosAlone() {
            var memory = memory().map(BASE, 4, "rw-p").bytes(BASE, filled((byte) 1));
            assertEquals(
                    List.of(),
                    addresses(
                            new MemorySearch(BytePattern.hex("00 00 00 00"), 0, 10)
                                    .in(
                                            one(memory).build(),
                                            Optional.empty(),
                                            _ -> {},
                                            Progress.unwatched())));
        }

        @Test
        void carryTheirMappingLocationAndContext() {
            var hit =
                    search("secret", memory().map(BASE, 1, "rw-p").text(BASE, "my secret key"))
                            .first()
                            .orElseThrow();
            assertEquals("0x7f0000000003-0x7f0000000009", hit.range().toString());
            assertEquals("pages-1.img+0x3..0x9", hit.at().orElseThrow().toString());
            assertEquals("rw-p", hit.mapping().orElseThrow().protection().toString());
            assertEquals("????my secret ke", hit.context().ascii().substring(9, 25));
        }

        @Test
        void inSharedMemoryAreToldOnceWithAllWhoMapIt() {
            var content = "xx secret".getBytes();
            var result =
                    MemorySearch.forPattern(BytePattern.text("secret", Encoding.UTF_8, false))
                            .in(
                                    checkpoint("one")
                                            .with(
                                                    task(1).memory(
                                                                    memory().map(BASE, 1, "rw-s")
                                                                            .shared(
                                                                                    BASE,
                                                                                    "pages-9.img",
                                                                                    0,
                                                                                    content)))
                                            .with(
                                                    task(2).memory(
                                                                    memory().map(
                                                                                    BASE + 8 * PAGE,
                                                                                    1,
                                                                                    "rw-s")
                                                                            .shared(
                                                                                    BASE + 8 * PAGE,
                                                                                    "pages-9.img",
                                                                                    0,
                                                                                    content)))
                                            .build(),
                                    Optional.empty(),
                                    _ -> {},
                                    Progress.unwatched());
            assertEquals(1, result.hits().size());
            assertEquals("[pid 2 at 0x7f0000008003]", result.hits().getFirst().alsoAt().toString());
        }

        @Test
        void overTheSeamOfSharedAndPrivateMemoryAreToldForEachTask() {
            var content = new byte[(int) PAGE];
            System.arraycopy("sec".getBytes(), 0, content, (int) PAGE - 3, 3);
            var result =
                    MemorySearch.forPattern(BytePattern.text("secret", Encoding.UTF_8, false))
                            .in(
                                    checkpoint("one")
                                            .with(
                                                    task(1).memory(
                                                                    memory().map(BASE, 2, "rw-s")
                                                                            .shared(
                                                                                    BASE,
                                                                                    "pages-9.img",
                                                                                    0,
                                                                                    content)))
                                            .with(
                                                    task(2).memory(
                                                                    memory().map(BASE, 2, "rw-s")
                                                                            .shared(
                                                                                    BASE,
                                                                                    "pages-9.img",
                                                                                    0,
                                                                                    content)
                                                                            .text(
                                                                                    BASE + PAGE,
                                                                                    "ret")))
                                            .build(),
                                    Optional.empty(),
                                    _ -> {},
                                    Progress.unwatched());
            assertEquals(List.of(BASE + PAGE - 3), addresses(result));
            assertEquals(new Pid(2), result.hits().getFirst().pid());
        }

        @Test
        void beyondTheLimitMakeTheAnswerPartial() {
            var memory = memory().map(BASE, 1, "rw-p").text(BASE, "aaaa");
            var two =
                    new MemorySearch(BytePattern.text("a", Encoding.UTF_8, false), 0, 2)
                            .in(
                                    one(memory).build(),
                                    Optional.empty(),
                                    _ -> {},
                                    Progress.unwatched());
            assertEquals(2, two.hits().size());
            assertEquals("partial: the search ended after 2 hits", two.coverage().text());
            var four =
                    new MemorySearch(BytePattern.text("a", Encoding.UTF_8, false), 0, 4)
                            .in(
                                    one(memory).build(),
                                    Optional.empty(),
                                    _ -> {},
                                    Progress.unwatched());
            assertTrue(four.coverage().isComplete());
        }

        @Test
        void areStreamedAsTheyAreFound() {
            var streamed = new ArrayList<Hit>();
            var result =
                    MemorySearch.forPattern(BytePattern.text("a", Encoding.UTF_8, false))
                            .in(
                                    one(memory().map(BASE, 1, "rw-p").text(BASE, "a.a")).build(),
                                    Optional.empty(),
                                    streamed::add,
                                    Progress.unwatched());
            assertEquals(result.hits(), streamed);
        }
    }

    @Test
    void memoryThatIsMissingIsToldAsNotCovered() {
        var result =
                MemorySearch.forPattern(BytePattern.text("a", Encoding.UTF_8, false))
                        .in(
                                checkpoint("one").with(task(1).withoutMemory()).build(),
                                Optional.empty(),
                                _ -> {},
                                Progress.unwatched());
        assertEquals(
                "partial: memory of task 1: mm-1.img is not in the checkpoint",
                result.coverage().text());
    }

    @Test
    void aTaskThatHadEndedLacksNothing() {
        var result =
                MemorySearch.forPattern(BytePattern.text("a", Encoding.UTF_8, false))
                        .in(
                                checkpoint("one")
                                        .with(task(1).withoutMemory().state(TaskState.DEAD))
                                        .build(),
                                Optional.empty(),
                                _ -> {},
                                Progress.unwatched());
        assertTrue(result.coverage().isComplete());
    }

    @Test
    void unreadablePagesAreToldAndTheRestIsSearched() {
        var result =
                search("x", memory().map(BASE, 2, "rw-p").damaged(BASE).text(BASE + PAGE, "x"));
        assertFalse(result.coverage().isComplete());
        assertTrue(result.coverage().text().contains("bad block"));
    }

    @Test
    void cancellingEndsIt() {
        var checkpoint = one(memory().map(BASE, 1, "rw-p").text(BASE, "a")).build();
        var search = MemorySearch.forPattern(BytePattern.text("a", Encoding.UTF_8, false));
        assertThrows(
                CancellationException.class,
                () ->
                        search.in(
                                checkpoint,
                                Optional.empty(),
                                _ -> {},
                                (_, _) -> {
                                    throw new CancellationException();
                                }));
    }

    @Nested
    class Strings {

        @Test
        void areRunsOfPrintableCharacters() {
            assertEquals(
                    """
                    0x7f0000000000-0x7f0000000005 ascii hello
                    0x7f0000000008-0x7f0000000010 utf-16le wide
                    """,
                    strings(
                            memory().map(BASE, 1, "rw-p")
                                    .text(BASE, "hello\0\1\2w\0i\0d\0e\0\1ab\1")));
        }

        @Test
        void runOnOverPages() {
            assertEquals(
                    "0x7f0000000ffe-0x7f0000001002 ascii abcd\n",
                    strings(memory().map(BASE, 2, "rw-p").text(BASE + PAGE - 2, "abcd")));
        }

        private static String strings(MemoryBuilder memory) {
            var found = new ArrayList<MemoryString>();
            var coverage =
                    new MemoryStrings(4, 1000)
                            .in(
                                    one(memory).build(),
                                    Optional.empty(),
                                    found::add,
                                    Progress.unwatched());
            assertTrue(coverage.isComplete());
            return found.stream()
                    .map(
                            string ->
                                    "%s %s %s\n"
                                            .formatted(
                                                    string.range(),
                                                    string.encoding().label(),
                                                    string.text()))
                    .collect(Collectors.joining());
        }
    }

    /// incident/truth/GROUND-TRUTH.md, items 3 to 6, and podman-web/truth/ground-truth-AB.jsonl.
    @Nested
    class InEvidence {

        @Test
        void theIntrudersConfigurationAndShellcodeAreFound() throws EvidenceException {
            try (var after = Evidence.open("incident/after.tar", "after")) {
                var pids =
                        hits(after, "C2CFG{host=127.0.0.1;port=4444").stream()
                                .map(hit -> hit.pid().value())
                                .collect(Collectors.toSet());
                assertTrue(pids.contains(56), pids::toString);
                assertFalse(hits(after, "LOOT: root:$6$benchfake").isEmpty());
                assertTrue(
                        hits(after, "INJECTED-RWX-DEMO-HARMLESS").stream()
                                .anyMatch(
                                        hit ->
                                                hit.pid().value() == 6
                                                        && hit.range().start() >>> 12
                                                                == 0x7f2f369d0000L >>> 12));
                assertTrue(
                        hits(after, "SHELLCODE-DEMO-HARMLESS").stream()
                                .anyMatch(hit -> hit.pid().value() == 85));
            }
        }

        @Test
        void theSecretOfTheZooIsFoundAtItsAddress() throws EvidenceException {
            try (var before = Evidence.open("podman-web/before.tar.zst", "before")) {
                assertTrue(
                        hits(before, "ZOO-SECRET password=hunter2-zoo").stream()
                                .anyMatch(
                                        hit ->
                                                hit.pid().value() == 10
                                                        && hit.range().start() == 0x55a112f1f2a0L));
                assertTrue(
                        hits(before, "ZOO-STACK-MARK-0123456789").stream()
                                .anyMatch(
                                        hit ->
                                                hit.pid().value() == 10
                                                        && hit.range().start() == 0x7ffdb8968d20L));
            }
        }

        private static List<Hit> hits(org.icecore.checkpoint.Checkpoint checkpoint, String text) {
            return MemorySearch.forPattern(BytePattern.text(text, Encoding.UTF_8, false))
                    .in(checkpoint, Optional.empty(), _ -> {}, Progress.unwatched())
                    .hits();
        }
    }

    private static byte[] filled(byte value) {
        var page = new byte[(int) PAGE];
        java.util.Arrays.fill(page, value);
        return page;
    }

    private static CheckpointBuilder one(MemoryBuilder memory) {
        return checkpoint("one").with(task(1).memory(memory));
    }

    private static SearchResult search(String text, MemoryBuilder memory) {
        return MemorySearch.forPattern(BytePattern.text(text, Encoding.UTF_8, false))
                .in(one(memory).build(), Optional.empty(), _ -> {}, Progress.unwatched());
    }

    private static List<Long> addresses(SearchResult result) {
        return result.hits().stream().map(hit -> hit.range().start()).toList();
    }
}
