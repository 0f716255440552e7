package org.icecore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.icecore.evidence.Progress;
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

/// Time to write a table of mappings, in the heap that the program is promised to run in.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
public class WriterBenchmark {

    @Param({"1000", "9000"})
    public int rows;

    @Param({"pdf", "html", "json"})
    public String format;

    private Report report = report(0);

    /// The report, which is not part of what is measured.
    @Setup
    public void fill() {
        report = report(rows);
    }

    private static Report report(int count) {
        var rows = new ArrayList<Row>(count);
        for (var i = 0; i < count; i++) {
            var start = 0x7f0000000000L + i * 0x21000L;
            rows.add(
                    Row.of(
                                    Mark.values()[i % 4],
                                    "%012x-%012x".formatted(start, start + 0x21000),
                                    "r-xp",
                                    "/usr/lib/x86_64-linux-gnu/libexample-%d.so.6".formatted(i),
                                    Integer.toString(i * 4096))
                            .at("checkpoint/mm-6.img+0x%x..0x%x".formatted(i * 32, i * 32 + 32)));
        }
        var table =
                Table.of(
                        "Mappings",
                        List.of(
                                Column.exact("Address"),
                                Column.exact("Permissions"),
                                Column.quoted("File", 1),
                                Column.number("Changed")),
                        rows);
        return new Report(
                "Title",
                "Subtitle",
                "en",
                new Tool("Icecore", "1"),
                Instant.EPOCH,
                List.of(),
                List.of(Section.of("One", "one", List.of(table))));
    }

    /// The writer.
    @Benchmark
    public Report write() throws IOException {
        var writer =
                switch (format) {
                    case "pdf" -> new PdfWriter();
                    case "html" -> new HtmlWriter();
                    default -> new JsonWriter();
                };
        writer.write(report, OutputStream.nullOutputStream(), Progress.unwatched());
        return report;
    }
}
