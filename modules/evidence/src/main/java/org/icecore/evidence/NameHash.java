package org.icecore.evidence;

import java.util.SplittableRandom;

/// Hashes names so that nobody who writes an archive can choose names that collide: each name is a polynomial over the
/// numbers modulo the prime 2^61 - 1, evaluated at a point that is drawn at random.
///
/// Two names of n characters have the same value at less than n of the 2^61 points (Carter and Wegman, 1979).
final class NameHash {

    private static final long PRIME = (1L << 61) - 1;

    private final long point = new SplittableRandom().nextLong(1 << 16, PRIME);

    int of(String name) {
        long value = name.length();
        for (int i = 0; i < name.length(); i++) {
            value = reduced(product(value) + name.charAt(i));
        }
        return (int) (value ^ value >>> 32);
    }

    /// `value` times the point, less than twice the prime: what lies above its bits counts as often as what lies in them.
    private long product(long value) {
        long low = value * point;
        long high = Math.multiplyHigh(value, point);
        return reduced((low & PRIME) + (low >>> 61 | high << 3));
    }

    private static long reduced(long value) {
        return value >= PRIME ? value - PRIME : value;
    }
}
