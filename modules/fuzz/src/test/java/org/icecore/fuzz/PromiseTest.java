package org.icecore.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A promise")
class PromiseTest {

    private static String broken(Runnable check) {
        return assertThrows(AssertionError.class, check::run).getMessage();
    }

    @Test
    @DisplayName("is broken by a range that reaches a byte beyond the end")
    void ranges() {
        Promise.within(new ByteRange(3, 10), 10, "entry");
        assertEquals(
                "entry at " + new ByteRange(3, 11) + ", of 10 bytes",
                broken(() -> Promise.within(new ByteRange(3, 11), 10, "entry")));
    }

    @Test
    @DisplayName("is broken by a defect that lies outside of the file, or says nothing")
    void defects() {
        Promise.located(List.of(new Defect(Location.of("a.img", 0, 4), "odd")), 4);
        broken(() -> Promise.located(List.of(new Defect(Location.of("a.img", 0, 5), "odd")), 4));
        broken(() -> Promise.located(List.of(new Defect(Location.of("a.img", 0, 4), " ")), 4));
    }

    @Test
    @DisplayName("is broken by a refusal without a word")
    void refusals() {
        Promise.located(new EvidenceException(Location.of("a.img", 0, 4), "ends too soon"));
        assertEquals(
                "no word on what is wrong at a.img+0x0..0x4",
                broken(
                        () ->
                                Promise.located(
                                        new EvidenceException(Location.of("a.img", 0, 4), ""))));
    }
}
