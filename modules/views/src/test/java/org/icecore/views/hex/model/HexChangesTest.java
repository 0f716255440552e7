package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HexChangesTest {

    private static final HexChanges CHANGES =
            HexChanges.of(
                    List.of(
                            new HexChange(AddressSpan.of(0x1000, 4), HexChange.Kind.CHANGED),
                            new HexChange(AddressSpan.of(0x2000, 0x1000), HexChange.Kind.REMOVED),
                            new HexChange(new AddressSpan(-16, -1), HexChange.Kind.ADDED)));

    @Test
    void knowsTheChangeAtAnAddress() {
        assertEquals(OptionalInt.of(0), CHANGES.at(0x1003));
        assertEquals(OptionalInt.empty(), CHANGES.at(0x1004));
        assertEquals(OptionalInt.of(2), CHANGES.at(-1));
    }

    @Test
    void stepsFromInsideAChangeToItsNeighbours() {
        assertEquals(OptionalInt.of(2), CHANGES.after(0x2000));
        assertEquals(OptionalInt.of(0), CHANGES.before(0x2fff));
        assertEquals(OptionalInt.of(1), CHANGES.before(0x3000));
        assertEquals(OptionalInt.empty(), CHANGES.before(0x1000));
        assertEquals(OptionalInt.empty(), CHANGES.after(-16));
    }

    @Test
    void tellsTheKindOfWhatASpanHas() {
        assertEquals(
                Optional.of(HexChange.Kind.CHANGED), CHANGES.kindIn(new AddressSpan(0, 0x1000)));
        assertEquals(
                Optional.of(HexChange.Kind.REMOVED), CHANGES.kindIn(new AddressSpan(0x1004, -1)));
        assertEquals(Optional.empty(), CHANGES.kindIn(new AddressSpan(0x3000, 0x4000)));
    }

    @Test
    void refusesChangesOutOfOrder() {
        var one = new HexChange(AddressSpan.of(0x1000, 4), HexChange.Kind.CHANGED);
        assertThrows(IllegalArgumentException.class, () -> HexChanges.of(List.of(one, one)));
    }
}
