package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.icecore.analysis.search.BytePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexFinderTest {

    private static final HexFinder.Watch UNWATCHED = _ -> true;

    private static BytePattern pattern(String query) {
        return query.startsWith("\"")
                ? BytePattern.text(
                        query.substring(1, query.length() - 1), BytePattern.Encoding.UTF_8, false)
                : BytePattern.hex(query);
    }

    @Test
    void goesOnAtTheOtherEndAndSaysSo() {
        var content =
                new SparseContent()
                        .region(0x1000, 0x1010, "a")
                        .bytes(0x1000, "00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff");
        assertEquals(
                new FindOutcome.Found(AddressSpan.of(0x1003, 2), false),
                HexFinder.forward(content, pattern("33 44"), 0x1003, UNWATCHED));
        assertEquals(
                new FindOutcome.Found(AddressSpan.of(0x1003, 2), true),
                HexFinder.forward(content, pattern("33 44"), 0x1004, UNWATCHED));
        assertEquals(
                new FindOutcome.Found(AddressSpan.of(0x1003, 2), true),
                HexFinder.backward(content, pattern("33 44"), 0x1002, UNWATCHED));
    }

    @Test
    void whatIsNotCapturedIsNeitherZeroNorSearchedAndIsCounted() {
        var content =
                new SparseContent()
                        .region(0x1000, 0x3000, "a")
                        .bytes(AddressSpan.of(0x1000, 0x1000), "", 0, _ -> 1)
                        .absent(0x2000, 0x3000, "lazy");
        assertEquals(
                new FindOutcome.NotFound(0x1000, 0x1000),
                HexFinder.forward(content, pattern("00"), 0, UNWATCHED));
        assertEquals(
                new FindOutcome.NotFound(0x1000, 0x1000),
                HexFinder.backward(content, pattern("01 00"), -1, UNWATCHED));
    }

    @Test
    void passesOverTebibytesOfZeroPagesAtOnce() {
        var content =
                new SparseContent()
                        .region(0x1000, 0x7fff_0000_0000L, "a")
                        .zeros(0x1000, 0x7ffe_ffff_f000L)
                        .bytes(
                                AddressSpan.of(0x7ffe_ffff_f000L, 0x1000),
                                "",
                                0,
                                i -> i == 0 ? 0x42 : 0);
        assertEquals(
                new FindOutcome.Found(AddressSpan.of(0x7ffe_ffff_effeL, 3), false),
                HexFinder.forward(content, pattern("00 00 42"), 0, UNWATCHED));
        assertEquals(
                new FindOutcome.Found(AddressSpan.of(0x1000, 3), true),
                HexFinder.forward(content, pattern("00 00 00"), -1, UNWATCHED));
    }

    @Test
    void countsTenThousandMatchesAndSaysThatThereAreMore() {
        var content = new SparseContent().region(0x1000, 0x5000, "a").zeros(0x1000, 0x5000);
        var hits = HexFinder.all(content, pattern("00 00"), UNWATCHED).orElseThrow();
        assertEquals(10_000, hits.starts().size());
        assertEquals("3 of more than 10,000", hits.position(0x1002));
        assertEquals("one of more than 10,000", hits.position(0x4800));
    }

    @Test
    void countsNothingOnceItIsStopped() {
        var content =
                new SparseContent()
                        .region(0x1000, 0x401000, "a")
                        .bytes(AddressSpan.of(0x1000, 0x400000), "", 0, i -> i % 1000);
        assertEquals(Optional.empty(), HexFinder.all(content, pattern("07 08"), _ -> false));
        assertEquals(
                "2 of 16,385",
                new HexHits(LongStream.range(0, 16_385).boxed().toList(), false).position(1));
    }

    @Test
    void stopsWhenItsWatchSaysSo() {
        var content =
                new SparseContent()
                        .region(0x1000, 0x1_0000_1000L, "a")
                        .bytes(AddressSpan.of(0x1000, 0x1_0000_0000L), "", 0, _ -> 1);
        var calls = new int[1];
        var outcome =
                HexFinder.forward(
                        content,
                        pattern("02"),
                        0,
                        fraction -> {
                            assertTrue(fraction > 0 && fraction < 0.01, "fraction " + fraction);
                            return ++calls[0] < 3;
                        });
        assertEquals(new FindOutcome.Cancelled(), outcome);
        assertEquals(3, calls[0]);
    }

    @Test
    void findsWhatLiesAcrossTheChunksItReads() {
        for (int at : new int[] {256 * 1024 - 1, 256 * 1024 - 3, 512 * 1024 - 2}) {
            var content =
                    new SparseContent()
                            .region(0x1000, 0x201000, "a")
                            .bytes(
                                    AddressSpan.of(0x1000, 0x200000),
                                    "",
                                    0,
                                    i -> i >= at && i < at + 4 ? i - at + 1 : 0x55);
            var expected = AddressSpan.of(0x1000L + at, 4);
            assertEquals(
                    new FindOutcome.Found(expected, false),
                    HexFinder.forward(content, pattern("01 02 03 04"), 0, UNWATCHED));
            assertEquals(
                    new FindOutcome.Found(expected, false),
                    HexFinder.backward(content, pattern("01 02 03 04"), -1, UNWATCHED));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x8000_0000_0000_0000L - 128, -256})
    void findsWhatANaiveSearchFinds(long base) {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var content = new SparseContent().region(base, base + 256, "a");
            for (int at = random.nextInt(20); at < 256; ) {
                int end = Math.min(256, at + 1 + random.nextInt(60));
                switch (random.nextInt(3)) {
                    case 0 -> content.zeros(base + at, base + end);
                    case 1 -> content.absent(base + at, base + end, "x");
                    default ->
                            content.bytes(
                                    AddressSpan.until(base + at, base + end),
                                    "",
                                    0,
                                    i -> (i * 7 + i / 3) % 3);
                }
                at = end;
            }
            var sought =
                    pattern(
                            new String[] {"00 00 00", "01 ??", "00 01", "02 00 02", "00 00"}
                                    [random.nextInt(5)]);
            var hits = new TreeSet<Long>(Long::compareUnsigned);
            PatternMatches.in(content.read(base, 256), sought)
                    .forEach(hit -> hits.add(hit.first()));
            assertEquals(
                    Optional.of(new HexHits(List.copyOf(hits), false)),
                    HexFinder.all(content, sought, UNWATCHED));
            long from = base + random.nextInt(256);
            check(
                    hits,
                    hits.ceiling(from),
                    hits.isEmpty() ? from : hits.first(),
                    HexFinder.forward(content, sought, from, UNWATCHED),
                    seed);
            check(
                    hits,
                    hits.floor(from),
                    hits.isEmpty() ? from : hits.last(),
                    HexFinder.backward(content, sought, from, UNWATCHED),
                    seed);
        }
    }

    private static void check(
            TreeSet<Long> hits,
            @org.jspecify.annotations.Nullable Long near,
            long far,
            FindOutcome got,
            int seed) {
        if (hits.isEmpty()) {
            assertInstanceOf(FindOutcome.NotFound.class, got, "seed " + seed);
        } else {
            var found = assertInstanceOf(FindOutcome.Found.class, got, "seed " + seed);
            assertEquals(near == null ? far : near, found.span().first(), "seed " + seed);
            assertEquals(near == null, found.wrapped(), "seed " + seed);
        }
    }

    @Test
    void matchesOverlapAndTakeOnlyWhatHasAValue() {
        var bytes = HexBytes.captured(0x1000, new byte[] {1, 1, 1, 0, 1, 1});
        bytes.mark(3, 1, ByteState.NOT_CAPTURED);
        assertEquals(
                List.of(
                        AddressSpan.of(0x1000, 2),
                        AddressSpan.of(0x1001, 2),
                        AddressSpan.of(0x1004, 2)),
                PatternMatches.in(bytes, pattern("01 01")));
        assertEquals(List.of(), PatternMatches.in(bytes, pattern("01 ?? 01 01")));
    }
}
