package org.icecore.views.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icecore.views.hex.model.SparseContent;
import org.junit.jupiter.api.Test;

class PointerTest {
    private final SparseContent content =
            new SparseContent()
                    .region(0x1000, 0x2000, "rw-p [heap]")
                    .region(0x7f0000000000L, 0x7f0000001000L, "r-xp libc")
                    .region(-0x1000, 0, "r-xp [vsyscall]")
                    .bytes(0x1000, "10 00 00 00 00 7f 00 00  ff 0f 00 00 00 00 00 00")
                    .bytes(0x1010, "00 f0 ff ff ff ff ff ff  01 02 03 04")
                    .zeros(0x1100, 0x1200);

    @Test
    void readsEightBytesWithTheLowestFirst() {
        assertEquals(new Pointer.To(0x7f0000000010L), Pointer.at(content, 0x1000));
    }

    @Test
    void pointsIntoTheHalfThatNumbersCallNegative() {
        assertEquals(new Pointer.To(0xfffffffffffff000L), Pointer.at(content, 0x1010));
    }

    @Test
    void pointsNowhereJustBesideAMapping() {
        assertEquals(
                new Pointer.Nowhere("0xfff is not mapped: no pointer at 0x1008."),
                Pointer.at(content, 0x1008));
        assertEquals(
                new Pointer.Nowhere("0x0 is not mapped: no pointer at 0x1100."),
                Pointer.at(content, 0x1100));
    }

    @Test
    void isNotMadeUpFromBytesThatAreNotThere() {
        assertEquals(
                new Pointer.Nowhere(
                        "No pointer here: the 8 bytes from 0x1018 on are not all in the checkpoint."),
                Pointer.at(content, 0x1018));
    }

    @Test
    void doesNotReachBeyondTheEndOfTheSpace() {
        assertEquals(
                new Pointer.Nowhere("No pointer here: the address space ends within 8 bytes."),
                Pointer.at(content, -4));
    }
}
