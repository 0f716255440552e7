package org.icecore.analysis.search;

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

/// Chunks of 1 MiB searched a millisecond, without a hit.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class BytePatternBenchmark {

    @Param({"random", "zero"})
    public String content;

    @Param({"false", "true"})
    public boolean foldCase;

    private final byte[] bytes = new byte[1 << 20];
    private BytePattern pattern;

    /// The pattern and what it is looked for in.
    @Setup
    public void fill() {
        pattern = BytePattern.text("COUNTER-MEMORY-MARK", BytePattern.Encoding.UTF_8, foldCase);
        if (content.equals("random")) {
            new Random(1).nextBytes(bytes);
        }
    }

    /// The loop.
    @Benchmark
    public int find() {
        return pattern.find(bytes, 0, bytes.length);
    }
}
