package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Text on the terminal")
class TextTest {

    @Nested
    class OfTheEvidence {

        @Test
        void staysAsItIsIfItIsHarmless() {
            assertEquals("naïve 日本 /bin/sh", Printable.text("naïve 日本 /bin/sh"));
        }

        @Test
        void cannotMoveTheCursorOrChangeColours() {
            assertEquals("\\x1b[31mred\\n\\t\\x07", Printable.text("\u001b[31mred\n\t\u0007"));
        }

        @Test
        void cannotTurnTheDirectionOfWhatFollows() {
            assertEquals("a\\u202etxt.exe", Printable.text("a\u202etxt.exe"));
        }
    }

    @Nested
    class Width {

        @Test
        void isTwoColumnsForWideSignsAndNoneForMarksOverOthers() {
            assertEquals(4, TextWidth.of("日本"));
            assertEquals(1, TextWidth.of("e\u0301"));
            assertEquals(7, TextWidth.of("icecore"));
        }
    }

    @Nested
    class Lines {

        @Test
        void breakBehindBlanksFirst() {
            assertEquals(List.of("one two", "three"), Wrapping.lines("one two three", 8));
        }

        @Test
        void breakPathsBehindTheirJoints() {
            assertEquals(List.of("/usr/lib/", "jvm/java"), Wrapping.lines("/usr/lib/jvm/java", 10));
        }

        @Test
        void breakAnywhereWhereNothingElseDoes() {
            assertEquals(List.of("abcd", "efgh", "i"), Wrapping.lines("abcdefghi", 4));
        }

        @Test
        void neverHalveAWideSign() {
            assertEquals(List.of("日", "本", "語"), Wrapping.lines("日本語", 3));
        }

        @Test
        void endEvenWhereNoSignFits() {
            assertEquals(List.of("日", "本"), Wrapping.lines("日本", 1));
        }
    }

    @Nested
    class Tables {

        private record Row(String name, long size, Cell note) {}

        private static ResultTable<Row> table(Row... rows) {
            return new ResultTable<>(
                    "things",
                    "Things",
                    List.of(
                            Column.text("name", "Name", "What it is called", Row::name),
                            Column.number("size", "Size", "How large it is", Row::size),
                            Column.of("note", "Note", ColumnKind.TEXT, "What else", Row::note)),
                    List.of(rows),
                    _ -> new ArtefactRef.OfCheckpoint(new CheckpointId("x")),
                    _ -> Optional.empty(),
                    Coverage.without(List.of("the far side")));
        }

        private static String printed(int width, boolean explained, ResultTable<?> table) {
            var out = new StringWriter();
            new TextTable(new PrintWriter(out), width, explained).print(table);
            return out.toString().replace(System.lineSeparator(), "\n");
        }

        @Test
        void alignNumbersRightAndWordsLeft() {
            assertEquals(
                    """
                    Things
                      Name  Size  Note
                      a        5  x
                      bcd    100  -
                      not covered: the far side

                    """,
                    printed(
                            60,
                            false,
                            table(
                                    new Row("a", 5, Cell.text("x")),
                                    new Row("bcd", 100, Cell.notApplicable("no")))));
        }

        @Test
        void wrapLongCellsAndCutNothing() {
            assertEquals(
                    """
                    Things
                      Name               Size  Note
                      a name that is        5  a note that is
                      long, so long            long, too
                      that it takes two
                      not covered: the far side

                    """,
                    printed(
                            44,
                            false,
                            table(
                                    new Row(
                                            "a name that is long, so long that it takes two",
                                            5,
                                            Cell.text("a note that is long, too")))));
        }

        @Test
        void shortenAListOfThousandsInOneCellAndSayWhoHasAllOfIt() {
            var many = IntStream.range(0, 20_000).mapToObj(i -> "w" + i).toList();
            var told = printed(60, false, table(new Row("a", 1, new Cell.Names(many))));
            var words = told.replaceAll("\\s+", " ");
            assertTrue(
                    words.contains("w499 ... and 19,500 more, which --format=json tells"), words);
            assertFalse(words.contains("w500"));
        }

        @Test
        @Timeout(20)
        void wrapACellOfMegabytes() {
            var told = printed(60, false, table(new Row("x".repeat(4 << 20), 1, Cell.text("y"))));
            assertEquals(4 << 20, told.chars().filter(sign -> sign == 'x').count());
        }

        @Test
        void giveTheReasonOfAnAbsenceOnceWithItsNumber() {
            var absent = Cell.notCaptured("nobody wrote it");
            assertEquals(
                    """
                    Things
                      Name  Size  Note
                      a        1  not captured
                      b        2  not captured
                      c        3  here
                      (not captured: nobody wrote it, 2 times)
                      not covered: the far side

                    """,
                    printed(
                            60,
                            false,
                            table(
                                    new Row("a", 1, absent),
                                    new Row("b", 2, absent),
                                    new Row("c", 3, Cell.text("here")))));
        }

        @Test
        void leaveOutAColumnThatNoRowHas() {
            assertEquals(
                    """
                    Things
                      Name  Size
                      a        1
                      (Note: not captured: nobody wrote it)
                      not covered: the far side

                    """,
                    printed(
                            60,
                            false,
                            table(new Row("a", 1, Cell.notCaptured("nobody wrote it")))));
        }

        @Test
        void sayWhatTheirColumnsMeanIfAsked() {
            var text = printed(60, true, table(new Row("a", 1, Cell.text("b"))));
            assertTrue(text.contains("  Size: How large it is\n"), text);
        }

        @Test
        void withoutRowsSaySo() {
            assertEquals(
                    "Things\n  none\n  not covered: the far side\n\n", printed(60, false, table()));
        }
    }

    @Nested
    class AGuess {

        @Test
        void namesTheNearestWord() {
            assertEquals(
                    "; did you mean diff?", Spelling.suggestion("dfif", List.of("show", "diff")));
        }

        @Test
        void isNotMadeWhereNothingIsNear() {
            assertEquals("", Spelling.suggestion("frobnicate", List.of("show", "diff")));
        }
    }

    @Nested
    class Progressing {

        @Test
        void isToldInHundredths() {
            assertEquals("hashing after ... 42 %", Watch.line("hashing after", 42, 100));
            assertEquals("hashing after ...", Watch.line("hashing after", 42, -1));
        }
    }
}
