package org.icecore.analysis.content;

import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.container.Inventory;

/// What the inventory of a dump says, and what those of older releases of CRIU leave open.
public final class InventoryCells {

    private InventoryCells() {}

    /// The format of the images.
    static Cell format(Inventory inventory) {
        return switch (inventory.imageVersion()) {
            case 0 -> Cell.notCaptured("the inventory names none, as that of a pre-dump");
            case 1 -> Cell.text("1.0");
            case 2 -> Cell.text("1.1");
            case 3 -> Cell.text("1.2");
            default -> Cell.text("version " + inventory.imageVersion());
        };
    }

    /// The plugins of CRIU that took part. CRIU 4.1 began to write the list, and writes it also when it is empty.
    public static Cell plugins(Inventory inventory) {
        return Cell.of(
                inventory.plugins(),
                "the inventory has no list of them, as before CRIU 4.1",
                Cell.Names::new);
    }

    /// Whether memory was tracked. From CRIU 3.10 on the inventory tells by the uptime, from 3.16 on it names the way in which
    /// traffic was held: with that, no uptime means no tracking.
    public static Cell tracking(Inventory inventory) {
        if (inventory.uptime().isPresent()) {
            return Cell.text("on");
        }
        return inventory.networkLock().isPresent()
                ? Cell.text("off")
                : Cell.notCaptured(
                        "the inventory has no uptime: it was off, or CRIU was older than 3.10");
    }
}
