package org.icecore.workbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How columns share the width of their table: each has what it shows at most, the widest give way first, and none is
/// narrower than it can be read.
final class ColumnFit {
    private static final int STEPS = 40;
    private static final double CLEARLY_MORE = 40;
    private static final double COMFORTABLE = 220;
    private static final double RESERVE = 96;
    private static final double TRACE = 44;
    private static final double TRACE_WEIGHT = 0.2;

    private ColumnFit() {}

    /// What one column asks for, in pixels.
    ///
    /// @param natural shows all that was seen in it
    /// @param usual shows all but a few of its texts; at most `natural`
    /// @param least still tells what stands there; at most `usual`
    /// @param weight how much more than others it gets where there is not enough for all
    record Claim(double natural, double usual, double least, double weight) {
        Claim {
            usual = Math.min(usual, natural);
            least = Math.min(least, usual);
        }

        Claim(double natural, double least) {
            this(natural, natural, least, 1);
        }

        /// What the few long texts want counts only once all usual ones have their room.
        private Claim beyondUsual() {
            return new Claim(natural, natural, usual, weight);
        }

        private Claim upToUsual() {
            return new Claim(usual, usual, least, weight);
        }

        /// A column that is not to be cut at all: half a number is another number.
        static Claim whole(double width) {
            return new Claim(width, width);
        }

        /// A column in which no row says anything: all of it but a trace goes before anything is cut that says something.
        static Claim hollow(double title) {
            return new Claim(title, TRACE, TRACE, TRACE_WEIGHT);
        }

        /// The level at which nothing of the column is cut.
        private double enough() {
            return natural / weight;
        }

        private double under(double level) {
            return Math.clamp(weight * level, least, natural);
        }
    }

    /// Whether the least widths find room.
    static boolean fit(List<Claim> claims, double room) {
        return sum(claims, 0) <= room;
    }

    /// Widths in whole pixels, in the order of the claims. Their sum is at most `room`, unless the least widths need more.
    /// Where they need clearly more, the reader scrolls anyway and nothing is gained by cutting much.
    static List<Double> widths(List<Claim> claims, double room) {
        var usual = claims.stream().mapToDouble(Claim::usual).sum();
        var widths =
                new ArrayList<>(
                        share(
                                claims.stream()
                                        .map(usual <= room ? Claim::beyondUsual : Claim::upToUsual)
                                        .toList(),
                                room));
        var rest = room - widths.stream().mapToDouble(width -> width).sum();
        widest(claims).ifPresent(text -> widths.set(text, widths.get(text) + reserve(rest)));
        return List.copyOf(widths);
    }

    private static List<Double> share(List<Claim> claims, double room) {
        if (sum(claims, 0) > room + CLEARLY_MORE) {
            return claims.stream().map(claim -> Math.floor(claim.under(COMFORTABLE))).toList();
        }
        var level = claims.stream().mapToDouble(Claim::enough).max().orElse(0);
        if (sum(claims, level) > room) {
            var low = 0.0;
            for (var step = 0; step < STEPS; step++) {
                var middle = (low + level) / 2;
                if (sum(claims, middle) > room) {
                    level = middle;
                } else {
                    low = middle;
                }
            }
            level = low;
        }
        var found = level;
        return claims.stream().map(claim -> Math.floor(claim.under(found))).toList();
    }

    /// The longest text may grow a little before anything has to move; what is far more than that stays free.
    private static double reserve(double rest) {
        return Math.floor(Math.clamp(rest, 0, RESERVE));
    }

    private static OptionalInt widest(List<Claim> claims) {
        return IntStream.range(0, claims.size())
                .filter(i -> claims.get(i).least < claims.get(i).natural)
                .reduce((a, b) -> claims.get(b).natural > claims.get(a).natural ? b : a);
    }

    private static double sum(List<Claim> claims, double level) {
        return claims.stream().mapToDouble(claim -> claim.under(level)).sum();
    }
}
