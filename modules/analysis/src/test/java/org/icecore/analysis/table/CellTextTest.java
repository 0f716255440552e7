package org.icecore.analysis.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Pid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                0                    | 0 B
                1023                 | 1023 B
                1024                 | 1.0 KiB
                347053               | 338.9 KiB
                274432               | 268.0 KiB
                1048575              | 1.0 MiB
                10695475             | 10.2 MiB
                -1                   | 16.0 EiB
                """)
    void sizesAreWrittenInBinaryUnits(long bytes, String expected) {
        assertEquals(expected, CellText.text(new Cell.Bytes(bytes)));
    }

    @Test
    void theExactSizeIsInTheDetail() {
        assertEquals("10,695,475 bytes", CellText.detail(new Cell.Bytes(10_695_475)));
        assertEquals("18,446,744,073,709,551,615 bytes", CellText.exactBytes(-1));
        assertEquals("1 byte", CellText.exactBytes(1));
    }

    @Test
    void addressesAreUnsignedHexadecimal() {
        assertEquals("0xffffffffff600000", CellText.text(new Cell.Address(0xffff_ffff_ff60_0000L)));
        assertEquals(
                "0x1000-0x2000", CellText.text(new Cell.Range(AddressRange.of(0x1000, 0x1000))));
    }

    @Test
    void namedValuesAreWordsInTextAndKeysInJson() {
        var cell =
                new Cell.Named(
                        List.of(
                                new Cell.Named.Entry("TCP_NODELAY", new Cell.Flag(true)),
                                new Cell.Named.Entry("SO_MARK", Cell.number(7)),
                                new Cell.Named.Entry("GROUP", Cell.number(1)),
                                new Cell.Named.Entry("GROUP", Cell.number(3))));
        assertEquals("TCP_NODELAY, SO_MARK 7, GROUP 1, GROUP 3", CellText.text(cell));
        assertEquals(
                Map.of("TCP_NODELAY", true, "SO_MARK", 7L, "GROUP", List.of(1L, 3L)),
                CellText.raw(cell));
        assertEquals("none", CellText.text(new Cell.Named(List.of())));
    }

    @Test
    void wordsBeginWithALargeLetterAtTheHeadOfALine() {
        assertEquals("The same container", Capital.of("the same container"));
        assertEquals("SysV", Capital.of("SysV"));
        assertEquals("", Capital.of(""));
    }

    @Test
    void momentsAreUniversal() {
        var cell = new Cell.Timestamp(Instant.parse("2026-11-21T22:52:01.5Z"));
        assertEquals("2026-11-21 22:52:01 UTC", CellText.text(cell));
        assertEquals("2026-11-21T22:52:01.500Z", CellText.detail(cell));
    }

    @ParameterizedTest
    @CsvSource({"194, 194 µs", "105926, 105.93 ms", "1250000, 1.25 s"})
    void durationsHaveAReadableUnit(long micros, String expected) {
        assertEquals(expected, CellText.text(new Cell.Duration(micros)));
    }

    @Test
    void absencesAreSaidWithTheirReason() {
        var cell = Cell.notCaptured("core-7.img is not in the checkpoint");
        assertEquals("not captured: core-7.img is not in the checkpoint", CellText.text(cell));
        assertEquals("not captured", CellText.brief(cell));
        assertEquals(Map.of("absent", "core-7.img is not in the checkpoint"), CellText.raw(cell));
    }

    @Test
    void noNamesAreSaidToBeNone() {
        assertEquals("none", CellText.text(new Cell.Names(List.of())));
    }

    @Test
    void aSizeIsSaidInBytesAsWellWhereItIsRounded() {
        assertEquals("8 bytes", CellText.sizeAndBytes(8));
        assertEquals("1,023 bytes", CellText.sizeAndBytes(1023));
        assertEquals("1.0 KiB (1,024 bytes)", CellText.sizeAndBytes(1024));
    }

    @Test
    void pidsAreNumbersForPrograms() {
        var cell = Cell.pids(List.of(new Pid(1), new Pid(32)));
        assertEquals("1, 32", CellText.text(cell));
        assertEquals(List.of(1L, 32L), CellText.raw(cell));
        assertEquals("none", CellText.text(Cell.pids(List.of())));
    }

    @Test
    void numbersInNamesSortByValue() {
        var names =
                List.of("core-10.img", "core-2.img", "core-02.img", "core-2", "core.img", "", "7");
        assertEquals(
                List.of("", "7", "core-2", "core-02.img", "core-2.img", "core-10.img", "core.img"),
                names.stream().map(Cell::text).sorted(Cell.order()).map(CellText::text).toList());
    }

    @Test
    void absencesSortLast() {
        var cells = List.of(Cell.notCaptured("x"), Cell.number(10), Cell.number(9));
        assertEquals(
                List.of(Cell.number(9), Cell.number(10), Cell.notCaptured("x")),
                cells.stream().sorted(Cell.order()).toList());
    }
}
