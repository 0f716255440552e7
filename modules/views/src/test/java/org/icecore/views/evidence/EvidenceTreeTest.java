package org.icecore.views.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.BenchItem;
import org.icecore.views.bench.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceTreeTest {
    /// Unpacked it ends in the midst of the second task's pages.
    private static final int CUT = 200_000;

    private Incident incident = Incident.closed();

    @BeforeAll
    void open() {
        incident = Incident.compared();
    }

    @AfterAll
    void close() {
        incident.close();
    }

    @Test
    void beginsWithWhatTheCheckpointHolds() {
        var first = new EvidenceTree().children(new EvidenceRow.OfItem(item())).getFirst();

        assertEquals(new EvidenceRow.OfFact(item(), "10 tasks, 10.0 MiB", false), first);
    }

    @Test
    void countsTheTasksAndTheMemoryThatLieBeforeTheCutOfATruncatedArchive(@TempDir Path folder)
            throws Exception {
        var cut = folder.resolve("cut.tar.gz");
        try (var bytes = Files.newInputStream(item().path())) {
            Files.write(cut, bytes.readNBytes(CUT));
        }
        try (var checkpoint = Checkpoint.open(cut, new CheckpointId("cut"), Progress.unwatched())) {
            assertEquals(
                    "10 tasks, 829.7 KiB of 9.3 MiB, the archive is cut",
                    EvidenceTree.facts(checkpoint));
        }
    }

    @Test
    void hasTheMembersOfAFolderInThatFolder() {
        var tree = new EvidenceTree();
        var folders =
                tree.children(tree.children(new EvidenceRow.OfItem(item())).getLast()).stream()
                        .filter(EvidenceRow.OfFolder.class::isInstance)
                        .map(EvidenceRow.OfFolder.class::cast)
                        .toList();

        assertEquals(
                List.of("artifacts", "checkpoint"),
                folders.stream().map(EvidenceRow.OfFolder::path).toList());
        var images = tree.children(folders.getLast());
        assertEquals(folders.getLast().members(), images.size());
        assertEquals(
                "checkpoint/cgroup.img",
                ((EvidenceRow.OfMember) images.getFirst()).member().member().name());
    }

    @Test
    void hasEachMemberOnce() {
        var tree = new EvidenceTree();
        var files =
                item().checkpoint().orElseThrow().members().stream()
                        .filter(
                                member ->
                                        member.member().type()
                                                != org.icecore.evidence.Member.Type.DIRECTORY)
                        .count();

        assertEquals(files, members(tree, new EvidenceRow.OfItem(item())));
    }

    private static long members(EvidenceTree tree, EvidenceRow row) {
        return (row instanceof EvidenceRow.OfMember ? 1 : 0)
                + tree.children(row).stream().mapToLong(child -> members(tree, child)).sum();
    }

    private BenchItem item() {
        return incident.bench().item(new CheckpointId("after")).orElseThrow();
    }
}
