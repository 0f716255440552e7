package org.icecore.workbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnFitTest {
    private static final ColumnFit.Claim PID = ColumnFit.Claim.whole(40);
    private static final ColumnFit.Claim PATH = new ColumnFit.Claim(600, 52);
    private static final ColumnFit.Claim KIND = new ColumnFit.Claim(90, 52);

    @Test
    void eachColumnShowsAllItHoldsAndTheLongestHasAReserveWhereThereIsRoom() {
        assertEquals(List.of(40.0, 696.0, 90.0), ColumnFit.widths(List.of(PID, PATH, KIND), 1_000));
    }

    @Test
    void theWidestGivesWayFirst() {
        assertEquals(List.of(40.0, 170.0, 90.0), ColumnFit.widths(List.of(PID, PATH, KIND), 300));
    }

    @Test
    void aNumberIsNeverCut() {
        assertEquals(List.of(40.0, 56.0, 54.0), ColumnFit.widths(List.of(PID, PATH, KIND), 150));
    }

    @Test
    void noTextIsNarrowerThanItCanBeRead() {
        assertEquals(List.of(40.0, 52.0, 52.0), ColumnFit.widths(List.of(PID, PATH, KIND), 120));
    }

    @Test
    void whereTheReaderScrollsAnywayTextsAreNotCutToTheLeast() {
        var inode = ColumnFit.Claim.whole(400);
        assertEquals(List.of(400.0, 220.0, 90.0), ColumnFit.widths(List.of(inode, PATH, KIND), 90));
    }

    @Test
    void theNameOfARowGetsMoreThanTheRest() {
        var name = new ColumnFit.Claim(600, 600, 112, 2);
        assertEquals(List.of(201.0, 99.0), ColumnFit.widths(List.of(name, PATH), 300));
    }

    @Test
    void aTitleIsNotCutWhereThereIsRoom() {
        var count = new ColumnFit.Claim(70, 70, 64, 0.6);
        assertEquals(List.of(186.0, 70.0), ColumnFit.widths(List.of(KIND, count), 400));
    }

    @Test
    void oneLongTextAmongManyTakesNothingFromTheOthers() {
        var subject = new ColumnFit.Claim(600, 200, 112, 2);
        var note = new ColumnFit.Claim(250, 52);
        assertEquals(List.of(250.0, 250.0), ColumnFit.widths(List.of(subject, note), 500));
        assertEquals(List.of(167.0, 83.0), ColumnFit.widths(List.of(subject, note), 250));
    }
}
