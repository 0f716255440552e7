package org.icecore.views.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.icecore.views.guide.GuideText.Block;
import org.icecore.views.guide.GuideText.Piece;
import org.junit.jupiter.api.Test;

class GuideTextTest {
    @Test
    void readsHeadingsParagraphsAndLists() {
        var text =
                GuideText.parse(
                        """
                # Title
                First line
                second line

                ## Part
                - one
                  and more
                - two
                """);

        assertEquals(
                List.of(
                        new Block.Heading(1, "Title"),
                        new Block.Paragraph(List.of(new Piece.Plain("First line second line"))),
                        new Block.Heading(2, "Part"),
                        new Block.Item(List.of(new Piece.Plain("one and more"))),
                        new Block.Item(List.of(new Piece.Plain("two")))),
                text.blocks());
    }

    @Test
    void readsCodeStrongWordsAndLinksToCommands() {
        assertEquals(
                List.of(
                        new Piece.Plain("Press "),
                        new Piece.Code("Ctrl+O"),
                        new Piece.Plain(" or "),
                        new Piece.Link("open", "file.open"),
                        new Piece.Plain(" "),
                        new Piece.Strong("now")),
                GuideText.pieces("Press `Ctrl+O` or [open](command:file.open) **now**"));
    }

    @Test
    void readsTablesWithoutTheirRule() {
        var text =
                GuideText.parse(
                        """
                | Key | Does |
                | --- | --- |
                | `F1` | help |
                """);

        assertEquals(
                List.of(
                        new Block.Table(
                                List.of(
                                        List.of(
                                                List.of(new Piece.Plain("Key")),
                                                List.of(new Piece.Plain("Does"))),
                                        List.of(
                                                List.of(new Piece.Code("F1")),
                                                List.of(new Piece.Plain("help")))))),
                text.blocks());
    }
}
