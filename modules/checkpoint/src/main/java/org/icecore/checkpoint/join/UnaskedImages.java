package org.icecore.checkpoint.join;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.KernelState;
import org.icecore.criu.ImageName;
import org.icecore.evidence.Defect;

/// The images that nothing is joined from, and that are read again when somebody asks for what they hold. They are gone through
/// once, keeping nothing, so that damage in them is a defect of the checkpoint, whoever asks for what.
///
/// Images with the content of files are not among them: to look into a tmpfs takes unpacking it.
record UnaskedImages(
        ImageSet images, StaleImages stale, KernelState kernel, Consumer<Defect> defects) {

    /// Tells what is wrong with them; what was found before is found again.
    void tell() {
        // Queues are read with the objects of IPC, cgroups with the sets that tasks sit in.
        var tables =
                List.<Supplier<Gathered<?>>>of(
                        kernel::locks,
                        kernel::queues,
                        kernel::cgroups,
                        kernel::terminals,
                        kernel::seccompFilters,
                        kernel::hostFacts,
                        kernel::namespaces);
        tables.forEach(table -> table.get().defects().forEach(defects));
        images.names().stream()
                .filter(UnaskedImages::ofNoTable)
                .filter(name -> !stale.contains(name))
                .forEach(this::goThrough);
    }

    private void goThrough(ImageName name) {
        images.open(name).ifPresent(source -> images.visit(source, name, _ -> {}));
    }

    /// Images of one task, as they were before their content went into its core image, and those that no table shows.
    private static boolean ofNoTable(ImageName name) {
        return switch (name.kind()) {
            case SIGACT,
                    ITIMERS,
                    POSIX_TIMERS,
                    SIGNAL,
                    PSIGNAL,
                    BPFMAP_DATA,
                    IRMAP_CACHE,
                    STATS_RESTORE ->
                    true;
            default -> false;
        };
    }
}
