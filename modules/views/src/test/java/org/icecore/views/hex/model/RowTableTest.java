package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTableTest {

    private static String text(RowTable rows) {
        var text = new StringBuilder();
        for (long n = 0; n < rows.rowCount(); n++) {
            var row = rows.row(n);
            text.append(row.kind())
                    .append(' ')
                    .append(row.span())
                    .append(' ')
                    .append(row.caption());
            text.replace(text.length() - (row.caption().isEmpty() ? 1 : 0), text.length(), "")
                    .append('\n');
        }
        return text.toString();
    }

    @Nested
    class Layout {

        @Test
        void gapsZeroPagesAndMissingPagesFoldIntoOneRowEach() {
            var content =
                    new SparseContent()
                            .region(0x1000, 0x4020, "rwxp anonymous")
                            .bytes(AddressSpan.of(0x1000, 0x18), "this checkpoint", 0, _ -> 1)
                            .absent(0x1018, 0x1020, "lazy page")
                            .zeros(0x1020, 0x3020)
                            .absent(
                                    0x3020,
                                    0x4020,
                                    "clean page of libc.so.6: not in the checkpoint")
                            .region(0x10000, 0x10008, "rw-p [stack]")
                            .bytes(0x10000, "00 01 02 03 04 05 06 07");
            assertEquals(
                    """
                    TITLE 0x1000-0x401f rwxp anonymous, 12.0 KiB
                    BYTES 0x1000-0x100f
                    BYTES 0x1010-0x101f
                    FOLDED 0x1020-0x301f 8.0 KiB zero pages
                    FOLDED 0x3020-0x401f 4.0 KiB not captured: clean page of libc.so.6: not in the checkpoint
                    GAP 0x4020-0xffff not mapped, 48.0 KiB
                    TITLE 0x10000-0x10007 rw-p [stack], 8 bytes
                    BYTES 0x10000-0x10007
                    """,
                    text(HexLayout.standard().rows(content)));
        }

        @Test
        void whatNoRunCoversIsNotCaptured() {
            var content = new SparseContent().region(0x1000, 0x3000, "r--p");
            assertEquals(
                    """
                    TITLE 0x1000-0x2fff r--p, 8.0 KiB
                    FOLDED 0x1000-0x2fff 8.0 KiB not captured: no record of these bytes
                    """,
                    text(HexLayout.standard().rows(content)));
        }

        @Test
        void anOpenFoldKeepsItsHeadAboveItsBytes() {
            var content = new SparseContent().region(0x1000, 0x2000, "rw-p").zeros(0x1000, 0x2000);
            var rows = HexLayout.standard().rows(RunTable.of(content), Set.of(0x1000L));
            assertEquals(2 + 256, rows.rowCount());
            assertEquals(HexRow.Kind.UNFOLDED, rows.row(1).kind());
            assertEquals(2, rows.rowOf(0x1000));
            assertEquals(new AddressSpan(0x1000, 0x1fff), rows.foldAt(0x1234).orElseThrow());
        }

        @Test
        void aLabelCannotBreakItsLineOrTurnItsDirection() {
            var content =
                    new SparseContent()
                            .region(0x1000, 0x1004, "r--p /tmp/a\n7f00 b\u202egnp.exe")
                            .bytes(0x1000, "01 02 03 04");
            assertEquals(
                    "r--p /tmp/a\\u000a7f00 b\\u202egnp.exe, 4 bytes",
                    HexLayout.standard().rows(content).row(0).caption());
        }

        @Test
        void neighbouringRunsOfOneReasonFoldTogether() {
            var content =
                    new SparseContent()
                            .region(0x1000, 0x4000, "r--p")
                            .absent(0x1000, 0x2000, "clean page")
                            .absent(0x2000, 0x3000, "clean page")
                            .absent(0x3000, 0x4000, "lazy page");
            assertEquals(3, HexLayout.standard().rows(content).rowCount());
        }
    }

    @Nested
    class Extremes {

        @Test
        void aWholeSpaceOf128TebibytesHasAsManyRowsAsItShould() {
            var content =
                    new SparseContent()
                            .region(0, 0x8000_0000_0000L, "all")
                            .bytes(
                                    new AddressSpan(0, 0x7fff_ffff_ffffL),
                                    "this checkpoint",
                                    0,
                                    _ -> 1);
            var rows = HexLayout.standard().rows(content);
            assertEquals(1 + 0x800_0000_0000L, rows.rowCount());
            assertEquals(0x7fff_ffff_fff0L, rows.row(rows.rowCount() - 1).base());
            assertEquals(1 + 0x123_4567_89abL, rows.rowOf(0x1234_5678_9abcL));
        }

        @Test
        void theWholeSpaceOf64BitsCanBeShown() {
            var content =
                    new SparseContent()
                            .region(0, 0, "all")
                            .bytes(new AddressSpan(0, -1L), "this checkpoint", 0, _ -> 1);
            var rows = HexLayout.standard().withBytesPerRow(8).rows(content);
            assertEquals(1 + (1L << 61), rows.rowCount());
            assertEquals(-8L, rows.row(rows.rowCount() - 1).base());
            assertEquals(rows.rowCount() - 1, rows.rowOf(-1L));
            assertEquals("all, 16.0 EiB", rows.row(0).caption());
        }

        @Test
        void aMillionRunsAreSearchedNotWalked() {
            var rows = HexLayout.standard().rows(new Chequered(1_000_000));
            assertEquals(1 + 500_000 * 256 + 500_000, rows.rowCount());
            long steps = 0;
            for (long n = 0; n < rows.rowCount(); n += 997) {
                var row = rows.row(n);
                steps +=
                        row.kind() == HexRow.Kind.TITLE || rows.rowOf(row.span().last()) == n
                                ? 1
                                : 0;
            }
            assertEquals((rows.rowCount() + 996) / 997, steps);
        }
    }

    /// Captured pages and zero pages in turn.
    record Chequered(int pages) implements HexContent {
        private static final long BASE = 0x7f00_0000_0000L;

        @Override
        public List<HexRegion> regions() {
            return List.of(new HexRegion(AddressSpan.of(BASE, pages * 4096L), "rw-p", false));
        }

        @Override
        public List<HexRun> runs() {
            return new AbstractList<>() {
                @Override
                public HexRun get(int index) {
                    var state = index % 2 == 0 ? ByteState.CAPTURED : ByteState.ZERO;
                    return new HexRun(AddressSpan.of(BASE + index * 4096L, 4096), state, "", 0);
                }

                @Override
                public int size() {
                    return pages;
                }
            };
        }

        @Override
        public HexBytes read(long address, int length) {
            return HexBytes.unmapped(address, length);
        }

        @Override
        public String origin(long address) {
            return "";
        }
    }

    /// A space of 512 bytes, laid out address by address, to compare with.
    private record Naive(long base, ByteState[] state, int[] region, String[] reason) {

        static final int SIZE = 512;

        List<String> rows(int perRow, int foldFrom) {
            var rows = new ArrayList<String>();
            for (int i = 0; i < SIZE; ) {
                int end = i;
                if (region[i] < 0) {
                    while (end + 1 < SIZE && region[end + 1] < 0) {
                        end++;
                    }
                    boolean outside = rows.isEmpty() || end == SIZE - 1;
                    if (!outside) {
                        rows.add(line(HexRow.Kind.GAP, i, end));
                    }
                    i = end + 1;
                    continue;
                }
                if (i == 0 || region[i - 1] != region[i]) {
                    int last = i;
                    while (last + 1 < SIZE && region[last + 1] == region[i]) {
                        last++;
                    }
                    rows.add(line(HexRow.Kind.TITLE, i, last));
                }
                int run = alike(i);
                if (folds(i, foldFrom)) {
                    rows.add(line(HexRow.Kind.FOLDED, i, run));
                    i = run + 1;
                    continue;
                }
                boolean more = true;
                while (more) {
                    boolean sameRow = end + 1 < SIZE && (base + end + 1) % perRow != 0;
                    more =
                            sameRow
                                    && region[end + 1] == region[i]
                                    && !(starts(end + 1) && folds(end + 1, foldFrom));
                    end += more ? 1 : 0;
                }
                rows.add(line(HexRow.Kind.BYTES, i, end));
                i = end + 1;
            }
            return rows;
        }

        private boolean starts(int i) {
            return i == 0
                    || region[i - 1] != region[i]
                    || state[i - 1] != state[i]
                    || !reason[i - 1].equals(reason[i]);
        }

        private int alike(int i) {
            int end = i;
            while (end + 1 < SIZE && !starts(end + 1)) {
                end++;
            }
            return end;
        }

        private boolean folds(int i, int foldFrom) {
            return starts(i) && state[i] != ByteState.CAPTURED && alike(i) - i + 1 >= foldFrom;
        }

        private String line(HexRow.Kind kind, int from, int to) {
            return kind + " " + new AddressSpan(base + from, base + to);
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                0x1000,
                0x7fff_ffff_ffff_ff00L,
                0x8000_0000_0000_0000L,
                -512,
                0xffff_8000_0000_0000L
            })
    void rowsAreThoseOfANaiveLayoutWhereverTheSpaceLies(long base) {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var naive = new Naive(base, new ByteState[512], new int[512], new String[512]);
            var content = scatter(random, naive);
            int perRow = 8 << random.nextInt(3);
            int foldFrom = 8 + random.nextInt(40);
            var rows = new HexLayout(perRow, foldFrom, true).rows(content);
            var got = new ArrayList<String>();
            for (long n = 0; n < rows.rowCount(); n++) {
                got.add(rows.row(n).kind() + " " + rows.row(n).span());
                var row = rows.row(n);
                if (row.kind() != HexRow.Kind.TITLE) {
                    assertEquals(
                            n,
                            rows.rowOf(row.span().first()),
                            "first address of row " + n + ", seed " + seed);
                    assertEquals(
                            n,
                            rows.rowOf(row.span().last()),
                            "last address of row " + n + ", seed " + seed);
                }
            }
            assertEquals(naive.rows(perRow, foldFrom), got, "seed " + seed);
        }
    }

    private static SparseContent scatter(Random random, Naive naive) {
        var content = new SparseContent();
        var reasons = List.of("a", "b");
        int region = 0;
        java.util.Arrays.fill(naive.region(), -1);
        for (int at = random.nextInt(60);
                at < Naive.SIZE;
                at += random.nextInt(3) * random.nextInt(60)) {
            int end = Math.min(Naive.SIZE, at + 1 + random.nextInt(150));
            content.region(naive.base() + at, naive.base() + end, "region");
            while (at < end) {
                int stop = Math.min(end, at + 1 + random.nextInt(70));
                var state = ByteState.values()[random.nextInt(3)];
                var reason = state == ByteState.NOT_CAPTURED ? reasons.get(random.nextInt(2)) : "";
                var span = AddressSpan.until(naive.base() + at, naive.base() + stop);
                content.runs().add(new HexRun(span, state, reason, 0));
                while (at < stop) {
                    naive.region()[at] = region;
                    naive.state()[at] = state;
                    naive.reason()[at++] = reason;
                }
            }
            region++;
        }
        assertTrue(region > 0 || content.regions().isEmpty());
        return content;
    }
}
