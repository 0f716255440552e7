package org.icecore.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;

/// Some bytes with their addresses: one side, or before and after side by side.
///
/// @param anchor where links to this excerpt lead
/// @param address of the first byte; unsigned
/// @param sides one or two, equally long
/// @param changed offsets from the first byte that are to stand out
/// @param omitted how many further bytes of the same kind the report leaves out; writers say so
public record HexExcerpt(
        Optional<String> anchor,
        String caption,
        long address,
        List<Side> sides,
        List<ByteRange> changed,
        long omitted)
        implements Block {

    /// Bytes of one checkpoint.
    ///
    /// @param title what stands over the bytes: `before`, or the name of an exhibit
    /// @param location text form of an `org.icecore.evidence.Location`, where the bytes can be re-checked
    public record Side(String title, List<HexRun> runs, Optional<String> location) {

        public Side {
            runs = List.copyOf(runs);
        }

        /// A side whose bytes are all there.
        public static Side of(String title, byte[] bytes) {
            return new Side(title, List.of(HexRun.Captured.of(bytes)), Optional.empty());
        }

        /// A side of which no byte is there.
        public static Side absent(String title, int length, String reason) {
            return new Side(
                    title, List.of(new HexRun.NotCaptured(length, reason)), Optional.empty());
        }

        /// The same bytes, read from `place` of the evidence.
        public Side at(String place) {
            return new Side(title, runs, Optional.of(place));
        }

        /// Number of bytes, captured or not.
        public int length() {
            return runs.stream().mapToInt(HexRun::length).sum();
        }

        /// One entry for each byte: 0 to 255, or -1 where it was not captured.
        public int[] values() {
            var values = new int[length()];
            var next = 0;
            for (var run : runs) {
                for (var i = 0; i < run.length(); i++) {
                    values[next++] =
                            switch (run) {
                                case HexRun.Captured captured -> captured.byteAt(i);
                                case HexRun.NotCaptured _ -> -1;
                            };
                }
            }
            return values;
        }
    }

    public HexExcerpt {
        sides = List.copyOf(sides);
        changed = List.copyOf(changed);
        if (sides.isEmpty() || sides.size() > 2) {
            throw new IllegalArgumentException("one or two sides, not " + sides.size());
        }
        var length = sides.getFirst().length();
        if (sides.getLast().length() != length) {
            throw new IllegalArgumentException(
                    "sides of %d and %d bytes".formatted(length, sides.getLast().length()));
        }
        for (var range : changed) {
            if (range.end() > length) {
                throw new IllegalArgumentException(
                        "changed bytes %s of %d".formatted(range, length));
            }
        }
        if (omitted < 0) {
            throw new IllegalArgumentException("not a number of bytes: " + omitted);
        }
    }

    /// One side; nothing stands out.
    public static HexExcerpt of(String caption, long address, Side side) {
        return new HexExcerpt(Optional.empty(), caption, address, List.of(side), List.of(), 0);
    }

    /// Two sides; every byte stands out that was captured on both and differs.
    public static HexExcerpt compare(String caption, long address, Side before, Side after) {
        return new HexExcerpt(
                Optional.empty(),
                caption,
                address,
                List.of(before, after),
                differing(before, after),
                0);
    }

    /// The same excerpt as the target of links.
    public HexExcerpt anchored(String name) {
        return new HexExcerpt(Optional.of(name), caption, address, sides, changed, omitted);
    }

    /// The same excerpt, saying that `count` further bytes are left out.
    public HexExcerpt omitting(long count) {
        return new HexExcerpt(anchor, caption, address, sides, changed, count);
    }

    private static List<ByteRange> differing(Side before, Side after) {
        var left = before.values();
        var right = after.values();
        var ranges = new ArrayList<ByteRange>();
        var start = -1;
        for (var i = 0; i <= Math.min(left.length, right.length); i++) {
            var differs =
                    i < left.length
                            && i < right.length
                            && left[i] >= 0
                            && right[i] >= 0
                            && left[i] != right[i];
            if (differs && start < 0) {
                start = i;
            } else if (!differs && start >= 0) {
                ranges.add(new ByteRange(start, i));
                start = -1;
            }
        }
        return ranges;
    }
}
