package org.icecore.views.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.ImageTable;
import org.icecore.analysis.table.Cell;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Test;

class ImagesViewTest {
    @Test
    void ordersImagesOfOneKindByTheNumbersInTheirNames() {
        try (var incident = Incident.compared()) {
            assertEquals(
                    List.of("1", "6", "23", "35", "54", "56", "69", "72", "85", "99"),
                    ImageTable.of(incident.checkpoint("after"), Progress.unwatched())
                            .rows()
                            .stream()
                            .filter(row -> row.kind().equals("CORE"))
                            .map(row -> row.member().member().name().replaceAll("\\D", ""))
                            .toList());
        }
    }

    @Test
    void countsEntriesAndWhatNobodyKnowsInEachImage() {
        try (var incident = Incident.compared()) {
            var rows = ImageTable.of(incident.checkpoint("after"), Progress.unwatched()).rows();
            var pstree =
                    rows.stream()
                            .filter(row -> row.kind().equals("PSTREE"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(
                    Cell.number(incident.checkpoint("after").tasks().size()), pstree.entries());
            assertEquals(Cell.number(0), pstree.unknown());
            assertEquals(Cell.number(0), pstree.defects());
            assertEquals(
                    Optional.of(true),
                    rows.stream()
                            .filter(row -> row.kind().equals("PAGES"))
                            .findFirst()
                            .map(row -> row.entries() instanceof Cell.Absent));
        }
    }
}
