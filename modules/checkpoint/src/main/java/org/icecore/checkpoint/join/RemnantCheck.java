package org.icecore.checkpoint.join;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.InventoryEntry;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;
import org.icecore.evidence.Progress;

/// Tells a remnant for whoever looks at one image alone, by the few images that name tasks, threads and descriptor tables.
public final class RemnantCheck {

    private static final Set<ImageKind> NAMING =
            EnumSet.of(ImageKind.INVENTORY, ImageKind.PSTREE, ImageKind.CORE, ImageKind.IDS);

    private RemnantCheck() {}

    /// Whether `image` is a remnant, by the process tree that lies beside it; no, if none does.
    public static boolean isRemnant(Archive archive, Member image, Progress progress) {
        var path = new MemberPath(image.name());
        var name = ImageName.of(path.last()).filter(one -> one.id().isPresent());
        if (name.isEmpty()) {
            return false;
        }
        var directory = path.parent();
        // What is wrong beside the image is not asked for.
        var images = ImageSet.in(archive, directory, _ -> {}).only(NAMING);
        boolean tablesPerId = tablesPerId(images);
        var tasks = new TaskReader(images, Map.of(), new SignalOwners(), tablesPerId, _ -> {});
        var tree = TaskTree.of(tasks.read(progress));
        return new StaleImages(tree, tablesPerId).contains(name.get());
    }

    /// As every dump of the last ten years has them, if the inventory does not say.
    private static boolean tablesPerId(ImageSet images) {
        return SingleEntry.in(images, ImageName.of(ImageKind.INVENTORY), InventoryEntry.class)
                .found()
                .map(inventory -> inventory.message().getFdinfoPerId())
                .orElse(true);
    }
}
