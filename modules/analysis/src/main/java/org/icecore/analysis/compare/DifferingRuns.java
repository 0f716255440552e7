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

    private DifferingRuns() {}

    static void find(byte[] a, byte[] b, int length, Sink sink) {
        var position = 0;
        while (position < length) {
            var equal = Arrays.mismatch(a, position, length, b, position, length);
            if (equal < 0) {
                return;
            }
            var start = position + equal;
            position = endOfRun(a, b, start, length);
            sink.run(start, position);
        }
    }

    private static int endOfRun(byte[] a, byte[] b, int start, int length) {
        var end = start + 1;
        while (end < length && a[end] != b[end]) {
            end++;
        }
        return end;
    }
}
