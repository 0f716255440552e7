package org.icecore.views.namespaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Test;

class SharedObjectsTest {

    @Test
    void eachNamespaceNamesTheTasksThatUseIt() {
        try (var incident = Incident.compared()) {
            var rows = SharedObjects.of(incident.checkpoint("before")).rows();
            assertEquals(
                    """
                    pid namespace: 1, 6, 10
                    net namespace: 1, 6, 10
                    ipc namespace: 1, 6, 10
                    uts namespace: 1, 6, 10
                    mnt namespace: 1, 6, 10
                    """,
                    SharedObjects.tree(rows).roots().stream()
                            .map(SharedObject.Whole.class::cast)
                            .filter(whole -> !SharedObjects.isOfClone(whole.kind()))
                            .limit(5)
                            .map(
                                    whole ->
                                            SharedObjects.words(whole.kind())
                                                    + ": "
                                                    + whole.holders().stream()
                                                            .map(Object::toString)
                                                            .collect(Collectors.joining(", "))
                                                    + "\n")
                            .collect(Collectors.joining()));
        }
    }

    @Test
    void belowAnObjectStandTheTasksThatUseIt() {
        try (var incident = Incident.compared()) {
            var tree = SharedObjects.tree(SharedObjects.of(incident.checkpoint("before")).rows());
            assertEquals(
                    "[1 start.sh, 6 python3, 10 sleep]",
                    tree.children().apply(tree.roots().getFirst()).stream()
                            .map(SharedObject.Use.class::cast)
                            .map(use -> use.pid() + " " + use.comm())
                            .toList()
                            .toString());
        }
    }
}
