package org.icecore.views.archive;

import static org.icecore.evidence.Member.Type.FILE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.icecore.analysis.content.ArchiveTable;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.Test;

class ArchiveViewTest {
    @Test
    void putMembersUnderTheirFoldersAndMarkNestedArchives() {
        try (var incident = Incident.compared()) {
            var table = ArchiveTable.of(incident.checkpoint("after"), Progress.unwatched());
            var tree = ArchiveView.tree(table);
            var top = tree.roots().stream().map(ArchiveTable.Row::name).toList();
            assertEquals(
                    List.of(true, true, true),
                    List.of(
                            top.contains("checkpoint"),
                            top.contains("spec.dump"),
                            top.contains("ctr.log")));
            assertEquals(
                    List.of("devshm-checkpoint.tar", "rootfs-diff.tar"),
                    table.rows().stream()
                            .filter(ArchiveTable.Row::nested)
                            .map(ArchiveTable.Row::name)
                            .filter(name -> !name.startsWith("tmpfs-"))
                            .toList());
            var run =
                    table.rows().stream()
                            .filter(row -> row.name().equals("tmpfs-dev-43.tar.gz.img"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(
                    List.of("adduser", "inj"),
                    tree.children().apply(run).stream()
                            .filter(row -> row.member().orElseThrow().member().type() == FILE)
                            .map(ArchiveTable.Row::name)
                            .toList());
            var images =
                    tree.roots().stream()
                            .filter(row -> row.name().equals("checkpoint"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(
                    images.below(),
                    table.rows().stream()
                            .filter(row -> row.path().startsWith("checkpoint/"))
                            .count());
            assertEquals(
                    incident.checkpoint("after").members().size(),
                    table.rows().stream()
                            .filter(
                                    row ->
                                            row.member().isPresent()
                                                    && row.tmpfs().isEmpty()
                                                    && row.export().isEmpty())
                            .count());
        }
    }

    @Test
    void putTheEntriesOfTheExportedRootFileSystemBelowItsArchive() {
        try (var incident = Incident.compared()) {
            var table = ArchiveTable.of(incident.checkpoint("after"), Progress.unwatched());
            var export =
                    table.rows().stream()
                            .filter(row -> row.path().equals("rootfs-diff.tar"))
                            .findFirst()
                            .orElseThrow();
            var changes = incident.checkpoint("after").rootfsChanges().found().orElseThrow();
            assertEquals(
                    changes.stream().filter(change -> change.entry().isPresent()).count(),
                    export.below());
            var passwd =
                    table.rows().stream()
                            .filter(row -> row.path().equals("rootfs-diff.tar/etc/passwd"))
                            .findFirst()
                            .orElseThrow();
            assertEquals("after/rootfs//etc/passwd", table.ref(passwd).text());
            assertEquals("rootfs-diff.tar", table.location(passwd).orElseThrow().member());
        }
    }
}
