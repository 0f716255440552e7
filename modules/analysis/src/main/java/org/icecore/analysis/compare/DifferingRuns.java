package org.icecore.analysis.compare;

import java.util.Arrays;

/// The loop over two arrays that finds the runs in which they differ.
///
/// Equal stretches are skipped by [Arrays#mismatch], which the JDK vectorises; differing ones are walked byte by byte.
final class DifferingRuns {

    /// Takes runs in ascending order; neighbours have at least one equal byte between them.
    interface Sink {
        void run(int start, int end);
    }

    private static final int NEAR = 16;

    private DifferingRuns() {}

    static void find(byte[] a, byte[] b, int length, Sink sink) {
        var position = 0;
        while (position < length) {
            var start = nextDifference(a, b, position, length);
            if (start == length) {
                return;
            }
            position = endOfRun(a, b, start, length);
            sink.run(start, position);
        }
    }

    /// The next run is often near: a few bytes are looked at before the vectorised comparison is called.
    private static int nextDifference(byte[] a, byte[] b, int from, int length) {
        var near = Math.min(length, from + NEAR);
        for (var i = from; i < near; i++) {
            if (a[i] != b[i]) {
                return i;
            }
        }
        var equal = Arrays.mismatch(a, near, length, b, near, length);
        return equal < 0 ? length : near + equal;
    }

    private static int endOfRun(byte[] a, byte[] b, int start, int length) {
        var end = start + 1;
        while (end < length && a[end] != b[end]) {
            end++;
        }
        return end;
    }
}
