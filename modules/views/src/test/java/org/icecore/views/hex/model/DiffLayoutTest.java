package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffLayoutTest {

    private static final SparseContent BEFORE =
            new SparseContent()
                    .region(0x1000, 0x4000, "rw-p [heap]")
                    .bytes(AddressSpan.until(0x1000, 0x2000), "", 0, _ -> 1)
                    .zeros(0x2000, 0x3000)
                    .absent(0x3000, 0x4000, "lazy page");
    private static final SparseContent AFTER =
            new SparseContent()
                    .region(0x1000, 0x4000, "rwxp [heap]")
                    .bytes(AddressSpan.until(0x1000, 0x2000), "", 0, i -> i == 0x800 ? 2 : 1)
                    .zeros(0x2000, 0x3000)
                    .bytes(AddressSpan.until(0x3000, 0x4000), "", 0, _ -> 1)
                    .region(0x8000, 0x9000, "rw-p")
                    .zeros(0x8000, 0x9000);
    private static final HexChanges CHANGES =
            HexChanges.of(
                    List.of(
                            new HexChange(AddressSpan.of(0x1800, 1), HexChange.Kind.CHANGED),
                            new HexChange(
                                    AddressSpan.until(0x8000, 0x9000), HexChange.Kind.ADDED)));

    private static String folded(RowTable rows) {
        var text = new StringBuilder();
        int run = 0;
        for (long n = 0; n < rows.rowCount(); n++) {
            var row = rows.row(n);
            boolean bytes = row.kind() == HexRow.Kind.BYTES;
            run += bytes ? 1 : 0;
            if (run > 0 && (!bytes || n == rows.rowCount() - 1)) {
                text.append("BYTES x").append(run).append('\n');
                run = 0;
            }
            if (!bytes) {
                text.append(row.kind())
                        .append(' ')
                        .append(row.span())
                        .append(' ')
                        .append(row.caption())
                        .append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void showsTheUnionOfBothSides() {
        assertEquals(
                """
                TITLE 0x1000-0x1fff rw-p [heap], now rwxp [heap]
                BYTES x256
                FOLDED 0x2000-0x2fff 4.0 KiB zero pages on both sides
                BYTES x256
                GAP 0x4000-0x7fff not mapped, 16.0 KiB
                TITLE 0x8000-0x8fff rw-p, after only
                FOLDED 0x8000-0x8fff 4.0 KiB: before not mapped, after zero pages
                """,
                folded(DiffLayout.standard().rows(BEFORE, AFTER, CHANGES)));
    }

    @Test
    void showsRowsAroundChangesAndFoldsTheRestByWhatIsKnownOfIt() {
        var layout = DiffLayout.standard().withContext(Optional.of(2));
        assertEquals(
                """
                TITLE 0x1000-0x1fff rw-p [heap], now rwxp [heap]
                FOLDED 0x1000-0x17df 2.0 KiB equal
                BYTES x5
                FOLDED 0x1830-0x2fff 6.0 KiB equal
                FOLDED 0x3000-0x3fff 4.0 KiB not compared: before not captured (lazy page), after captured
                GAP 0x4000-0x7fff not mapped, 16.0 KiB
                TITLE 0x8000-0x8fff rw-p, after only
                FOLDED 0x8000-0x8fff 4.0 KiB: before not mapped, after zero pages
                """,
                folded(layout.rows(BEFORE, AFTER, CHANGES)));
    }

    @Test
    void contextReachesTheTopOfTheSpace() {
        var content =
                new SparseContent()
                        .region(-256, 0, "top")
                        .bytes(new AddressSpan(-256, -1), "", 0, _ -> 1);
        var changes =
                HexChanges.of(List.of(new HexChange(AddressSpan.at(-1), HexChange.Kind.CHANGED)));
        assertEquals(
                """
                TITLE 0xffffffffffffff00-0xffffffffffffffff top
                FOLDED 0xffffffffffffff00-0xffffffffffffffcf 208 bytes equal
                BYTES x3
                """,
                folded(
                        DiffLayout.standard()
                                .withContext(Optional.of(2))
                                .rows(content, content, changes)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x1000, 0x8000_0000_0000_0000L - 256, -512})
    void everyMappedAddressHasExactlyOneRowAndNoChangeIsFoldedAsEqual(long base) {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var before = scatter(random, base);
            var after = scatter(random, base);
            var context =
                    random.nextBoolean()
                            ? Optional.of(random.nextInt(3))
                            : Optional.<Integer>empty();
            var changes = changes(before, after, base);
            var rows = new DiffLayout(8, 24, context).rows(before, after, changes);
            var covered = new int[512];
            for (long n = 0; n < rows.rowCount(); n++) {
                var row = rows.row(n);
                if (row.kind() == HexRow.Kind.TITLE) {
                    continue;
                }
                assertEquals(n, rows.rowOf(row.span().first()), "seed " + seed);
                assertEquals(n, rows.rowOf(row.span().last()), "seed " + seed);
                for (long i = row.span().first() - base; i <= row.span().last() - base; i++) {
                    covered[(int) i]++;
                }
                if (row.caption().endsWith("equal")) {
                    assertEquals(
                            Optional.empty(),
                            changes.kindIn(row.span()),
                            "seed " + seed + " " + row);
                }
            }
            for (int i = 0; i < 512; i++) {
                boolean mapped = mapped(before, base + i) || mapped(after, base + i);
                assertTrue(
                        mapped ? covered[i] == 1 : covered[i] <= 1,
                        "address %d, seed %d".formatted(i, seed));
            }
        }
    }

    private static boolean mapped(HexContent content, long address) {
        return content.read(address, 1).state(0) != ByteState.NOT_MAPPED;
    }

    private static HexChanges changes(HexContent before, HexContent after, long base) {
        var changes = new ArrayList<HexChange>();
        var one = before.read(base, 512);
        var other = after.read(base, 512);
        for (int i = 0; i < 512; i++) {
            boolean was = one.state(i) != ByteState.NOT_MAPPED;
            boolean is = other.state(i) != ByteState.NOT_MAPPED;
            var at = AddressSpan.at(base + i);
            if (was && !is) {
                changes.add(new HexChange(at, HexChange.Kind.REMOVED));
            } else if (is && !was) {
                changes.add(new HexChange(at, HexChange.Kind.ADDED));
            } else if (one.known(i) && other.known(i) && one.value(i) != other.value(i)) {
                changes.add(new HexChange(at, HexChange.Kind.CHANGED));
            }
        }
        return HexChanges.of(changes);
    }

    private static SparseContent scatter(Random random, long base) {
        var content = new SparseContent();
        for (int at = random.nextInt(80); at < 512; at += random.nextInt(3) * random.nextInt(60)) {
            int end = Math.min(512, at + 1 + random.nextInt(200));
            content.region(base + at, base + end, "region");
            while (at < end) {
                int stop = Math.min(end, at + 1 + random.nextInt(90));
                switch (random.nextInt(3)) {
                    case 0 -> content.zeros(base + at, base + stop);
                    case 1 -> content.absent(base + at, base + stop, "absent");
                    default -> {
                        int value = random.nextInt(40) == 0 ? 9 : 8;
                        content.bytes(
                                AddressSpan.until(base + at, base + stop),
                                "",
                                0,
                                i -> i == 5 ? value : 1);
                    }
                }
                at = stop;
            }
        }
        return content;
    }
}
