package org.icecore.analysis.compare;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Chunks of 1 MiB compared a millisecond: equal but for some bytes, or different nearly everywhere.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DifferingRunsBenchmark {

    @Param({"0", "256", "1048576"})
    public int changedBytes;

    private final byte[] left = new byte[1 << 20];
    private final byte[] right = new byte[1 << 20];

    /// Random content, the same on both sides but for bytes at random places.
    @Setup
    public void fill() {
        var random = new Random(1);
        random.nextBytes(left);
        System.arraycopy(left, 0, right, 0, left.length);
        for (var i = 0; i < changedBytes; i++) {
            right[random.nextInt(right.length)] ^= 0x55;
        }
    }

    /// The loop.
    @Benchmark
    public int runs() {
        var count = new int[1];
        DifferingRuns.find(left, right, left.length, (_, _) -> count[0]++);
        return count[0];
    }
}
