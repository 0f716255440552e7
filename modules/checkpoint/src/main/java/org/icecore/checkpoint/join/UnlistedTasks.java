package org.icecore.checkpoint.join;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Kin;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// The tasks that are known by their core images alone, because the process tree is missing or ends too early.
///
/// A tar of a dump has its members in the order of their names as a rule, and the process tree behind the pages: where it was
/// cut, the tree is lost with the last pages. That a core image is of a task and not of one of its threads, it says itself.
final class UnlistedTasks {

    private final ImageSet images;
    private final Consumer<Defect> defects;

    UnlistedTasks(ImageSet images, Consumer<Defect> defects) {
        this.images = images;
        this.defects = defects;
    }

    /// A task that no tree lists.
    ///
    /// @param kin why nothing is known of its parent
    /// @param core what its core image says
    /// @param at entry of its core image
    record Unlisted(int pid, Observed<Kin> kin, Observed<CoreEntry> core, Location at) {}

    /// Hands on those whose numbers are not in `listed`, ascending, and then tells of them as a defect of the tree.
    ///
    /// @param listed pids of the tasks, and tids of their threads, that the tree does list
    /// @param tree where what is left of it lies, if anything is
    void beside(
            Set<Integer> listed,
            Optional<Location> tree,
            Progress progress,
            Consumer<Unlisted> found) {
        var name = ImageName.of(ImageKind.PSTREE);
        var at = tree.orElseGet(() -> Location.of(images.directory() + name.fileName(), 0, 0));
        var loss =
                tree.isPresent() ? "entries are missing" : images.explain("not in the checkpoint");
        var tasks = 0;
        var threads = 0;
        for (var pid : pids()) {
            progress.advance(0, -1);
            if (listed.contains(pid)) {
                continue;
            }
            var core = core(pid);
            if (core instanceof Observed.Present<CoreEntry>(var entry, var where)
                    && entry.hasTc()) {
                tasks++;
                Observed<Kin> kin = Observed.notCaptured(at.member() + ": " + loss);
                found.accept(new Unlisted(pid, kin, core, where));
            } else {
                threads++;
            }
        }
        if (tasks > 0) {
            defects.accept(new Defect(at, told(loss, tasks, threads)));
        }
    }

    private List<Integer> pids() {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.CORE && name.id().isPresent())
                .map(name -> (int) name.id().getAsLong())
                .filter(pid -> pid > 0)
                .sorted()
                .toList();
    }

    /// That of a thread has no `tc`.
    private Observed<CoreEntry> core(int number) {
        return SingleEntry.in(images, ImageName.of(ImageKind.CORE, number), CoreEntry.class)
                .map(SingleEntry::message);
    }

    private static String told(String loss, int tasks, int threads) {
        return "%s; %s alone. Parents, process groups and sessions are unknown%s; there may be other tasks, and one of an earlier"
                        .formatted(
                                loss,
                                tasks == 1
                                        ? "one task is known by its core image"
                                        : tasks + " tasks are known by their core images",
                                whose(threads))
                + " dump, whose images are left, cannot be told from those of this one";
    }

    private static String whose(int threads) {
        return switch (threads) {
            case 0 -> "";
            case 1 -> ", and whose thread one more core image is";
            default -> ", and whose threads %d more core images are".formatted(threads);
        };
    }
}
