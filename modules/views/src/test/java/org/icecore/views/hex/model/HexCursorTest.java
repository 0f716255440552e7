package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.icecore.views.hex.model.HexCursor.Motion;
import org.junit.jupiter.api.Test;

class HexCursorTest {

    private static final RowTable ROWS =
            HexLayout.standard()
                    .rows(
                            new SparseContent()
                                    .region(0x1000, 0x4000, "rw-p")
                                    .bytes(AddressSpan.until(0x1000, 0x1030), "", 0, _ -> 1)
                                    .zeros(0x1030, 0x3000)
                                    .bytes(AddressSpan.until(0x3000, 0x4000), "", 0, _ -> 2)
                                    .region(-32, -8, "top")
                                    .bytes(AddressSpan.until(-32, -8), "", 0, _ -> 3));

    private static long after(long from, Motion... motions) {
        var cursor = HexCursor.at(ROWS, from);
        for (var motion : motions) {
            cursor = cursor.move(ROWS, motion, 10, false);
        }
        return cursor.caret();
    }

    @Test
    void goesThroughFoldsAndOverGapsAndTitles() {
        assertEquals(0x1030, after(0x102f, Motion.RIGHT));
        assertEquals(0x3000, after(0x102f, Motion.RIGHT, Motion.RIGHT));
        assertEquals(0x102f, after(0x3000, Motion.LEFT, Motion.LEFT));
        assertEquals(-32, after(0x3fff, Motion.RIGHT));
        assertEquals(0x3fff, after(-32, Motion.LEFT));
    }

    @Test
    void keepsItsColumnAcrossShorterRows() {
        assertEquals(-9, after(-19, Motion.DOWN));
        assertEquals(0x3fed, after(-19, Motion.DOWN, Motion.UP, Motion.UP, Motion.UP));
        assertEquals(0x3005, after(0x1025, Motion.DOWN, Motion.DOWN));
    }

    @Test
    void staysAtTheEnds() {
        assertEquals(0x1000, after(0x1000, Motion.LEFT));
        assertEquals(0x1005, after(0x1005, Motion.UP));
        assertEquals(-9, after(-9, Motion.RIGHT));
        assertEquals(-10, after(-10, Motion.DOWN));
    }

    @Test
    void goesToTheEndsOfRowsAndOfTheSpace() {
        assertEquals(0x1010, after(0x1018, Motion.ROW_START));
        assertEquals(0x101f, after(0x1018, Motion.ROW_END));
        assertEquals(0x1000, after(0x3018, Motion.START));
        assertEquals(-9, after(0x3018, Motion.END));
        assertEquals(0x30a4, after(0x3004, Motion.PAGE_DOWN));
    }

    @Test
    void selectsFoldsWhole() {
        var cursor = HexCursor.at(ROWS, 0x102f).move(ROWS, Motion.RIGHT, 10, true);
        assertEquals(Optional.of(AddressSpan.until(0x102f, 0x3000)), cursor.selection(ROWS));
        cursor = cursor.move(ROWS, Motion.LEFT, 10, true);
        assertEquals(Optional.of(AddressSpan.at(0x102f)), cursor.selection(ROWS));
        assertEquals(Optional.empty(), cursor.move(ROWS, Motion.LEFT, 10, false).selection(ROWS));
    }

    @Test
    void selectsBackwards() {
        var cursor =
                HexCursor.at(ROWS, 0x1004)
                        .move(ROWS, Motion.LEFT, 10, true)
                        .move(ROWS, Motion.LEFT, 10, true);
        assertEquals(Optional.of(AddressSpan.of(0x1002, 3)), cursor.selection(ROWS));
    }
}
