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
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.container.Layout;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.layout.Lineage;
import org.icecore.checkpoint.layout.LineageSearch;
import org.icecore.checkpoint.layout.Sightings;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// Opens an archive and joins what lies in it.
public final class CheckpointJoin {

    private CheckpointJoin() {}

    /// Opens the checkpoint that `source` names; what was opened is closed again if it is none.
    public static Checkpoint open(CheckpointSource source, CheckpointId id, Progress progress)
            throws EvidenceException {
        var opened = Archive.open(source.path(), source.unpacking(), progress);
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
        var opened = Archive.open(source.path(), source.unpacking(), progress);
        try {
            var sightings = Sightings.in(opened, Optional.empty(), progress);
            opened = sightings.archive();
            return new CheckpointsFound(candidates(source, sightings), sightings.defects());
        } finally {
            opened.close();
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
        tellAbsence(arrangement, archive, ancestry, images, inventory, tree, defects);
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

    private static void tellAbsence(
            Arrangement arrangement,
            Archive archive,
            Ancestry ancestry,
            ImageSet images,
            Observed<Inventory> inventory,
            TaskTree tree,
            FoundDefects defects) {
        if (!arrangement.hasImages()) {
            defects.accept(
                    new Defect(
                            Location.of(called(arrangement, archive), 0, 0),
                            noImages(archive.loss(), arrangement.layout().form())
                                    + linked(arrangement, archive)));
        } else if (!images.has(ImageName.of(ImageKind.PSTREE)) && tree.size() == 0) {
            tellNoTask(archive.loss(), ancestry, images, inventory, defects);
        }
        images.cipher()
                .ifPresent(
                        member ->
                                defects.accept(
                                        new Defect(
                                                Location.of(member.name(), 0, member.size()),
                                                "this dump is encrypted: its pages, and images that cannot be read, need the key"
                                                        + " of whoever took it; no release of CRIU fixes the form, so it is not guessed at")));
        switch (ancestry) {
            case Ancestry.ParentMissing missing ->
                    defects.accept(
                            new Defect(
                                    missing.at(),
                                    missing.needed(),
                                    missing.used() ? Defect.Kind.DAMAGED : Defect.Kind.ODD));
            case Ancestry.PagesMissing missing ->
                    defects.accept(
                            new Defect(
                                    Location.of(missing.directory() + "pstree.img", 0, 0),
                                    missing.needed()));
            case Ancestry.Whole _, Ancestry.Complete _ -> {
                // Nothing is missing.
            }
        }
    }

    private static String called(Arrangement arrangement, Archive archive) {
        return arrangement.name().isEmpty()
                ? String.valueOf(archive.path().getFileName())
                : arrangement.name();
    }

    /// That the directory of the images is a link, where it is one.
    private static String linked(Arrangement arrangement, Archive archive) {
        return archive.find(arrangement.documents().directory() + "checkpoint")
                .filter(member -> member.type() == Member.Type.SYMBOLIC_LINK)
                .map(
                        member ->
                                "; checkpoint is a symbolic link to %s, which is not followed"
                                        .formatted(member.linkTarget()))
                .orElse("");
    }

    private static String noImages(Loss loss, Layout.Form form) {
        var absence = "the part that CRIU wrote is missing, so nothing is known of the processes";
        return switch (form) {
            case CONTAINERD, CONTAINERD_INDEX ->
                    loss == Loss.NONE
                            ? absence
                                    + "; containerd can end without an error although it kept none"
                            : loss.explain(absence);
            case PODMAN, PODMAN_PRE_CHECKPOINT, CRIO, EXPORT, DOCKER, LXC, RUNTIME, CRIU ->
                    loss.explain(absence);
        };
    }

    /// A pre-dump has no process tree: then nothing is lost, if its pages are there.
    private static void tellNoTask(
            Loss loss,
            Ancestry ancestry,
            ImageSet images,
            Observed<Inventory> inventory,
            FoundDefects defects) {
        var tree = Location.of(images.directory() + "pstree.img", 0, 0);
        var absence = "not in the checkpoint, so no task is known";
        if (loss != Loss.NONE) {
            defects.accept(new Defect(tree, loss.explain(absence)));
        } else if (inventory.found().filter(Inventory::ofPreDump).isEmpty()) {
            defects.accept(
                    new Defect(
                            tree,
                            absence + ": this may be a pre-dump, whose full dump lies elsewhere"));
        } else {
            defects.accept(
                    new Defect(
                            tree,
                            "not in the checkpoint, which is a pre-dump: it holds memory alone, the tasks are in the full dump",
                            Defect.Kind.ODD));
            if (ancestry instanceof Ancestry.Whole
                    && images.names().stream().noneMatch(name -> name.kind() == ImageKind.PAGES)) {
                defects.accept(
                        new Defect(
                                Location.of(images.directory() + "pages-1.img", 0, 0),
                                "not in the checkpoint: the memory that this pre-dump stored is lost"));
            }
        }
    }
}
