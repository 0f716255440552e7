package org.icecore.analysis.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferingRunsTest {

    @Test
    void equalBytesHaveNone() {
        assertEquals("", runs(new byte[] {1, 2, 3}, new byte[] {1, 2, 3}));
    }

    @Test
    void wholeArraysAreOneRun() {
        assertEquals("0-3 ", runs(new byte[] {1, 2, 3}, new byte[] {4, 5, 6}));
    }

    @Test
    void eachRunEndsAtTheFirstEqualByte() {
        assertEquals("0-1 2-3 ", runs(new byte[] {1, 2, 3}, new byte[] {0, 2, 0}));
    }

    @Test
    void bytesBehindTheLengthDoNotCount() {
        var runs = new StringBuilder();
        DifferingRuns.find(
                new byte[] {1, 2}, new byte[] {1, 9}, 1, (start, end) -> runs.append(start));
        assertEquals("", runs.toString());
    }

    @Test
    void agreeWithAByteByByteCount() {
        var random = new Random(42);
        for (var round = 0; round < 200; round++) {
            var a = new byte[1 + random.nextInt(300)];
            var b = new byte[a.length];
            for (var i = 0; i < a.length; i++) {
                a[i] = (byte) random.nextInt(2);
                b[i] = (byte) random.nextInt(2);
            }
            var marked = new boolean[a.length];
            DifferingRuns.find(
                    a,
                    b,
                    a.length,
                    (start, end) -> java.util.Arrays.fill(marked, start, end, true));
            for (var i = 0; i < a.length; i++) {
                assertEquals(a[i] != b[i], marked[i]);
            }
        }
    }

    private static String runs(byte[] a, byte[] b) {
        var runs = new StringBuilder();
        DifferingRuns.find(
                a,
                b,
                a.length,
                (start, end) -> runs.append(start).append('-').append(end).append(' '));
        return runs.toString();
    }
}
