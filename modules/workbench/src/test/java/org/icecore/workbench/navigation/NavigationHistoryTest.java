package org.icecore.workbench.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NavigationHistoryTest {
    private final NavigationHistory history = new NavigationHistory();
    private final List<Object> shown = new ArrayList<>();
    private final List<Object> gone = new ArrayList<>();

    @BeforeEach
    void showsWhatIsNotGone() {
        history.navigator(
                location -> {
                    history.visit(location);
                    return !gone.contains(location) && shown.add(location);
                });
        List.of("a", "b", "c").forEach(history::visit);
    }

    @Test
    void goesBackAndForward() {
        history.back();
        history.back();
        history.forward();
        assertEquals(List.of("b", "a", "b"), shown);
        assertTrue(history.canGoBack().get());
        assertTrue(history.canGoForward().get());
    }

    @Test
    void stopsAtItsEnds() {
        history.forward();
        history.back();
        history.back();
        history.back();
        assertEquals(List.of("b", "a"), shown);
        assertFalse(history.canGoBack().get());
    }

    @Test
    void aNewVisitForgetsWhatLayAhead() {
        history.back();
        history.visit("d");
        assertFalse(history.canGoForward().get());
        history.back();
        assertEquals(List.of("b", "b"), shown);
    }

    @Test
    void skipsLocationsThatAreGone() {
        gone.add("b");
        history.back();
        assertEquals(List.of("a"), shown);
        history.forward();
        assertEquals(Optional.of("c"), history.present());
    }

    @Test
    void visitingThePresentLocationAgainIsNoVisit() {
        history.visit("c");
        history.back();
        assertEquals(List.of("b"), shown);
    }
}
