package org.icecore.checkpoint.join;

import java.nio.file.Path;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Opens an archive and joins what lies in it.
public final class CheckpointJoin {

    private CheckpointJoin() {}

    /// Opens the checkpoint at `path`; the archive is closed again if it is none.
    public static Checkpoint open(Path path, CheckpointId id, Progress progress)
            throws EvidenceException {
        var archive = Archive.open(path, progress);
        try {
            return join(archive, id, progress);
        } catch (EvidenceException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Checkpoint join(Archive archive, CheckpointId id, Progress progress)
            throws EvidenceException {
        var defects = new FoundDefects();
        archive.defects().forEach(defects);
        var images =
                ImageSet.in(archive, defects)
                        .orElseThrow(
                                () ->
                                        new EvidenceException(
                                                new Location(
                                                        archive.path().toString(),
                                                        new ByteRange(0, archive.size())),
                                                "not a checkpoint: none of its %d members is an inventory.img or a pstree.img"
                                                        .formatted(archive.members().size())));
        var container = new ContainerReader(archive, defects).read();
        var facts = new DumpFactsReader(archive, images, defects);
        var inventory = facts.inventory();
        var statistics = facts.statistics();
        var files = new OpenFileReader(images, defects).read();
        // Every dump of the last ten years numbers its tables; without an inventory that is the
        // better guess.
        var tablesPerId = inventory.found().map(Inventory::descriptorTablesPerId).orElse(true);
        var tree = TaskTree.of(new TaskReader(images, files, tablesPerId, defects).read(progress));
        if (!images.has(ImageName.of(ImageKind.PSTREE))) {
            defects.accept(
                    new Defect(
                            new Location(images.directory() + "pstree.img", new ByteRange(0, 0)),
                            "not in the checkpoint, so no task is known: "
                                    + (isCut(archive)
                                            ? "it may lie behind the cut, since the archive is truncated"
                                            : "this may be a pre-dump, whose full dump lies elsewhere")));
        }
        var namespaces = new NamespaceReader(images);
        var mounts = namespaces.mounts();
        var hostName = namespaces.hostName();
        var ghosts = new GhostFileReader(images).read();
        var rootfs = new RootfsReader(archive, defects).read(progress);
        var members =
                new MemberReader(archive, images.directory(), new StaleImages(tree, tablesPerId))
                        .read();
        return new JoinedCheckpoint(
                id,
                archive,
                container,
                inventory,
                statistics,
                images.written(),
                tree,
                List.copyOf(files.values()),
                ghosts,
                mounts,
                hostName,
                rootfs,
                members,
                MemberReader.memoryBytes(members, images.directory()),
                defects.toList());
    }

    /// Whether what is missing may be so only because the end of the archive is.
    private static boolean isCut(Archive archive) {
        return archive.defects().stream().anyMatch(defect -> defect.text().contains("truncated"));
    }
}
