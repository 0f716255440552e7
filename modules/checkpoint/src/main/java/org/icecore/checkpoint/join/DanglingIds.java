package org.icecore.checkpoint.join;

import java.util.function.Consumer;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.SeccompEntry;
import org.icecore.evidence.Defect;

/// Finds what threads refer to although the image that should have it does not.
record DanglingIds(ImageSet images, Consumer<Defect> defects) {

    /// Whether there are such filters as the threads say they are under. An image that is not there at all is told of elsewhere.
    void seccomp(TaskTree tasks) {
        var name = ImageName.of(ImageKind.SECCOMP);
        if (!images.has(name)) {
            return;
        }
        var filters =
                images.read(name).stream()
                        .flatMap(image -> image.messages(SeccompEntry.class).stream())
                        .mapToInt(SeccompEntry::getSeccompFiltersCount)
                        .sum();
        for (var task : tasks.all()) {
            task.threads().forEach(thread -> seccomp(thread, filters));
        }
    }

    private void seccomp(TaskThread thread, int filters) {
        if (thread.core() instanceof Observed.Present<ThreadCore>(var core, var at)
                && core.seccompFilter().isPresent()
                && Integer.compareUnsigned(core.seccompFilter().getAsInt(), filters) >= 0) {
            defects.accept(
                    new Defect(
                            at,
                            "thread %s is under seccomp filter %s; seccomp.img has %d"
                                    .formatted(
                                            thread.tid(),
                                            Integer.toUnsignedString(
                                                    core.seccompFilter().getAsInt()),
                                            filters)));
        }
    }
}
