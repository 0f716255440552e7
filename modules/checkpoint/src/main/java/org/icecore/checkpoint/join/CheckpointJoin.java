package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointCandidate;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.CheckpointsFound;
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.Lineage;
import org.icecore.checkpoint.layout.LineageSearch;
import org.icecore.checkpoint.layout.Sightings;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Opens an archive and joins what lies in it.
public final class CheckpointJoin {

    private CheckpointJoin() {}

    /// Opens the checkpoint that `source` names; what was opened is closed again if it is none.
    public static Checkpoint open(CheckpointSource source, CheckpointId id, Progress progress)
            throws EvidenceException {
        var opened = archive(source, progress);
        try {
            var sightings = Sightings.in(opened, source.within(), progress);
            opened = sightings.archive();
            var arrangement = only(source, sightings);
            var lineage = LineageSearch.of(opened, arrangement, source, progress);
            opened = lineage.archive();
            return join(arrangement, lineage, sightings, id, progress);
        } catch (EvidenceException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// The checkpoints at the path of `source`, whichever it names.
    public static CheckpointsFound find(CheckpointSource source, Progress progress)
            throws EvidenceException {
        var opened = archive(source, progress);
        try {
            var sightings = Sightings.in(opened, Optional.empty(), progress);
            opened = sightings.archive();
            return new CheckpointsFound(candidates(source, sightings), sightings.defects());
        } finally {
            opened.close();
        }
    }

    private static Archive archive(CheckpointSource source, Progress progress)
            throws EvidenceException {
        try {
            return Archive.open(source.path(), source.unpacking(), progress);
        } catch (EvidenceException refusal) {
            throw new LoneImage(source.path()).told(refusal);
        }
    }

    private static List<CheckpointCandidate> candidates(
            CheckpointSource source, Sightings sightings) {
        return sightings.all().stream()
                .map(one -> new CheckpointCandidate(source.named(one.name()), one.layout()))
                .toList();
    }

    private static Arrangement only(CheckpointSource source, Sightings sightings)
            throws EvidenceException {
        var all = sightings.all();
        if (all.isEmpty() && sightings.limit().isPresent()) {
            throw sightings.limit().get();
        }
        if (all.isEmpty()) {
            throw source.within().isPresent() ? notThere(source) : sightings.nothing();
        }
        if (all.size() > 1) {
            throw new SeveralCheckpointsException(
                    whole(sightings.archive()), candidates(source, sightings), sightings.defects());
        }
        return all.getFirst();
    }

    private static EvidenceException notThere(CheckpointSource source) {
        return new EvidenceException(
                new Location(source.path().toString(), new ByteRange(0, 0)),
                "holds no checkpoint of the name " + source.within().orElseThrow());
    }

    private static Location whole(Archive archive) {
        return new Location(
                archive.path().toString(), new ByteRange(0, Math.max(0, archive.size())));
    }

    private static Checkpoint join(
            Arrangement arrangement,
            Lineage lineage,
            Sightings sightings,
            CheckpointId id,
            Progress progress)
            throws EvidenceException {
        var archive = lineage.archive();
        var defects = new FoundDefects();
        archive.defects().forEach(defects);
        sightings.defects().forEach(defects);
        new OddMembers(archive, defects).tell();
        var images = images(arrangement, lineage, defects);
        var alone = new ContainerReader(archive, arrangement, defects).read();
        var pod = new PodReader(archive, arrangement, sightings, alone, defects).read();
        var container = pod.found().map(alone::in).orElse(alone);
        var facts = new DumpFactsReader(archive, arrangement.documents(), images, defects);
        var inventory = facts.inventory();
        var statistics = facts.statistics();
        var owners = new SignalOwners();
        var closed = inventory.found().flatMap(Inventory::tcpClose).orElse(false);
        var files = new OpenFileReader(images, closed, owners, defects).read();
        // Every dump of the last ten years numbers its tables; without an inventory that is the
        // better guess.
        var tablesPerId = inventory.found().map(Inventory::descriptorTablesPerId).orElse(true);
        var tree =
                TaskTree.of(
                        new TaskReader(images, files, owners, tablesPerId, defects).read(progress));
        new DanglingIds(images, defects).seccomp(tree);
        var stale = new StaleImages(tree, tablesPerId);
        var lineages = new LineageCheck(images, lineage, container.id(), stale);
        var kinships = lineages.run();
        kinships.forEach(kinship -> kinship.doubts().forEach(defects));
        var ancestry = ancestry(images, lineage, lineages);
        new ProcessTreeCheck(tree, defects).run();
        new AbsentParts(arrangement, archive, images, defects).tell(ancestry, inventory, tree);
        var namespaces = new NamespaceReader(images);
        var mounts = namespaces.mounts();
        new MissingImages(
                        new ExpectedImageReader(images, tree, files, mounts, inventory).known(),
                        ancestry,
                        defects)
                .tell();
        var hostName = namespaces.hostName();
        var ghosts = new GhostFileReader(images, defects).read();
        var rootfs = new RootfsReader(archive, arrangement, defects).read(progress);
        var members = new MemberReader(archive, images.directory(), arrangement, stale).read();
        var kernel = new ImagedKernelState(images, tree, files);
        new StandardStreamReader(archive, arrangement).tell(defects);
        new UnaskedImages(images, stale, kernel, defects).tell();
        return new JoinedCheckpoint(
                id,
                archive,
                new InnerArchives(archive, keptFiles(members)),
                arrangement.layout(),
                Optional.of(arrangement.images()).filter(_ -> arrangement.hasImages()),
                ancestry,
                container,
                pod,
                inventory,
                statistics,
                images.written(),
                tree,
                List.copyOf(files.values()),
                ghosts,
                mounts,
                hostName,
                rootfs,
                kernel,
                new TracedAccount(
                        archive,
                        arrangement,
                        images,
                        tree,
                        files,
                        mounts,
                        inventory,
                        images.written(),
                        kinships),
                members,
                MemberReader.memoryBytes(archive, images.directory()),
                defects.toList());
    }

    /// The archives with files that the checkpoint keeps: damage of these is damage of the checkpoint.
    private static Set<String> keptFiles(List<CheckpointMember> members) {
        return members.stream()
                .filter(member -> TmpfsFiles.isTmpfs(member) || TmpfsFiles.isVolume(member))
                .map(member -> member.member().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ImageSet images(Arrangement arrangement, Lineage lineage, FoundDefects defects) {
        var archive = lineage.archive();
        if (!arrangement.hasImages()) {
            return ImageSet.none(archive, defects);
        }
        return ImageSet.in(
                archive, arrangement.images(), lineage.pages(), lineage.parents(), defects);
    }

    /// Whether a missing parent matters depends on the pages that were left to it.
    private static Ancestry ancestry(ImageSet images, Lineage lineage, LineageCheck check) {
        return switch (lineage.ancestry()) {
            case Ancestry.ParentMissing missing -> check.leavesPages() ? missing : missing.unused();
            case Ancestry.PagesMissing missing -> missing;
            case Ancestry.Whole _, Ancestry.Complete _ ->
                    images.unlinked()
                            .<Ancestry>map(
                                    at ->
                                            new Ancestry.ParentMissing(
                                                    "",
                                                    at,
                                                    Ancestry.ParentMissing.Reason.NO_LINK,
                                                    true))
                            .orElse(lineage.ancestry());
        };
    }
}
