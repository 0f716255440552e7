package org.icecore.analysis.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.icecore.analysis.compare.ContainerMatch.Order;
import org.icecore.analysis.compare.ContainerMatch.Relation;
import org.junit.jupiter.api.Test;

/// What is said before a comparison is believed.
class ContainerMatchTest {

    private static final List<String> REASONS = List.of("id: a and b", "image: one in both");

    @Test
    void oneContainerInTheOrderOfTimeNeedsNoWarning() {
        assertEquals("", warning(Relation.SAME_CONTAINER, Order.FORWARD));
        assertEquals("", warning(Relation.SAME_CONTAINER, Order.UNKNOWN));
    }

    @Test
    void twoContainersAreCalledSoWithTheReasons() {
        assertEquals(
                "Unrelated containers: id: a and b, image: one in both.",
                warning(Relation.UNRELATED, Order.FORWARD));
        assertEquals(
                "It cannot be told whether this is one container: id: a and b, image: one in both.",
                warning(Relation.UNDECIDED, Order.UNKNOWN));
    }

    @Test
    void aYoungerBeforeIsTold() {
        assertEquals(
                "Before is younger than after: by a minute.",
                warning(Relation.SAME_CONTAINER, Order.REVERSED));
        assertEquals(
                "Unrelated containers: id: a and b, image: one in both. Before is younger than after: by a minute.",
                warning(Relation.UNRELATED, Order.REVERSED));
    }

    private static String warning(Relation relation, Order order) {
        return new ContainerMatch(relation, REASONS, order, "by a minute").warning();
    }
}
