package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HexCopyTest {

    private static final SparseContent CONTENT =
            new SparseContent()
                    .region(0x1000, 0x4000, "rw-p")
                    .bytes(0x1000, "fc 48 83 41 42")
                    .absent(0x1005, 0x1007, "lazy page")
                    .bytes(0x1007, "43 0a 7f 00 ff 01 02 03 04 05 06")
                    .absent(0x1012, 0x3010, "clean page of libc.so.6")
                    .bytes(0x3010, "44 45")
                    .region(0x10000, 0x10002, "rw-p")
                    .bytes(0x10000, "46 47");

    @Test
    void hexNeverInventsAByte() {
        var copy = HexCopy.of(CONTENT, AddressSpan.of(0x1000, 10), HexCopy.Format.HEX);
        assertEquals("fc 48 83 41 42 ?? ?? 43 0a 7f", copy.text());
        assertEquals(8, copy.bytes());
        assertEquals(List.of(), copy.leftOut());
    }

    @Test
    void longRunsWithoutBytesAreToldNotSpelt() {
        var copy = HexCopy.of(CONTENT, AddressSpan.until(0x1010, 0x10002), HexCopy.Format.HEX);
        assertTrue(copy.text().startsWith("05 06\n44 45 ?? ??"), copy.text().substring(0, 40));
        assertTrue(copy.text().endsWith("??\n46 47"));
        assertEquals(6, copy.bytes());
        assertEquals(
                List.of(
                        "8.0 KiB from 0x1012, not captured: clean page of libc.so.6",
                        "48.0 KiB from 0x4000, not mapped"),
                copy.leftOut());
    }

    @Test
    void aDumpHasAddressesBytesAndText() {
        assertEquals(
                """
                000000001000  fc 48 83 41 42 ?? ?? 43  0a 7f 00 ff 01 02 03 04  .H.AB??C........
                000000001010  05 06                                             ..
                # 8.0 KiB from 0x1012, not captured: clean page of libc.so.6
                000000003010  44 45                                             DE
                """,
                HexCopy.of(CONTENT, AddressSpan.until(0x1000, 0x3012), HexCopy.Format.DUMP).text());
    }

    @Test
    void textKeepsLineEndsAndMarksWhatIsAbsent() {
        assertEquals(
                ".H.AB\ufffd\ufffdC\n..",
                HexCopy.of(CONTENT, AddressSpan.of(0x1000, 11), HexCopy.Format.TEXT).text());
    }

    @Test
    void anArrayEndsWhereBytesAreAbsent() {
        assertEquals(
                """
                const uint8_t at_1003[] = {
                    0x41, 0x42
                };
                /* 2 bytes from 0x1005, not captured */
                const uint8_t at_1007[] = {
                    0x43, 0x0a
                };
                """,
                HexCopy.of(CONTENT, AddressSpan.until(0x1003, 0x1009), HexCopy.Format.C_ARRAY)
                        .text());
    }

    @Test
    void anArrayOfJavaCastsWhatIsAboveTheSign() {
        var content = new SparseContent().region(0x100e, 0x1012, "a").bytes(0x100e, "7f 80 ff 00");
        assertEquals(
                """
                byte[] at_100e = {
                    0x7f, (byte) 0x80,
                    (byte) 0xff, 0x00
                };
                """,
                HexCopy.of(content, AddressSpan.of(0x100e, 4), HexCopy.Format.JAVA_ARRAY).text());
    }

    @Test
    void bytesOfPythonAreReadFromHexAndInterruptedByWhatIsNotCaptured() {
        var content =
                new SparseContent()
                        .region(0x1000, 0x1005, "a")
                        .bytes(0x1000, "41 42")
                        .absent(0x1002, 0x1003, "lazy")
                        .bytes(0x1003, "43 ff");
        assertEquals(
                """
                at_1000 = bytes.fromhex(
                    "41 42"
                )
                # 1 byte from 0x1002, not captured
                at_1003 = bytes.fromhex(
                    "43 ff"
                )
                """,
                HexCopy.of(content, AddressSpan.of(0x1000, 5), HexCopy.Format.PYTHON).text());
    }

    @Test
    void theAddressIsThatOfTheFirstByte() {
        assertEquals(
                "0x1003",
                HexCopy.of(CONTENT, AddressSpan.of(0x1003, 4), HexCopy.Format.ADDRESS).text());
    }

    @Test
    void aCopyOfTebibytesEndsAtTheLimitAndSaysSo() {
        var content =
                new SparseContent()
                        .region(0, 0x8000_0000_0000L, "all")
                        .bytes(AddressSpan.until(0, 0x8000_0000_0000L), "", 0, _ -> 0x41);
        var copy =
                HexCopy.of(content, AddressSpan.until(0, 0x8000_0000_0000L), HexCopy.Format.TEXT);
        assertEquals(4 << 20, copy.text().length());
        assertEquals(
                List.of("128.0 TiB from 0x400000, beyond the limit of 4.0 MiB"), copy.leftOut());
    }

    @Test
    void aSelectionUpToTheTopOfTheSpaceIsCopied() {
        var content = new SparseContent().region(-8, 0, "top").bytes(-8, "01 02 03 04 05 06 07 08");
        assertEquals(
                "07 08", HexCopy.of(content, new AddressSpan(-2, -1), HexCopy.Format.HEX).text());
    }
}
