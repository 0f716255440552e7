package org.icecore.views.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GridColumnsTest {
    @Nested
    class ACell {
        @Test
        void showsASizeInItsUnitAndTheExactBytesOnDemand() {
            assertEquals("10.2 MiB", GridColumns.text(new Cell.Bytes(10_695_475)));
            assertEquals("10,695,475 bytes", GridColumns.tooltip(new Cell.Bytes(10_695_475)));
        }

        @Test
        void showsADashForWhatCannotBeThereAndWhyOnDemand() {
            assertEquals("-", GridColumns.text(Cell.notApplicable("not connected")));
            assertEquals(
                    "Not applicable: not connected",
                    GridColumns.tooltip(Cell.notApplicable("not connected")));
        }

        @Test
        void saysInWordsWhatWasNotCaptured() {
            assertEquals(
                    "not captured",
                    GridColumns.text(Cell.notCaptured("core-7.img is not in the checkpoint")));
            assertEquals(
                    "Not captured: core-7.img is not in the checkpoint",
                    GridColumns.tooltip(Cell.notCaptured("core-7.img is not in the checkpoint")));
        }

        @Test
        void takesNoMoreRoomThanANumberForOneThatWasNotCaptured() {
            var absent = Cell.notCaptured("core-7.img is not in the checkpoint");
            assertEquals("??", GridColumns.number(absent));
            assertEquals("7", GridColumns.number(new Cell.Number(7)));
            assertEquals("-", GridColumns.number(Cell.notApplicable("not connected")));
        }

        @Test
        void saysNoSoThatNoBlankHasToBeRead() {
            assertEquals("yes", GridColumns.text(new Cell.Flag(true)));
            assertEquals("no", GridColumns.text(new Cell.Flag(false)));
        }

        @Test
        void mutesANoBesideAYes() {
            var column =
                    GridColumns.of(
                            Column.<Boolean>of(
                                    "stale", "Stale", ColumnKind.FLAG, "", Cell.Flag::new),
                            GridLook.<Boolean>of("images", "Images", List.of("stale")));
            assertEquals(Optional.of("ink-muted"), column.ink().apply(false));
            assertEquals(Optional.empty(), column.ink().apply(true));
        }

        @Test
        void showsNamesInALineAndOneBelowTheOtherOnDemand() {
            assertEquals(
                    "O_RDWR, O_CLOEXEC",
                    GridColumns.text(new Cell.Names(List.of("O_RDWR", "O_CLOEXEC"))));
            assertEquals(
                    "O_RDWR\nO_CLOEXEC",
                    GridColumns.tooltip(new Cell.Names(List.of("O_RDWR", "O_CLOEXEC"))));
        }
    }
}
