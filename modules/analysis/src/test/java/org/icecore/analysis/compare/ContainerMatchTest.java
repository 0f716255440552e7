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
    void twoContainersAreCalledSoInOneSentence() {
        assertEquals(
                "shop (1) and web (2) are unrelated containers: these are their differences, not what happened in one.",
                warning(Relation.UNRELATED, Order.FORWARD));
        assertEquals(
                "shop (1) and web (2) are two containers of one image and name: what is listed may have been different from the start.",
                warning(Relation.SAME_ORIGIN, Order.FORWARD));
        assertEquals(
                "It cannot be told whether shop (1) and web (2) are one container: if they are not, what is listed are their differences.",
                warning(Relation.UNDECIDED, Order.UNKNOWN));
    }

    @Test
    void processesOfUnrelatedContainersAreNotToldAsOneThatCalledExecve() {
        var other =
                new TaskIdentity(false, "executable was /bin/a and is /bin/b: execve, or reused");
        assertEquals(
                new TaskIdentity(false, "it is a process of another container"),
                other.within(match(Relation.UNRELATED, Order.FORWARD)));
        assertEquals(other, other.within(match(Relation.SAME_CONTAINER, Order.FORWARD)));
        var same = new TaskIdentity(true, "the same pid");
        assertEquals(same, same.within(match(Relation.UNRELATED, Order.FORWARD)));
    }

    @Test
    void aYoungerBeforeIsTold() {
        assertEquals(
                "Before is younger than after: by a minute.",
                warning(Relation.SAME_CONTAINER, Order.REVERSED));
        assertEquals(
                "shop (1) and web (2) are unrelated containers: these are their differences, not what happened in one. Before is younger than after: by a minute.",
                warning(Relation.UNRELATED, Order.REVERSED));
    }

    private static String warning(Relation relation, Order order) {
        return match(relation, order).warning("shop (1)", "web (2)");
    }

    private static ContainerMatch match(Relation relation, Order order) {
        return new ContainerMatch(relation, REASONS, order, "by a minute");
    }
}
