package org.icecore.app.speed;

import java.util.List;
import java.util.stream.IntStream;

/// What is said of several measurements of one thing.
final class Sample {

    private Sample() {}

    static double median(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /// The median of the ratios pair by pair, which holds where the machine is faster at one time than at another.
    static double ratio(List<Double> times, List<Double> others) {
        return median(
                IntStream.range(0, times.size())
                        .mapToObj(i -> times.get(i) / others.get(i))
                        .toList());
    }
}
