package org.icecore.checkpoint.join;

import java.util.ArrayList;
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
    /// @param at entry of its core image
    record Unlisted(int pid, Observed<Kin> kin, Location at) {}

    /// Those whose pids are not in `listed`, ascending; told as a defect of the tree.
    ///
    /// @param tree where what is left of it lies, if anything is
    List<Unlisted> beside(Set<Integer> listed, Optional<Location> tree, Progress progress) {
        var name = ImageName.of(ImageKind.PSTREE);
        var at = tree.orElseGet(() -> Location.of(images.directory() + name.fileName(), 0, 0));
        var loss =
                tree.isPresent() ? "entries are missing" : images.explain("not in the checkpoint");
        var tasks = new ArrayList<Unlisted>();
        var threads = 0;
        for (var pid : pids()) {
            progress.advance(0, -1);
            if (listed.contains(pid)) {
                continue;
            }
            var core = task(pid);
            if (core.isPresent()) {
                Observed<Kin> kin = Observed.notCaptured(at.member() + ": " + loss);
                tasks.add(new Unlisted(pid, kin, core.get()));
            } else {
                threads++;
            }
        }
        if (!tasks.isEmpty()) {
            defects.accept(new Defect(at, told(loss, tasks.size(), threads)));
        }
        return tasks;
    }

    private List<Integer> pids() {
        return images.names().stream()
                .filter(name -> name.kind() == ImageKind.CORE && name.id().isPresent())
                .map(name -> (int) name.id().getAsLong())
                .filter(pid -> pid > 0)
                .sorted()
                .toList();
    }

    /// Where the core image of that number says that it is of a task; empty if it is of a thread, or cannot be read.
    private Optional<Location> task(int pid) {
        var core = SingleEntry.in(images, ImageName.of(ImageKind.CORE, pid), CoreEntry.class);
        return core.found()
                .filter(entry -> entry.message().hasTc())
                .map(entry -> entry.entry().at());
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
