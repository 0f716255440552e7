package org.icecore.views.hex.model;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.icecore.analysis.search.BytePattern;

/// Looks for a pattern in the bytes of a content that have a value. One search, one instance, any thread.
///
/// Long runs of zero pages are answered from the map, without reading them.
public final class HexFinder {

    /// Told now and then how far the search is, from 0 to 1; answers whether to go on.
    @FunctionalInterface
    public interface Watch {
        boolean goOn(double fraction);
    }

    private static final int CHUNK = 256 * 1024;
    private static final int MOST_HITS = 10_000;
    private static final long MOST_COUNTED = 1L << 30;

    private final HexContent content;
    private final RunTable runs;
    private final BytePattern pattern;
    private final Watch watch;
    private final int tail;
    private final boolean zeros;
    private final double total;
    private double done;
    private boolean cancelled;

    private HexFinder(HexContent content, BytePattern pattern, Watch watch) {
        this.content = content;
        this.runs = RunTable.of(content);
        this.pattern = pattern;
        this.watch = watch;
        this.tail = pattern.length() - 1;
        this.zeros = pattern.find(new byte[pattern.length()], 0, pattern.length()) == 0;
        this.total = Math.max(1.0, Math.abs((double) sum(true)));
    }

    /// The nearest match that begins at or after `from`, going on from the start of the space if there is none.
    public static FindOutcome forward(
            HexContent content, BytePattern pattern, long from, Watch watch) {
        return new HexFinder(content, pattern, watch).find(from, true);
    }

    /// The nearest match that begins at or before `from`, going on from the end of the space if there is none.
    public static FindOutcome backward(
            HexContent content, BytePattern pattern, long from, Watch watch) {
        return new HexFinder(content, pattern, watch).find(from, false);
    }

    /// Where all matches begin, the first ten thousand; empty if it was stopped, or if that is more to read than a
    /// count is worth.
    public static Optional<HexHits> all(HexContent content, BytePattern pattern, Watch watch) {
        var finder = new HexFinder(content, pattern, watch);
        return finder.total > MOST_COUNTED ? Optional.empty() : finder.hits();
    }

    private Optional<HexHits> hits() {
        var starts = new ArrayList<Long>();
        var beyond =
                ascend(
                        0,
                        -1L,
                        hit -> {
                            if (starts.size() == MOST_HITS) {
                                return true;
                            }
                            starts.add(hit);
                            return false;
                        });
        return cancelled ? Optional.empty() : Optional.of(new HexHits(starts, beyond.isPresent()));
    }

    private FindOutcome find(long from, boolean forward) {
        var near = forward ? ascend(from, -1L, _ -> true) : descend(0, from);
        if (near.isPresent()) {
            return new FindOutcome.Found(AddressSpan.of(near.getAsLong(), pattern.length()), false);
        }
        boolean more = !cancelled && from != (forward ? 0 : -1L);
        var far =
                !more
                        ? OptionalLong.empty()
                        : forward ? ascend(0, from - 1, _ -> true) : descend(from + 1, -1L);
        if (far.isPresent()) {
            return new FindOutcome.Found(AddressSpan.of(far.getAsLong(), pattern.length()), true);
        }
        return cancelled
                ? new FindOutcome.Cancelled()
                : new FindOutcome.NotFound(sum(true), sum(false));
    }

    /// The first match that is wanted; all before it are offered.
    private OptionalLong ascend(long low, long high, LongPredicate wanted) {
        int i = Math.max(0, runs.floor(low));
        while (i < runs.count() && Long.compareUnsigned(runs.first(i), high) <= 0) {
            int end = i;
            while (end + 1 < runs.count() && joined(end)) {
                end++;
            }
            var starts = starts(i, end, low, high);
            var hit = starts.isPresent() ? first(starts.get(), wanted) : OptionalLong.empty();
            if (hit.isPresent() || cancelled) {
                return hit;
            }
            i = end + 1;
        }
        return OptionalLong.empty();
    }

    private OptionalLong first(AddressSpan starts, LongPredicate wanted) {
        for (long at = starts.first(); ; ) {
            long left = starts.last() - at;
            int run = runs.at(at);
            boolean inZeros = insideZeros(run, at);
            long end =
                    inZeros
                            ? AddressSpan.min(runs.last(run) - tail, starts.last())
                            : at + AddressSpan.min(left, CHUNK - 1);
            var hit = inZeros ? inZeros(at, end, wanted) : inBytes(at, end, wanted);
            if (hit.isPresent() || end == starts.last() || !advance(end - at + 1)) {
                return hit;
            }
            at = end + 1;
        }
    }

    private OptionalLong inZeros(long at, long end, LongPredicate wanted) {
        for (long hit = at; zeros; hit++) {
            if (wanted.test(hit)) {
                return OptionalLong.of(hit);
            }
            if (hit == end) {
                break;
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong inBytes(long at, long end, LongPredicate wanted) {
        int last = (int) (end - at);
        var bytes = content.read(at, last + 1 + tail);
        int hit = PatternMatches.first(bytes, pattern, 0, last);
        while (hit >= 0) {
            if (wanted.test(at + hit)) {
                return OptionalLong.of(at + hit);
            }
            hit = hit < last ? PatternMatches.first(bytes, pattern, hit + 1, last) : -1;
        }
        return OptionalLong.empty();
    }

    private OptionalLong descend(long low, long high) {
        int i = runs.floor(high);
        while (i >= 0 && Long.compareUnsigned(runs.last(i), low) >= 0) {
            int begin = i;
            while (begin > 0 && joined(begin - 1)) {
                begin--;
            }
            int end = i;
            while (end + 1 < runs.count() && joined(end)) {
                end++;
            }
            var starts = starts(begin, end, low, high);
            var hit = starts.isPresent() ? last(starts.get()) : OptionalLong.empty();
            if (hit.isPresent() || cancelled) {
                return hit;
            }
            i = begin - 1;
        }
        return OptionalLong.empty();
    }

    private OptionalLong last(AddressSpan starts) {
        for (long at = starts.last(); ; ) {
            long left = at - starts.first();
            int run = runs.at(at);
            long begin;
            if (insideZeros(run, at)) {
                if (zeros) {
                    return OptionalLong.of(at);
                }
                begin = AddressSpan.max(runs.first(run), starts.first());
            } else {
                begin = at - AddressSpan.min(left, CHUNK - 1);
                int hit =
                        PatternMatches.last(
                                content.read(begin, (int) (at - begin) + 1 + tail),
                                pattern,
                                0,
                                (int) (at - begin));
                if (hit >= 0) {
                    return OptionalLong.of(begin + hit);
                }
            }
            if (begin == starts.first() || !advance(at - begin + 1)) {
                return OptionalLong.empty();
            }
            at = begin - 1;
        }
    }

    /// Whether a match at `at` would lie in zero pages only.
    private boolean insideZeros(int run, long at) {
        return runs.state(run) == ByteState.ZERO
                && Long.compareUnsigned(runs.last(run) - at, tail) >= 0;
    }

    /// Whether the bytes of a run and of the next are known and adjacent, so that a match may span both.
    private boolean joined(int index) {
        return runs.state(index).known()
                && runs.state(index + 1).known()
                && runs.last(index) + 1 == runs.first(index + 1);
    }

    /// Where in `[low, high]` a match can begin that lies in the runs from `begin` to `end`.
    private Optional<AddressSpan> starts(int begin, int end, long low, long high) {
        var known = new AddressSpan(runs.first(begin), runs.last(end));
        boolean tooShort = Long.compareUnsigned(known.last() - known.first(), tail) < 0;
        return tooShort || !runs.state(begin).known()
                ? Optional.empty()
                : new AddressSpan(known.first(), known.last() - tail)
                        .intersection(new AddressSpan(low, high));
    }

    private boolean advance(long bytes) {
        done += bytes >= 0 ? bytes : 0x1p63;
        cancelled = !watch.goOn(Math.min(1.0, done / total));
        return !cancelled;
    }

    private long sum(boolean known) {
        long sum = 0;
        for (int i = 0; i < runs.count(); i++) {
            sum += runs.state(i).known() == known ? runs.last(i) - runs.first(i) + 1 : 0;
        }
        return sum;
    }
}
