package org.icecore.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The window is 1000 by 500: a stack of 200 at the left, the editors in the middle, a stack of 200 at the right.
class DropZonesTest {
    private static final Layout LAYOUT =
            Layout.leftRight(
                    0.2,
                    Layout.stack("a", "b"),
                    Layout.leftRight(0.75, Layout.editors(), Layout.stack("c", "d")));
    private static final List<DropZones.Area> AREAS =
            List.of(
                    new DropZones.Area(
                            Optional.of("a"), new BoundingBox(0, 0, 200, 500), List.of(30.0, 90.0)),
                    new DropZones.Area(
                            Optional.empty(), new BoundingBox(200, 0, 600, 500), List.of()),
                    new DropZones.Area(
                            Optional.of("c"),
                            new BoundingBox(800, 0, 200, 500),
                            List.of(830.0, 890.0)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            900, 250 | h(0.2000:[b*],0.6000:editors,0.2000:[c,d,a*])
            960, 250 | h(0.2000:[b*],0.6000:editors,0.1000:[c*,d],0.1000:[a*])
            900, 450 | h(0.2000:[b*],0.6000:editors,0.2000:v(0.5000:[c*,d],0.5000:[a*]))
            850, 20  | h(0.2000:[b*],0.6000:editors,0.2000:[c,a*,d])
            820, 20  | h(0.2000:[b*],0.6000:editors,0.2000:[a*,c,d])
            500, 60  | h(0.2000:[b*],0.6000:v(0.3000:[a*],0.7000:editors),0.2000:[c*,d])
            995, 250 | h(0.1560:[b*],0.4680:editors,0.1560:[c*,d],0.2200:[a*])
            500, 495 | v(0.7800:h(0.2000:[b*],0.6000:editors,0.2000:[c*,d]),0.2200:[a*])
            100, 20  | h(0.2000:[b,a*],0.6000:editors,0.2000:[c*,d])
            """)
    void aDropAtAPointMovesTheViewThere(String point, String layout) {
        var xy = point.split(", ");
        var drop =
                DropZones.at(
                                Double.parseDouble(xy[0]),
                                Double.parseDouble(xy[1]),
                                "a",
                                AREAS,
                                new BoundingBox(0, 0, 1000, 500))
                        .orElseThrow();
        assertEquals(layout, LayoutText.write(drop.change().apply(LAYOUT)));
    }
}
