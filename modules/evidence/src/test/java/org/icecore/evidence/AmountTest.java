package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A count in the sentence of a defect")
class AmountTest {

    @Test
    void isInTheSingularForOneAlone() {
        assertEquals("1 trailing byte", Amount.of(1, "trailing byte"));
        assertEquals("0 trailing bytes", Amount.of(0, "trailing byte"));
        assertEquals("1 is", Amount.are(1));
        assertEquals("0 are", Amount.are(0));
    }

    @Test
    void hasItsDigitsTogether() {
        assertEquals("16777216 bytes", Amount.of(16_777_216, "byte"));
    }
}
