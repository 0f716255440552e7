package org.icecore.views.hex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.icecore.views.desk.Screen;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.ByteState;
import org.icecore.views.hex.model.DiffSide;
import org.icecore.views.hex.model.HexBytes;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.hex.model.HexRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HexDiffViewTest {

    private final HexDiffView view = Screen.call(() -> new HexDiffView(Runnable::run));
    private final Stand stand = Stand.show(() -> view, 990, 500);

    @BeforeEach
    void compare() {
        Screen.run(
                () -> view.model().compare(Samples.before(), Samples.after(), Samples.changes()));
        stand.settle();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private long caret() {
        return Screen.call(() -> view.navigation().cursor().caret());
    }

    @Test
    void f8StepsToTheNextChangeAndShiftF8Back() {
        stand.press(KeyCode.F8);
        assertEquals(0x5614c8204024L, caret());
        assertEquals("change 1 of 4", view.noticeProperty().get());
        stand.press(KeyCode.F8).press(KeyCode.F8);
        assertEquals(0x7f2f36000000L, caret());
        assertEquals(DiffSide.BEFORE, view.model().sideProperty().get());
        stand.press(KeyCode.SHIFT, KeyCode.F8);
        assertEquals(0x5614c8205230L, caret());
        assertEquals("change 2 of 4", view.noticeProperty().get());
        stand.press(KeyCode.F8).press(KeyCode.F8).press(KeyCode.F8);
        assertEquals("No change after this one.", view.noticeProperty().get());
        assertEquals(Samples.BASE, caret());
    }

    @Test
    void copiesFromEitherSide() {
        stand.press(KeyCode.F8);
        Screen.run(() -> view.navigation().select(AddressSpan.of(0x5614c8204024L, 5)));
        assertEquals(
                "42 42 42 42 42",
                Screen.call(() -> view.copy(DiffSide.AFTER, HexCopy.Format.HEX)).text());
        assertEquals(
                "60 9f 23 e1 b1",
                Screen.call(() -> view.copy(DiffSide.BEFORE, HexCopy.Format.HEX)).text());
    }

    @Test
    void aClickChoosesTheSide() {
        double middle = Screen.call(() -> view.geometry().paneWidth());
        double y = view.metrics().rowHeight() * 3.5;
        double x = view.metrics().x(view.metrics().hexColumn(2) + 0.5);
        stand.click(x, y);
        assertEquals(DiffSide.BEFORE, view.model().sideProperty().get());
        assertEquals(0x5614c820400aL, caret());
        stand.click(middle + x, y);
        assertEquals(DiffSide.AFTER, view.model().sideProperty().get());
    }

    @Test
    void tabGoesThroughTheColumnsOfBothSides() {
        stand.press(KeyCode.TAB);
        assertTrue(view.inTextProperty().get());
        stand.press(KeyCode.TAB);
        assertEquals(DiffSide.BEFORE, view.model().sideProperty().get());
        assertTrue(!view.inTextProperty().get());
        stand.press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(DiffSide.AFTER, view.model().sideProperty().get());
        assertTrue(view.inTextProperty().get());
    }

    @Test
    void onlyChangesAndTheirContextAreShownOnDemand() {
        Screen.run(
                () ->
                        view.model()
                                .layoutProperty()
                                .set(
                                        view.model()
                                                .layoutProperty()
                                                .get()
                                                .withContext(Optional.of(1))));
        stand.settle();
        assertTrue(view.navigation().rows().rowCount() < 60);
        stand.press(KeyCode.CONTROL, KeyCode.HOME);
        assertEquals(0x5614c8204000L, caret());
        stand.press(KeyCode.ENTER);
        assertEquals(
                HexRow.Kind.BYTES,
                Screen.call(
                                () ->
                                        view.navigation()
                                                .rows()
                                                .row(
                                                        view.navigation()
                                                                .rows()
                                                                .rowOf(0x5614c8204000L)))
                        .kind());
    }

    @Nested
    class Looks {

        private final RowLook look = new RowLook();
        private final HexRow row =
                new HexRow(0, HexRow.Kind.BYTES, AddressSpan.of(0x1000, 4), 0x1000, "");
        private final HexBytes mine = HexBytes.captured(0x1000, new byte[] {1, 2, 3, 4});

        private void beside(HexBytes other) {
            DiffLook.apply(
                    look.begin(row, mine),
                    DiffSide.AFTER,
                    row,
                    mine,
                    other,
                    Optional.empty(),
                    HexPalette.light());
        }

        @Test
        void changedBytesAreUnderlinedAndTheirRowMarked() {
            beside(HexBytes.captured(0x1000, new byte[] {1, 9, 3, 4}));
            assertEquals('~', look.marker());
            assertEquals(Ink.CHANGED, look.ink(1));
            assertTrue(look.underlined(1));
            assertEquals(Ink.PLAIN, look.ink(0));
        }

        @Test
        void bytesOfOneSideOnlyAreAdded() {
            beside(HexBytes.unmapped(0x1000, 4));
            assertEquals('+', look.marker());
            assertEquals(Ink.ADDED, look.ink(0));
        }

        @Test
        void bytesNotCapturedOnTheOtherSideAreNeitherEqualNorChanged() {
            beside(
                    HexBytes.captured(0x1000, new byte[] {1, 2, 3, 4})
                            .mark(2, 2, ByteState.NOT_CAPTURED));
            assertEquals('?', look.marker());
            assertEquals(Ink.PLAIN, look.ink(2));
        }
    }
}
