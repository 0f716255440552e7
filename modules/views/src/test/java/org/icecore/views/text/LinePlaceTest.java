package org.icecore.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinePlaceTest {
    @Test
    void countsLinesAndColumnsFromOneAsEditorsDo() {
        assertEquals(new LinePlace.At(119, 0), LinePlace.parse("120", 500));
        assertEquals(new LinePlace.At(119, 7), LinePlace.parse(" 120:8 ", 500));
        assertEquals(new LinePlace.At(1_199, 0), LinePlace.parse("1,200", 5_000));
    }

    @Test
    void takesALineBehindTheEndForTheLast() {
        assertEquals(new LinePlace.At(11, 0), LinePlace.parse("999999999", 12));
    }

    @Test
    void saysWhatToTypeInstead() {
        assertEquals(
                new LinePlace.Nowhere("Type the number of a line, 1 to 1,200."),
                LinePlace.parse("end", 1_200));
        assertEquals(
                new LinePlace.Nowhere("Type the number of a line, 1 to 12."),
                LinePlace.parse("99999999999", 12));
        assertEquals(new LinePlace.Nowhere("Lines are counted from 1."), LinePlace.parse("0", 12));
    }
}
