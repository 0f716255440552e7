package org.icecore.views.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldOutlineTest {
    private final FieldOutline outline = new FieldOutline(4);

    private List<List<Integer>> shown() {
        return IntStream.range(0, outline.size())
                .mapToObj(row -> outline.path(row).steps())
                .toList();
    }

    @Test
    void showsThePartsOfWhatIsOpenBelowIt() {
        outline.open(FieldPath.of(1), 2);
        outline.open(new FieldPath(List.of(1, 0)), 3);
        outline.open(FieldPath.of(3), 1);
        assertEquals(
                List.of(
                        List.of(0),
                        List.of(1),
                        List.of(1, 0),
                        List.of(1, 0, 0),
                        List.of(1, 0, 1),
                        List.of(1, 0, 2),
                        List.of(1, 1),
                        List.of(2),
                        List.of(3),
                        List.of(3, 0)),
                shown());
    }

    @Test
    void findsTheRowOfEachPathItShows() {
        outline.open(FieldPath.of(1), 2);
        outline.open(new FieldPath(List.of(1, 1)), 3);
        outline.open(FieldPath.of(3), 1);
        assertEquals(
                IntStream.range(0, outline.size()).boxed().toList(),
                IntStream.range(0, outline.size())
                        .mapToObj(row -> outline.row(outline.path(row)))
                        .toList());
    }

    @Test
    void hidesAllBelowWhatIsClosed() {
        outline.open(FieldPath.of(1), 2);
        outline.open(new FieldPath(List.of(1, 1)), 3);
        assertEquals(5, outline.close(FieldPath.of(1)));
        assertEquals(List.of(List.of(0), List.of(1), List.of(2), List.of(3)), shown());
        assertEquals(-1, outline.row(new FieldPath(List.of(1, 1, 2))));
    }

    @Test
    void openingTwiceChangesNothing() {
        outline.open(FieldPath.of(2), 2);
        outline.open(FieldPath.of(2), 2);
        assertEquals(6, outline.size());
    }
}
