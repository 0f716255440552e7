package org.icecore.analysis.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;

/// What is wrong with parts of a checkpoint so that they held more than could be read.
public record Damage(Checkpoint checkpoint) {

    private static final String DESCRIPTORS = "fdinfo-";
    private static final List<String> EXPORT = List.of("rootfs-diff.tar", "deleted.files");

    /// The first defect of a file whose name begins with one of these, but for one of an entry that was read: a parent that no
    /// kernel can have given a task, an unknown file of a descriptor, or a missing image that a mount or a file speaks of, hides
    /// no other.
    ///
    /// @param names `fdinfo-`, `files.img`
    public Optional<String> of(String... names) {
        var found = new LinkedHashMap<Location, Defect>();
        checkpoint.defects().stream()
                .filter(defect -> defect.kind() != Defect.Kind.ODD)
                .filter(defect -> begins(defect, names))
                .filter(defect -> !isOfAnother(defect.at()))
                .forEach(defect -> found.putIfAbsent(defect.at(), defect));
        if (!found.isEmpty()) {
            checkpoint.mounts().forEach(mount -> found.remove(mount.at()));
            checkpoint.files().forEach(file -> found.remove(file.at()));
        }
        for (var task : found.isEmpty() ? List.<Task>of() : checkpoint.tasks().all()) {
            found.remove(task.at());
            if (Arrays.stream(names).anyMatch(name -> name.startsWith(DESCRIPTORS))) {
                task.descriptors()
                        .found()
                        .ifPresent(table -> table.forEach(one -> found.remove(one.at())));
            }
        }
        return found.values().stream().findFirst().map(Defect::toString);
    }

    /// What a damaged image of deleted files hides: a path may lead nowhere any more.
    public Coverage ofDeletions() {
        return Coverage.without(
                of("remap-fpath.img").stream()
                        .map(reason -> "whether further files were deleted: " + reason)
                        .toList());
    }

    /// What a damaged process tree hides of threads: a task that it does not list has those that nobody lists.
    public Coverage ofThreads(String what) {
        return Coverage.without(
                of("pstree.img").stream()
                        .map(reason -> "%s: there may be more: %s".formatted(what, reason))
                        .toList());
    }

    /// What hides changes of the root file system, one sentence each; nothing if the export was read to its end.
    public List<String> ofRootfs() {
        var export =
                checkpoint.rootfsChanges()
                                instanceof Observed.Present<List<RootfsChange>>(_, var at)
                        ? at.member()
                        : "";
        return checkpoint.defects().stream()
                .filter(defect -> defect.kind() != Defect.Kind.ODD)
                .filter(
                        defect ->
                                EXPORT.contains(new MemberPath(defect.at().member()).last())
                                        || defect.at().member().equals(export))
                .map(Defect::toString)
                .toList();
    }

    /// Whether a defect there is about what the image speaks of: one of the image itself has a place in it, unless it is empty.
    private boolean isOfAnother(Location at) {
        return at.range().end() == 0
                && checkpoint
                        .member(at.member())
                        .filter(one -> one.member().size() > 0)
                        .isPresent();
    }

    private static boolean begins(Defect defect, String... names) {
        var name = new MemberPath(defect.at().member()).last();
        return Arrays.stream(names).anyMatch(name::startsWith);
    }
}
