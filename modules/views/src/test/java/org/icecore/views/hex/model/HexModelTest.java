package org.icecore.views.hex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HexModelTest {

    private final HexModel model = new HexModel();

    @BeforeEach
    void show() {
        model.contentProperty()
                .set(
                        new SparseContent()
                                .region(0x1000, 0x4000, "rw-p [heap]")
                                .bytes(
                                        AddressSpan.until(0x1000, 0x1030),
                                        "this checkpoint",
                                        1,
                                        _ -> 1)
                                .absent(0x1030, 0x3000, "lazy page")
                                .bytes(
                                        AddressSpan.until(0x3000, 0x4000),
                                        "this checkpoint",
                                        2,
                                        _ -> 2)
                                .region(0x9000, 0xa000, "r-xp")
                                .bytes(AddressSpan.until(0x9000, 0xa000), "parent", 0, _ -> 3));
        model.navigation().setVisibleRows(10);
    }

    @Test
    void tellsRegionAndOriginOfTheByteUnderTheCaret() {
        model.goTo(0x3004);
        assertEquals("rw-p [heap]", model.regionProperty().get().orElseThrow().label());
        assertEquals("this checkpoint, +0x4", model.originProperty().get());
        model.goTo(0x9000);
        assertEquals("parent, +0x0", model.originProperty().get());
    }

    @Test
    void goingToAnAddressOpensTheFoldItLiesIn() {
        assertEquals(new HexLanding(0x2008, true), model.goTo(0x2008));
        var navigation = model.navigation();
        var row = navigation.rows().row(navigation.rows().rowOf(0x2008));
        assertEquals(HexRow.Kind.BYTES, row.kind());
        assertEquals(0x2008, navigation.cursor().caret());
        assertTrue(row.number() >= navigation.topRow() && row.number() < navigation.topRow() + 10);
        assertEquals("lazy page", model.originProperty().get());
    }

    @Test
    void goingToAnAddressThatIsNotMappedGoesToTheNearest() {
        assertEquals(new HexLanding(0x3fff, false), model.goTo(0x4100));
        assertEquals(new HexLanding(0x9000, false), model.goTo(0x8f00));
        assertEquals(new HexLanding(0x9fff, false), model.goTo(-1));
        assertEquals(new HexLanding(0x1000, false), model.goTo(0));
    }

    @Test
    void aFoldOpensAndCloses() {
        long rows = model.navigation().rows().rowCount();
        assertTrue(model.toggleFold(0x1030));
        assertEquals(rows + (0x3000 - 0x1030) / 16, model.navigation().rows().rowCount());
        assertTrue(model.toggleFold(0x2345));
        assertEquals(rows, model.navigation().rows().rowCount());
        assertFalse(model.toggleFold(0x1000));
    }

    @Test
    void otherBytesPerRowKeepTheAddressAtTheTopAndTheCaret() {
        model.goTo(0x3333);
        model.navigation().scrollTo(model.navigation().rows().rowOf(0x3300));
        model.layoutProperty().set(HexLayout.standard().withBytesPerRow(8));
        var navigation = model.navigation();
        assertEquals(0x3300, navigation.rows().row(navigation.topRow()).base());
        assertEquals(0x3333, navigation.cursor().caret());
    }

    @Test
    void theTitleAtTheTopStaysAtTheTop() {
        assertEquals(0, model.navigation().topRow());
        model.layoutProperty().set(HexLayout.standard().withBytesPerRow(8));
        assertEquals(0, model.navigation().topRow());
    }

    @Test
    void anotherContentMovesTheCaretToWhatIsThere() {
        model.goTo(0x9100);
        model.contentProperty()
                .set(new SparseContent().region(0x1000, 0x1010, "a").bytes(0x1000, "01 02 03 04"));
        assertEquals(0x100f, model.navigation().cursor().caret());
        assertEquals("a", model.regionProperty().get().orElseThrow().label());
        model.contentProperty().set(HexContent.empty());
        assertEquals(Optional.empty(), model.regionProperty().get());
        assertEquals(0, model.navigation().topRow());
    }

    @Test
    void overlappingHighlightsAreAllFound() {
        var wide =
                new HexHighlight(
                        AddressSpan.until(0x1000, 0x4000), HexHighlight.Kind.FINDING, "wide");
        var narrow = new HexHighlight(AddressSpan.of(0x3000, 4), HexHighlight.Kind.FIELD, "narrow");
        var index = HighlightIndex.of(List.of(narrow, wide));
        assertEquals(List.of(wide, narrow), index.in(AddressSpan.at(0x3001)));
        assertEquals(List.of(wide), index.in(AddressSpan.at(0x3004)));
        assertEquals(List.of(), index.in(AddressSpan.at(0x4000)));
    }

    @Nested
    class Comparison {

        private final HexDiffModel diff = new HexDiffModel();

        @BeforeEach
        void compare() {
            var before =
                    new SparseContent()
                            .region(0x1000, 0x2000, "rw-p")
                            .bytes(AddressSpan.until(0x1000, 0x2000), "before", 0, _ -> 1)
                            .region(0x8000, 0x8010, "gone")
                            .bytes(AddressSpan.of(0x8000, 16), "before", 0, _ -> 1);
            var after =
                    new SparseContent()
                            .region(0x1000, 0x2000, "rw-p")
                            .bytes(
                                    AddressSpan.until(0x1000, 0x2000),
                                    "after",
                                    0,
                                    i -> i == 0x800 ? 2 : 1);
            diff.navigation().setVisibleRows(10);
            diff.compare(
                    before,
                    after,
                    HexChanges.of(
                            List.of(
                                    new HexChange(
                                            AddressSpan.of(0x1800, 1), HexChange.Kind.CHANGED),
                                    new HexChange(
                                            AddressSpan.of(0x8000, 16), HexChange.Kind.REMOVED))));
        }

        @Test
        void stepsThroughChangesAndTellsItsPosition() {
            assertEquals("2 changes", diff.position());
            assertTrue(diff.nextChange());
            assertEquals("change 1 of 2", diff.position());
            assertEquals(0x1800, diff.navigation().cursor().caret());
            assertTrue(diff.nextChange());
            assertEquals("change 2 of 2", diff.position());
            assertEquals(DiffSide.BEFORE, diff.sideProperty().get());
            assertEquals("before, +0x0", diff.originProperty().get());
            assertFalse(diff.nextChange());
            assertTrue(diff.previousChange());
            assertEquals("change 1 of 2", diff.position());
            assertFalse(diff.previousChange());
        }

        @Test
        void contextFoldsWhatIsEqualAndGoingThereOpensIt() {
            diff.layoutProperty().set(DiffLayout.standard().withContext(Optional.of(1)));
            long rows = diff.navigation().rows().rowCount();
            assertEquals(1 + 1 + 3 + 1 + 1 + 1 + 1, rows);
            assertEquals(new HexLanding(0x1234, true), diff.goTo(0x1234));
            assertEquals(rows + 1 + 0x7ef / 16, diff.navigation().rows().rowCount());
        }

        @Test
        void changesMayArriveLater() {
            diff.layoutProperty().set(DiffLayout.standard().withContext(Optional.of(1)));
            diff.changesProperty().set(HexChanges.none());
            assertEquals("no changes", diff.position());
            diff.changesProperty()
                    .set(
                            HexChanges.of(
                                    List.of(
                                            new HexChange(
                                                    AddressSpan.of(0x1800, 1),
                                                    HexChange.Kind.CHANGED))));
            assertEquals("1 change", diff.position());
            assertTrue(diff.nextChange());
        }
    }

    @Test
    void aPlaceThatWasGoneToBeforeTheViewWasLaidOutHasRowsAboveIt() {
        var fresh = new HexModel();
        fresh.contentProperty()
                .set(
                        new SparseContent()
                                .region(0x1000, 0x3000, "a")
                                .bytes(AddressSpan.until(0x1000, 0x3000), "", 0, _ -> 1));
        fresh.goTo(0x2000);
        fresh.navigation().setVisibleRows(12);
        assertEquals(fresh.navigation().rows().rowOf(0x2000) - 4, fresh.navigation().topRow());
    }
}
