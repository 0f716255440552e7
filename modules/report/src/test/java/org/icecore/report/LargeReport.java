package org.icecore.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.Progress;

/// Writes a table of many rows; a program of its own, so that it can be run in a small heap.
final class LargeReport {

    private LargeReport() {}

    static Report ofRows(int count) {
        var columns =
                List.of(
                        Column.exact("Address"),
                        Column.number("Size"),
                        Column.exact("Perm."),
                        Column.word("Kind"),
                        Column.quoted("File and offset", 1),
                        Column.number("Pages"),
                        Column.number("Changed"));
        var rows = new ArrayList<Row>(count);
        for (var i = 0; i < count; i++) {
            var start = 0x7f0000000000L + i * 0x21000L;
            rows.add(
                    Row.of(
                                    Mark.values()[i % 4],
                                    "%012x-%012x".formatted(start, start + 0x21000),
                                    "132 KiB",
                                    "r-xp",
                                    "file",
                                    "/usr/lib/x86_64-linux-gnu/数据/libexample-%d.so.6 +0x%x"
                                            .formatted(i, i * 0x1000),
                                    Integer.toString(i),
                                    Integer.toString(i * 4096))
                            .at("checkpoint/mm-6.img+0x%x..0x%x".formatted(i * 32, i * 32 + 32)));
        }
        return ReportTest.report(Table.of("Mappings", columns, rows));
    }

    /// @param arguments number of rows, file to write
    public static void main(String[] arguments) throws IOException {
        ReportFile.write(
                ofRows(Integer.parseInt(arguments[0])),
                new PdfWriter(),
                Path.of(arguments[1]),
                ReportFile.Existing.KEEP,
                Progress.unwatched());
    }
}
