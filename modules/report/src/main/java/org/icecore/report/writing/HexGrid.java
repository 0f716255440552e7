package org.icecore.report.writing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.icecore.report.HexExcerpt;
import org.icecore.report.HexRun;

/// The bytes of an excerpt in rows that begin at round addresses: sixteen to a row, or eight where there are two sides.
public final class HexGrid {

    /// Rows without any byte are folded into one where so many or more follow each other.
    public static final int FOLD = 3;

    private final HexExcerpt excerpt;
    private final List<int[]> values = new ArrayList<>();
    private final BitSet changed = new BitSet();
    private final int perRow;
    private final int length;
    /// Bytes of the first row that lie before the excerpt.
    private final int lead;

    public HexGrid(HexExcerpt excerpt) {
        this.excerpt = excerpt;
        this.perRow = excerpt.sides().size() == 1 ? 16 : 8;
        this.length = excerpt.sides().getFirst().length();
        this.lead = (int) Long.remainderUnsigned(excerpt.address(), perRow);
        excerpt.sides().forEach(side -> values.add(side.values()));
        excerpt.changed().forEach(range -> changed.set((int) range.start(), (int) range.end()));
    }

    /// Bytes in a row.
    public int perRow() {
        return perRow;
    }

    /// Number of rows, folded or not.
    public int rows() {
        return (lead + length + perRow - 1) / perRow;
    }

    /// Offset of the byte at `column` of `row`; -1 where the excerpt has none.
    public int offset(int row, int column) {
        var offset = row * perRow - lead + column;
        return offset >= 0 && offset < length ? offset : -1;
    }

    /// The byte of `side` at `offset`, 0 to 255; -1 where it was not captured.
    public int value(int side, int offset) {
        return values.get(side)[offset];
    }

    /// Whether the byte at `offset` is to stand out.
    public boolean isChanged(int offset) {
        return changed.get(offset);
    }

    /// Whether any byte of `row` is to stand out.
    public boolean hasChange(int row) {
        var first = changed.nextSetBit(start(row));
        return first >= 0 && first < end(row);
    }

    /// Number of rows from `row` on of which no side has a byte.
    public int absentRows(int row) {
        var count = 0;
        while (row + count < rows() && isAbsent(row + count)) {
            count++;
        }
        return count;
    }

    /// Number of bytes in `count` rows from `row` on.
    public int bytes(int row, int count) {
        return end(row + count - 1) - start(row);
    }

    /// Number of digits in each address.
    public int digits() {
        return excerpt.address() >>> 48 == 0 ? 12 : 16;
    }

    /// The address at which `row` begins.
    public String address(int row) {
        return ("%0" + digits() + "x").formatted(excerpt.address() - lead + (long) row * perRow);
    }

    /// Why bytes of `side` are missing, each reason once.
    public static List<String> reasons(HexExcerpt.Side side) {
        return side.runs().stream()
                .flatMap(
                        run ->
                                switch (run) {
                                    case HexRun.Captured _ -> Optional.<String>empty().stream();
                                    case HexRun.NotCaptured(_, var reason) ->
                                            Optional.of(reason).stream();
                                })
                .distinct()
                .toList();
    }

    /// Two digits, or `??` for a byte that was not captured.
    public static String hex(int value) {
        return value < 0 ? "??" : "%02x".formatted(value);
    }

    /// The ASCII character of a byte, a point where it has none, `?` where it was not captured.
    public static String character(int value) {
        return value < 0 ? "?" : value >= 0x20 && value < 0x7F ? Character.toString(value) : ".";
    }

    private boolean isAbsent(int row) {
        for (var offset = start(row); offset < end(row); offset++) {
            for (var side : values) {
                if (side[offset] >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private int start(int row) {
        return Math.max(0, row * perRow - lead);
    }

    private int end(int row) {
        return Math.min(length, (row + 1) * perRow - lead);
    }
}
