package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.icecore.evidence.ByteRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportTest {

    static Report report(Block... blocks) {
        return new Report(
                "Title",
                "Subtitle",
                "en-GB",
                new Tool("Icecore", "0.1.0"),
                Instant.parse("2026-11-22T00:10:00.123Z"),
                List.of(),
                List.of(Section.of("One", "one", List.of(blocks))));
    }

    private static String refusal(Runnable making) {
        return assertThrows(IllegalArgumentException.class, making::run).getMessage();
    }

    @Nested
    class Anchoring {

        @Test
        void linkThatLeadsNowhereIsRefused() {
            assertEquals(
                    "a link leads to \"two\", which is nowhere",
                    refusal(() -> report(Paragraph.of(Text.link("there", "two")))));
        }

        @Test
        void linkInATableLeadsToAnExcerpt() {
            report(
                    Table.of(
                            "T",
                            List.of(Column.text("C", 1)),
                            List.of(Row.of(Mark.NONE, Text.link("bytes", "b")))),
                    HexExcerpt.of("B", 0, HexExcerpt.Side.of("side", new byte[1])).anchored("b"));
        }

        @Test
        void placesWithTheSameAnchorAreRefused() {
            assertEquals(
                    "two places have the anchor \"one\"",
                    refusal(
                            () ->
                                    report(
                                            Table.of("T", List.of(Column.text("C", 1)), List.of())
                                                    .anchored("one"))));
        }

        @Test
        void anchorThatIsNoNameIsRefused() {
            assertEquals(
                    "not an anchor: \"a\"><script\"",
                    refusal(
                            () ->
                                    report(
                                            Table.of("T", List.of(Column.text("C", 1)), List.of())
                                                    .anchored("a\"><script"))));
        }
    }

    @Nested
    class Tables {

        @Test
        void rowHasACellForEachColumn() {
            assertEquals(
                    "a row of 1 cells under 2 columns",
                    refusal(
                            () ->
                                    Table.of(
                                            "T",
                                            List.of(Column.text("A", 1), Column.number("B")),
                                            List.of(Row.of("only one")))));
        }

        @Test
        void nodeIsAtMostOneDeeperThanTheOneBefore() {
            var columns = List.of(Column.text("A", 1));
            var nodes = List.of(new Tree.Node(0, Row.of("a")), new Tree.Node(2, Row.of("b")));
            assertEquals(
                    "a node at depth 2 where at most 1 is possible",
                    refusal(() -> Tree.of("T", columns, nodes)));
        }
    }

    @Nested
    class Excerpts {

        @Test
        void everyByteThatDiffersOnBothSidesIsChanged() {
            var excerpt =
                    HexExcerpt.compare(
                            "B",
                            0x1000,
                            HexExcerpt.Side.of("before", new byte[] {1, 2, 3, 4, 5}),
                            HexExcerpt.Side.of("after", new byte[] {1, 9, 9, 4, 9}));
            assertEquals(List.of(new ByteRange(1, 3), new ByteRange(4, 5)), excerpt.changed());
        }

        @Test
        void byteThatOneSideLacksIsNotChanged() {
            var excerpt =
                    HexExcerpt.compare(
                            "B",
                            0x1000,
                            HexExcerpt.Side.absent("before", 2, "not mapped"),
                            HexExcerpt.Side.of("after", new byte[2]));
            assertEquals(List.of(), excerpt.changed());
        }

        @Test
        void sidesAreEquallyLong() {
            assertEquals(
                    "sides of 1 and 2 bytes",
                    refusal(
                            () ->
                                    HexExcerpt.compare(
                                            "B",
                                            0,
                                            HexExcerpt.Side.of("before", new byte[1]),
                                            HexExcerpt.Side.of("after", new byte[2]))));
        }
    }
}
