package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.MappingTable;
import org.icecore.analysis.content.SocketTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A table that is wider than the terminal")
class TextLayoutTest {

    private static final Path INCIDENT = Session.EVIDENCE.resolve("incident/before.tar.gz");

    private record Row(int pid, AddressRange range, String name, String reason) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            1,
                            new AddressRange(0x4000, 0x7000),
                            "/bin/sh",
                            "clean page of /bin/sh"),
                    new Row(
                            1,
                            new AddressRange(0x8000, 0x8800),
                            "/bin/ls",
                            "clean page of /bin/ls"),
                    new Row(
                            7,
                            new AddressRange(0x4000, 0x7000),
                            "/bin/sh",
                            "clean page of /bin/sh"));

    private static ResultTable<Row> table() {
        return new ResultTable<>(
                "things",
                "Things",
                List.of(
                        Column.number("pid", "Pid", "Whose", Row::pid),
                        Column.of(
                                "range",
                                "Addresses",
                                ColumnKind.RANGE,
                                "Where",
                                row -> new Cell.Range(row.range())),
                        Column.of(
                                "size",
                                "Size",
                                ColumnKind.BYTES,
                                "How large",
                                row -> new Cell.Bytes(row.range().length())),
                        Column.text("name", "Name", "What", Row::name),
                        Column.text("owner", "Owner", "By whom", _ -> "root"),
                        Column.of(
                                "reason",
                                "Why not captured",
                                ColumnKind.TEXT,
                                "Why",
                                row -> new Cell.Names(List.of(row.reason())))),
                ROWS,
                _ -> new ArtefactRef.OfCheckpoint(new CheckpointId("x")),
                _ -> Optional.empty(),
                Coverage.complete());
    }

    private static String printed(int width, ResultTable<?> table) {
        var out = new StringWriter();
        new TextTable(new PrintWriter(out), width, false).print(table);
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Nested
    class OfAFewColumns {

        @Test
        void isPutAsItIsWhereItFits() {
            assertEquals(
                    """
                    Things
                      Pid  Addresses          Size  Name     Owner  Why not captured
                        1  0x4000-0x7000  12.0 KiB  /bin/sh  root   clean page of /bin/sh
                        1  0x8000-0x8800   2.0 KiB  /bin/ls  root   clean page of /bin/ls
                        7  0x4000-0x7000  12.0 KiB  /bin/sh  root   clean page of /bin/sh

                    """,
                    printed(100, table()));
        }

        @Test
        void movesItsColumnsTogether() {
            assertEquals(
                    """
                    Things
                     Pid Addresses         Size Name    Owner Why not captured
                       1 0x4000-0x7000 12.0 KiB /bin/sh root  clean page of /bin/sh
                       1 0x8000-0x8800  2.0 KiB /bin/ls root  clean page of /bin/ls
                       7 0x4000-0x7000 12.0 KiB /bin/sh root  clean page of /bin/sh

                    """,
                    printed(66, table()));
        }

        @Test
        void saysOnceWhatAllRowsHaveAndEndsWhereSizesTellThem() {
            assertEquals(
                    """
                    Things
                      the same in all rows:
                      Owner root; Why not
                      captured clean page of the
                      file
                     Pid Address  Bytes Name
                       1 0x4000  12,288 /bin/sh
                       1 0x8000   2,048 /bin/ls
                       7 0x4000  12,288 /bin/sh

                    """,
                    printed(28, table()));
        }
    }

    @Nested
    class OfRealMappings {

        private static ResultTable<?> mappings(Checkpoint checkpoint) {
            return MappingTable.of(checkpoint);
        }

        @Test
        void hasOneRowPerLineAtTheUsualWidth() throws EvidenceException {
            try (var checkpoint = incident()) {
                var rows = MappingTable.of(checkpoint).rows().size();
                var lines = printed(120, mappings(checkpoint)).lines().count();
                assertEquals(145, rows);
                assertTrue(lines < rows * 3 / 2, lines + " lines");
            }
        }

        @Test
        void hasARowInTwoLinesOnANarrowTerminal() throws EvidenceException {
            try (var checkpoint = incident()) {
                var text = printed(80, mappings(checkpoint));
                assertTrue(
                        text.contains(
                                """
                                  0x56228917d000          77,824  r-xp         file         0x4000         1
                                          0        18  [1]       /usr/bin/dash
                                """),
                        text);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {80, 100, 120, 160, 400})
        void losesNothingAndKeepsWithinTheWidth(int width) throws EvidenceException {
            try (var checkpoint = incident()) {
                var text = printed(width, mappings(checkpoint));
                var joined = text.replaceAll("\n {20,}", "");
                var missing = new ArrayList<String>();
                for (var row : MappingTable.of(checkpoint).rows()) {
                    expect(joined, row.vma().start().toString(), missing);
                    expect(joined, row.vma().name(), missing);
                }
                assertEquals(List.of(), missing);
                assertEquals(
                        List.of(),
                        text.lines().filter(line -> TextWidth.of(line) > width).toList());
            }
        }

        private static void expect(String text, String part, List<String> missing) {
            if (!text.contains(part)) {
                missing.add(part);
            }
        }
    }

    @Test
    void ofRealSocketsHasOneRowPerLineEvenOnASmallTerminal() throws EvidenceException {
        try (var checkpoint = incident()) {
            var table = SocketTable.of(checkpoint);
            var lines = printed(80, table).lines().count();
            assertTrue(lines <= table.rows().size() + 8, () -> printed(80, table));
        }
    }

    private static Checkpoint incident() throws EvidenceException {
        return Checkpoint.open(INCIDENT, new CheckpointId("x"), Progress.unwatched());
    }
}
