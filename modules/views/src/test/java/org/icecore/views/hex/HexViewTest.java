package org.icecore.views.hex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.icecore.analysis.search.BytePattern;
import org.icecore.views.desk.Screen;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.BytesPerRow;
import org.icecore.views.hex.model.Density;
import org.icecore.views.hex.model.FindOutcome;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.hex.model.HexHighlight;
import org.icecore.views.hex.model.HighlightIndex;
import org.icecore.views.hex.model.SparseContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HexViewTest {

    private HexView view = Screen.call(() -> new HexView(Runnable::run));
    private Stand stand = Stand.show(() -> view, 860, 500);

    @BeforeEach
    void showSpace() {
        Screen.run(
                () ->
                        view.model()
                                .contentProperty()
                                .set(
                                        new SparseContent()
                                                .region(0x1000, 0x4000, "rw-p [heap]")
                                                .bytes(
                                                        0x1000,
                                                        "fc 48 83 e4 f0 41 42 43 00 01 02 03 04 05 06 07")
                                                .bytes(
                                                        AddressSpan.until(0x1010, 0x1040),
                                                        "this checkpoint",
                                                        0,
                                                        i -> 0x61 + i % 26)
                                                .zeros(0x1040, 0x3040)
                                                .absent(0x3040, 0x3048, "lazy page")
                                                .bytes(
                                                        AddressSpan.until(0x3048, 0x4000),
                                                        "this checkpoint",
                                                        0,
                                                        _ -> 0x90)
                                                .region(0x9000, 0xa000, "r-xp code")
                                                .bytes(
                                                        AddressSpan.until(0x9000, 0xa000),
                                                        "file",
                                                        2,
                                                        _ -> 0xcc)));
        stand.settle();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private long caret() {
        return Screen.call(() -> view.navigation().cursor().caret());
    }

    private Optional<AddressSpan> selection() {
        return Screen.call(() -> view.navigation().selection());
    }

    private static String clipboard() {
        return Screen.call(() -> Clipboard.getSystemClipboard().getString());
    }

    private double y(long row) {
        return Screen.call(
                () -> (row - view.navigation().topRow() + 1.5) * view.metrics().rowHeight());
    }

    private double hex(int index) {
        return view.geometry().left(0) + view.metrics().x(view.metrics().hexColumn(index) + 0.5);
    }

    private double text(int index) {
        return view.geometry().left(0) + view.metrics().x(view.metrics().textColumn(index) + 0.5);
    }

    @Nested
    class Keys {

        @Test
        void arrowsMoveTheCaretAndShiftSelects() {
            stand.press(KeyCode.RIGHT).press(KeyCode.RIGHT).press(KeyCode.DOWN);
            assertEquals(0x1012, caret());
            assertEquals(Optional.empty(), selection());
            stand.press(KeyCode.SHIFT, KeyCode.LEFT).press(KeyCode.SHIFT, KeyCode.UP);
            assertEquals(Optional.of(AddressSpan.between(0x1001, 0x1012)), selection());
            stand.press(KeyCode.ESCAPE);
            assertEquals(Optional.empty(), selection());
        }

        @Test
        void homeAndEndStayInTheRowAndWithControlGoToTheEndsOfTheSpace() {
            stand.press(KeyCode.END);
            assertEquals(0x100f, caret());
            stand.press(KeyCode.HOME);
            assertEquals(0x1000, caret());
            stand.press(KeyCode.CONTROL, KeyCode.END);
            assertEquals(0x9fff, caret());
            assertEquals(
                    Screen.call(() -> view.navigation().lastTopRow()),
                    Screen.call(() -> view.navigation().topRow()));
            stand.press(KeyCode.CONTROL, KeyCode.HOME);
            assertEquals(0x1000, caret());
        }

        @Test
        void pageDownAndUpComeBackToWhereTheyBegan() {
            Screen.run(() -> view.model().goTo(0x9100));
            long top = Screen.call(() -> view.navigation().topRow());
            stand.press(KeyCode.PAGE_DOWN);
            assertEquals(0x9100 + 16L * view.navigation().visibleRows(), caret());
            stand.press(KeyCode.PAGE_UP);
            assertEquals(0x9100, caret());
            assertEquals(top, Screen.call(() -> view.navigation().topRow()));
        }

        @Test
        void enterOpensTheFoldUnderTheCaretAndClosesItAgain() {
            for (int i = 0; i < 4; i++) {
                stand.press(KeyCode.DOWN);
            }
            assertEquals(0x1040, caret());
            long rows = Screen.call(() -> view.navigation().rows().rowCount());
            stand.press(KeyCode.ENTER);
            assertEquals(rows + 512, Screen.call(() -> view.navigation().rows().rowCount()));
            stand.press(KeyCode.ENTER);
            assertEquals(rows, Screen.call(() -> view.navigation().rows().rowCount()));
        }

        @Test
        void tabChangesTheColumnThatIsCopiedFrom() {
            stand.press(KeyCode.SHIFT, KeyCode.RIGHT).press(KeyCode.SHIFT, KeyCode.RIGHT);
            stand.press(KeyCode.CONTROL, KeyCode.C);
            assertEquals("fc 48 83", clipboard());
            stand.press(KeyCode.TAB).press(KeyCode.CONTROL, KeyCode.C);
            assertEquals(".H.", clipboard());
            assertTrue(view.inTextProperty().get());
        }

        @Test
        void controlPlusAndMinusSizeTheFont() {
            stand.press(KeyCode.CONTROL, KeyCode.PLUS);
            assertEquals(14, view.fontSizeProperty().get());
            stand.press(KeyCode.CONTROL, KeyCode.MINUS).press(KeyCode.CONTROL, KeyCode.MINUS);
            assertEquals(12, view.fontSizeProperty().get());
            stand.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertEquals(13, view.fontSizeProperty().get());
        }

        @Test
        void controlASelectsTheRegion() {
            stand.press(KeyCode.CONTROL, KeyCode.A);
            assertEquals(Optional.of(AddressSpan.until(0x1000, 0x4000)), selection());
        }
    }

    @Nested
    class Mouse {

        @Test
        void aClickPutsTheCaretOnTheByteUnderIt() {
            stand.click(hex(9), y(2));
            assertEquals(0x1019, caret());
            assertFalse(view.inTextProperty().get());
            stand.click(text(3), y(1));
            assertEquals(0x1003, caret());
            assertTrue(view.inTextProperty().get());
        }

        @Test
        void aDragSelects() {
            stand.drag(hex(2), y(1), hex(5), y(2));
            assertEquals(Optional.of(AddressSpan.between(0x1002, 0x1015)), selection());
            stand.drag(text(5), y(2), text(2), y(1));
            assertEquals(Optional.of(AddressSpan.between(0x1002, 0x1015)), selection());
        }

        @Test
        void aClickOnAFoldOpensItAndAClickOnItsHeadClosesIt() {
            long rows = Screen.call(() -> view.navigation().rows().rowCount());
            stand.click(hex(3), y(5));
            assertEquals(rows + 512, Screen.call(() -> view.navigation().rows().rowCount()));
            stand.click(hex(3), y(5));
            assertEquals(rows, Screen.call(() -> view.navigation().rows().rowCount()));
        }

        @Test
        void aClickOnTheHeaderDoesNotOpenTheFoldScrolledBeneathIt() {
            Screen.run(() -> view.navigation().scrollTo(6));
            stand.settle();
            long rows = Screen.call(() -> view.navigation().rows().rowCount());
            stand.click(hex(3), 8);
            assertEquals(rows, Screen.call(() -> view.navigation().rows().rowCount()));
        }

        @Test
        void aHighlightTellsWhatItIs() {
            Screen.run(
                    () ->
                            view.model()
                                    .highlightsProperty()
                                    .set(
                                            HighlightIndex.of(
                                                    List.of(
                                                            new HexHighlight(
                                                                    AddressSpan.of(0x1000, 5),
                                                                    HexHighlight.Kind.FINDING,
                                                                    "Metasploit stager prologue")))));
            assertEquals("Metasploit stager prologue", view.tooltip(0, 0x1004));
            assertEquals("", view.tooltip(0, 0x1005));
        }
    }

    @Nested
    class Copies {

        @Test
        void aSelectionAcrossAGapCopiesWhatThereIsAndTellsWhatWasLeftOut() {
            Screen.run(() -> view.model().select(AddressSpan.until(0x3ffe, 0x9002)));
            var copy = Screen.call(() -> view.copy(HexCopy.Format.HEX));
            assertEquals("90 90\ncc cc", copy.text());
            assertEquals("90 90\ncc cc", clipboard());
            assertEquals(
                    "Copied 4 bytes. Left out: 20.0 KiB from 0x4000, not mapped.",
                    view.noticeProperty().get());
        }

        @Test
        void bytesNotCapturedAreQuestionMarks() {
            Screen.run(() -> view.model().select(AddressSpan.until(0x3046, 0x304a)));
            assertEquals("?? ?? 90 90", Screen.call(() -> view.copy(HexCopy.Format.HEX)).text());
        }
    }

    @Nested
    class Going {

        @Test
        void anExpressionLeadsThereOrTheNoticeSaysWhyNot() {
            assertTrue(Screen.call(() -> view.goTo("code+0x10")));
            assertEquals(0x9010, caret());
            assertTrue(Screen.call(() -> view.goTo("5000")));
            assertEquals(
                    "Nothing is mapped at 0x5000; 0x3fff is the nearest.",
                    view.noticeProperty().get());
            assertFalse(Screen.call(() -> view.goTo("libc")));
            assertEquals(
                    "No address, and no region with \"libc\" in its label.",
                    view.noticeProperty().get());
        }
    }

    @Nested
    class Search {

        @Test
        void selectsEachMatchAndTellsWhenItGoesOnFromTheStart() {
            find("\"cde\"", true);
            assertEquals(Optional.of(AddressSpan.of(0x1012, 3)), selection());
            find("\"cde\"", true);
            assertEquals(Optional.of(AddressSpan.of(0x102c, 3)), selection());
            assertEquals("", view.noticeProperty().get());
            find("\"cde\"", true);
            assertEquals(Optional.of(AddressSpan.of(0x1012, 3)), selection());
            assertEquals(
                    "Found after going on from the start of the space.",
                    view.noticeProperty().get());
            find("\"cde\"", false);
            assertEquals(Optional.of(AddressSpan.of(0x102c, 3)), selection());
        }

        @Test
        void whatIsNotFoundIsToldWithWhatCouldNotBeSearched() {
            find("\"nowhere\"", true);
            assertEquals(
                    "Not found in 16.0 KiB; 8 bytes are not captured and were not searched.",
                    view.noticeProperty().get());
        }

        @Test
        void aSearchRunsBesideTheWindowAndStopsWhenTold() {
            try (var background = Executors.newSingleThreadExecutor()) {
                replaceView(background);
                Screen.run(
                        () -> {
                            view.model()
                                    .contentProperty()
                                    .set(
                                            new SparseContent()
                                                    .region(0, 0x8000_0000_0000L, "all")
                                                    .bytes(
                                                            AddressSpan.until(0, 0x8000_0000_0000L),
                                                            "",
                                                            0,
                                                            _ -> 1));
                            view.search().forward(pattern("02"));
                        });
                assertTrue(view.search().runningProperty().get());
                stand.settle();
                Screen.run(view.search()::cancel);
                stand.until(() -> !view.search().runningProperty().get());
                assertInstanceOf(
                        FindOutcome.Cancelled.class,
                        view.search().outcomeProperty().get().orElseThrow());
            }
        }

        private void find(String query, boolean forward) {
            Screen.run(
                    () -> {
                        if (forward) {
                            view.search().forward(pattern(query));
                        } else {
                            view.search().backward(pattern(query));
                        }
                    });
            stand.until(() -> !view.search().runningProperty().get());
        }

        private static BytePattern pattern(String query) {
            return query.startsWith("\"")
                    ? BytePattern.text(
                            query.substring(1, query.length() - 1),
                            BytePattern.Encoding.UTF_8,
                            true)
                    : BytePattern.hex(query);
        }
    }

    private void replaceView(Executor background) {
        stand.close();
        view = Screen.call(() -> new HexView(background));
        stand = Stand.show(() -> view, 860, 500);
    }

    @Test
    void aScreenReaderHearsTheByteAndItsRow() {
        stand.press(KeyCode.RIGHT);
        assertEquals(
                "1001, 48 H, row fc 48 83 e4 f0 41 42 43 00 01 02 03 04 05 06 07, text H ABC",
                Screen.call(() -> view.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
        stand.press(KeyCode.CONTROL, KeyCode.END);
        Screen.run(() -> view.model().goTo(0x3040));
        assertTrue(
                Screen.call(() -> view.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .toString()
                        .startsWith("3040, not captured, row ?? ??"));
    }

    @Test
    void rowsShrinkToEightBytesWhereSixteenDoNotFit() {
        Screen.run(() -> view.getScene().getWindow().setWidth(470));
        stand.settle();
        assertEquals(8, view.navigation().rows().bytesPerRow());
        Screen.run(() -> view.bytesPerRowProperty().set(BytesPerRow.THIRTY_TWO));
        stand.settle();
        assertEquals(32, view.navigation().rows().bytesPerRow());
    }

    @Test
    void theMinimapTellsZerosFromTextFromTheRest() {
        stand.until(() -> !view.minimap().densities().isEmpty());
        var densities = Screen.call(() -> view.minimap().densities());
        assertTrue(densities.contains(Density.DENSE));
        assertTrue(densities.size() > 100, "cells: " + densities.size());
    }

    @Test
    void aSpaceOf128TebibytesScrollsToItsEnd() {
        Screen.run(
                () ->
                        view.model()
                                .contentProperty()
                                .set(
                                        new SparseContent()
                                                .region(0, 0x8000_0000_0000L, "all")
                                                .bytes(
                                                        AddressSpan.until(0, 0x8000_0000_0000L),
                                                        "",
                                                        0,
                                                        _ -> 1)));
        stand.settle();
        stand.press(KeyCode.CONTROL, KeyCode.END);
        assertEquals(0x7fff_ffff_ffffL, caret());
        stand.press(KeyCode.UP);
        assertEquals(0x7fff_ffff_ffefL, caret());
    }
}
