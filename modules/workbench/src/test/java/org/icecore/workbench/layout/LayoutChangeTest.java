package org.icecore.workbench.layout;

import static org.icecore.workbench.layout.Layout.editors;
import static org.icecore.workbench.layout.Layout.leftRight;
import static org.icecore.workbench.layout.Layout.stack;
import static org.icecore.workbench.layout.Layout.topBottom;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LayoutChangeTest {
    private final Layout triage =
            leftRight(
                    0.2,
                    stack("evidence", "tasks"),
                    topBottom(0.7, editors(), stack("files", "sockets")));

    private static void assertLayout(String expected, Layout layout) {
        assertEquals(expected, LayoutText.write(layout));
    }

    @Nested
    class Removing {
        @Test
        void bringsTheNextTabToTheFront() {
            assertLayout(
                    "h(0.2000:[tasks*],0.8000:v(0.7000:editors,0.3000:[files*,sockets]))",
                    LayoutChange.remove(triage, "evidence"));
        }

        @Test
        void ofTheLastViewOfAStackGivesItsRoomToTheNeighbours() {
            var rest = LayoutChange.remove(LayoutChange.remove(triage, "files"), "sockets");
            assertLayout("h(0.2000:[evidence*,tasks],0.8000:editors)", rest);
        }

        @Test
        void ofAllViewsLeavesTheEditors() {
            assertLayout("editors", LayoutChange.retain(triage, Set.of()));
        }

        @Test
        void ofAViewThatIsNotThereChangesNothing() {
            assertEquals(triage, LayoutChange.remove(triage, "gone"));
        }
    }

    @Nested
    class Moving {
        @Test
        void intoAnotherStackAddsATabInFront() {
            assertLayout(
                    "h(0.2000:[evidence*],0.8000:v(0.7000:editors,0.3000:[files,sockets,tasks*]))",
                    LayoutChange.moveBeside(triage, "tasks", "files", Side.INTO));
        }

        @Test
        void besideAStackSplitsItInHalves() {
            assertLayout(
                    "h(0.2000:[evidence*],0.8000:v(0.7000:editors,0.3000:h(0.5000:[tasks*],0.5000:[files*,sockets])))",
                    LayoutChange.moveBeside(triage, "tasks", "files", Side.LEFT));
        }

        @Test
        void outOfItsOwnStackSplitsThatStack() {
            assertLayout(
                    "h(0.2000:v(0.5000:[evidence*],0.5000:[tasks*]),0.8000:v(0.7000:editors,0.3000:[files*,sockets]))",
                    LayoutChange.moveBeside(triage, "tasks", "tasks", Side.BOTTOM));
        }

        @Test
        void aLoneViewBesideItselfChangesNothing() {
            var alone = leftRight(0.3, stack("tasks"), editors());
            assertEquals(alone, LayoutChange.moveBeside(alone, "tasks", "tasks", Side.TOP));
        }

        @Test
        void besideTheEditorsJoinsASplitOfTheSameDirection() {
            assertLayout(
                    "h(0.2000:[evidence*],0.8000:v(0.2100:[tasks*],0.4900:editors,0.3000:[files*,sockets]))",
                    LayoutChange.moveBesideEditors(triage, "tasks", Side.TOP));
        }

        @Test
        void toTheEdgeSpansTheWholeWindow() {
            assertLayout(
                    "v(0.7800:h(0.2000:[evidence*],0.8000:v(0.7000:editors,0.3000:[files*,sockets])),0.2200:[tasks*])",
                    LayoutChange.moveToEdge(triage, "tasks", Side.BOTTOM));
        }

        @Test
        void intoItsOwnStackChangesTheOrderOfTabs() {
            assertLayout(
                    "h(0.2000:[evidence*,tasks],0.8000:v(0.7000:editors,0.3000:[sockets,files*]))",
                    LayoutChange.moveInto(triage, "files", "files", 2));
        }

        @Test
        void intoAnotherStackAtATabPutsItThere() {
            assertLayout(
                    "h(0.2000:[evidence*],0.8000:v(0.7000:editors,0.3000:[files,tasks*,sockets]))",
                    LayoutChange.moveInto(triage, "tasks", "sockets", 1));
        }
    }

    @Nested
    class Showing {
        @Test
        void anOpenViewBringsItToTheFront() {
            assertLayout(
                    "h(0.2000:[evidence*,tasks],0.8000:v(0.7000:editors,0.3000:[files,sockets*]))",
                    LayoutChange.show(triage, "sockets", triage, Side.BOTTOM));
        }

        @Test
        void aClosedViewPutsItWhereItsNeighboursOfTheDefaultAre() {
            var closed = LayoutChange.remove(triage, "tasks");
            assertLayout(
                    "h(0.2000:[evidence,tasks*],0.8000:v(0.7000:editors,0.3000:[files*,sockets]))",
                    LayoutChange.show(closed, "tasks", triage, Side.BOTTOM));
        }

        @Test
        void aViewThatTheDefaultDoesNotHavePutsItBehindThoseOfItsHome() {
            assertLayout(
                    "h(0.2000:[evidence*,tasks],0.8000:v(0.7000:editors,0.3000:[files,sockets,mounts*]))",
                    LayoutChange.show(triage, "mounts", triage, Side.BOTTOM));
        }

        @Test
        void aViewWithoutNeighboursPutsItAtItsHome() {
            assertLayout(
                    "h(0.7800:editors,0.2200:[properties*])",
                    LayoutChange.show(editors(), "properties", triage, Side.RIGHT));
        }
    }

    @Nested
    class Sizing {
        @Test
        void growsTheStackOfAViewInEverySplitAroundIt() {
            assertLayout(
                    "h(0.1667:[evidence*,tasks],0.8333:v(0.6512:editors,0.3488:[files*,sockets]))",
                    LayoutChange.grow(triage, Optional.of("files"), 1.25));
        }

        @Test
        void growsTheEditors() {
            assertLayout(
                    "h(0.1667:[evidence*,tasks],0.8333:v(0.7447:editors,0.2553:[files*,sockets]))",
                    LayoutChange.grow(triage, Optional.empty(), 1.25));
        }

        @Test
        void takesNewWeightsForTheSplitOnAPath() {
            assertLayout(
                    "h(0.2000:[evidence*,tasks],0.8000:v(0.5000:editors,0.5000:[files*,sockets]))",
                    LayoutChange.resize(triage, List.of(1), List.of(0.5, 0.5)));
        }
    }

    @Test
    void anyRunOfChangesKeepsTheLayoutSoundAndReadable() {
        var random = new Random(72);
        var views = List.of("evidence", "tasks", "files", "sockets", "properties", "log");
        var layout = triage;
        for (int i = 0; i < 2_000; i++) {
            var view = views.get(random.nextInt(views.size()));
            var other = views.get(random.nextInt(views.size()));
            var side = Side.values()[random.nextInt(Side.values().length)];
            layout =
                    switch (random.nextInt(6)) {
                        case 0 -> LayoutChange.remove(layout, view);
                        case 1 -> LayoutChange.moveBeside(layout, view, other, side);
                        case 2 -> LayoutChange.moveInto(layout, view, other, random.nextInt(4));
                        case 3 -> LayoutChange.moveToEdge(layout, view, side);
                        case 4 -> LayoutChange.moveBesideEditors(layout, view, side);
                        default -> LayoutChange.show(layout, view, triage, side);
                    };
            assertTrue(layout.isSound(), () -> "unsound after a change of " + view);
            assertEquals(layout.views(), LayoutText.read(LayoutText.write(layout)).views());
        }
    }
}
