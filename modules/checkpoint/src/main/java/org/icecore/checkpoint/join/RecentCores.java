package org.icecore.checkpoint.join;

import java.util.LinkedHashMap;
import java.util.Map;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Pid;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.CoreEntry;

/// The core images that were read last: who asks one task for one thing after the other reads its image once, and a dump of any
/// number of tasks costs the heap of a few. Safe for use by several threads.
final class RecentCores {

    /// Several readers at once, each with the threads of a task.
    private static final int MOST = 32;

    /// Ordinary ones have one to five kilobytes; larger ones are read anew.
    private static final long LARGEST = 1 << 16;

    private final ImageSet images;
    private final Map<Pid, Observed<SingleEntry<CoreEntry>>> cores =
            new LinkedHashMap<>(2 * MOST, 0.75f, true);

    RecentCores(ImageSet images) {
        this.images = images;
    }

    ImageSet images() {
        return images;
    }

    /// The core of a thread.
    Observed<SingleEntry<CoreEntry>> of(Pid tid) {
        synchronized (cores) {
            var known = cores.get(tid);
            if (known != null) {
                return known;
            }
        }
        var core =
                SingleEntry.in(
                        images,
                        ImageName.of(ImageKind.CORE, Integer.toUnsignedLong(tid.value())),
                        CoreEntry.class);
        if (core.found().filter(found -> found.image().source().size() <= LARGEST).isPresent()) {
            keep(tid, core);
        }
        return core;
    }

    private void keep(Pid tid, Observed<SingleEntry<CoreEntry>> core) {
        synchronized (cores) {
            cores.put(tid, core);
            if (cores.size() > MOST) {
                cores.remove(cores.keySet().iterator().next());
            }
        }
    }
}
