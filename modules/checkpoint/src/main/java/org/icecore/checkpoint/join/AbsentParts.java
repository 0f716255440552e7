package org.icecore.checkpoint.join;

import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.checkpoint.container.Inventory;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;

/// Tells what a checkpoint must have and has not: its images, its process tree, its key, the dumps that it refers to.
record AbsentParts(
        Arrangement arrangement, Archive archive, ImageSet images, FoundDefects defects) {

    /// Tells them as defects.
    void tell(Ancestry ancestry, Observed<Inventory> inventory, TaskTree tree) {
        if (!arrangement.hasImages()) {
            defects.accept(new Defect(Location.of(called(), 0, 0), noImages() + linked()));
        } else if (!images.has(ImageName.of(ImageKind.PSTREE)) && tree.size() == 0) {
            tellNoTask(ancestry, inventory);
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

    private String called() {
        return arrangement.name().isEmpty()
                ? String.valueOf(archive.path().getFileName())
                : arrangement.name();
    }

    /// That the directory of the images is a link, where it is one.
    private String linked() {
        return archive.find(arrangement.documents().directory() + "checkpoint")
                .filter(member -> member.type() == Member.Type.SYMBOLIC_LINK)
                .map(
                        member ->
                                "; checkpoint is a symbolic link to %s, which is not followed"
                                        .formatted(member.linkTarget()))
                .orElse("");
    }

    private String noImages() {
        var loss = archive.loss();
        var absence = "the part that CRIU wrote is missing, so nothing is known of the processes";
        return switch (arrangement.layout().form()) {
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
    private void tellNoTask(Ancestry ancestry, Observed<Inventory> inventory) {
        var loss = archive.loss();
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
