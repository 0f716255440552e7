package org.icecore.views.namespaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.analysis.table.CellText;
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
                            .filter(whole -> KernelObjects.isNamespace(whole.kind()))
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
    void eachNamespaceSaysWhoseItIs() {
        try (var incident = Incident.compared()) {
            var table = SharedObjects.of(incident.checkpoint("before"));
            var whose = table.column("whose").orElseThrow();
            assertEquals(
                    """
                    pid: the container's own
                    net: external: extRootNetNS
                    ipc: the container's own
                    uts: the container's own
                    mnt: the container's own
                    user: the host's: that of CRIU
                    cgroup: the host's: that of CRIU
                    time: the host's: that of CRIU
                    vm: not applicable
                    """,
                    SharedObjects.tree(table.rows()).roots().stream()
                            .collect(
                                    Collectors.toMap(
                                            SharedObject::kind,
                                            row -> CellText.brief(whose.cell(row)),
                                            (first, _) -> first,
                                            LinkedHashMap::new))
                            .entrySet()
                            .stream()
                            .limit(9)
                            .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
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
