package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeStepsTest {
    private Incident incident = Incident.closed();

    @BeforeAll
    void compare() {
        incident = Incident.compared();
    }

    @AfterAll
    void close() {
        incident.close();
    }

    private Comparison comparison() {
        return incident.bench().comparison().get().found().orElseThrow();
    }

    private ChangeSteps steps() {
        var rows = new ArrayList<ChangeRow>();
        for (var group : ChangeRow.of(comparison())) {
            rows.add(group);
            rows.addAll(group.children());
        }
        return new ChangeSteps(rows);
    }

    private List<Change> walk(boolean forward) {
        var steps = steps();
        var visited = new ArrayList<Change>();
        for (var row = steps.from(Optional.empty(), forward);
                row.isPresent() && visited.size() < 10_000;
                row = steps.from(row, forward)) {
            visited.add(((ChangeRow.Item) row.get()).change());
        }
        return visited;
    }

    @Nested
    class OfTheIncident {
        @Test
        void visitEachChangeExactlyOnce() {
            assertEquals(comparison().changes(), walk(true));
        }

        @Test
        void visitTheSameBackwards() {
            assertEquals(comparison().changes().reversed(), walk(false));
        }

        @Test
        void visitTheMemoryOfATaskInTheOrderOfItsAddresses() {
            for (var task : comparison().tasks()) {
                var addresses =
                        walk(true).stream()
                                .filter(change -> change.task().equals(Optional.of(task.pid())))
                                .flatMap(change -> address(change).stream())
                                .toList();
                assertEquals(addresses.stream().sorted(Long::compareUnsigned).toList(), addresses);
            }
        }

        @Test
        void areCountedByWhatTheyAreOf() {
            var count = ChangeCount.of(comparison().changes());
            assertEquals(comparison().changes().size(), count.all());
            assertTrue(
                    count.toString()
                            .matches(
                                    "\\d+ changes: \\d+ of tasks, \\d+ of the container(, \\d+ of files of the archive)?"),
                    count.toString());
        }
    }

    @Nested
    class FromTheHeadOfAGroup {
        @Test
        void goIntoTheGroupOrToTheEndOfTheOneBefore() {
            var steps = steps();
            var groups = ChangeRow.of(comparison());
            var second = groups.get(1);

            assertEquals(
                    Optional.of(second.children().getFirst()),
                    steps.from(Optional.of(second), true));
            assertEquals(
                    Optional.of(groups.getFirst().children().getLast()),
                    steps.from(Optional.of(second), false));
        }
    }

    @Nested
    class AtTheEnds {
        @Test
        void stop() {
            var steps = steps();
            var changes = steps.rows().stream().filter(ChangeRow.Item.class::isInstance).toList();

            assertEquals(Optional.empty(), steps.from(Optional.of(changes.getLast()), true));
            assertEquals(Optional.empty(), steps.from(Optional.of(changes.getFirst()), false));
            assertEquals(
                    "change %1$d of %1$d".formatted(changes.size()),
                    steps.position(changes.getLast()));
        }
    }

    private static Optional<Long> address(Change change) {
        return switch (change.ref()) {
            case ArtefactRef.OfVma(_, _, var start) -> Optional.of(start.value());
            case ArtefactRef.OfMemory(_, _, var range) -> Optional.of(range.start());
            default -> Optional.empty();
        };
    }
}
