package org.icecore.analysis.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.ThreadTraits;

/// The areas that threads of a task registered with `rseq(2)` in both checkpoints.
///
/// The kernel writes the number of the processor and of the memory node there whenever it lets the thread run elsewhere
/// (`include/uapi/linux/rseq.h`, `struct rseq`): bytes of it that changed tell nothing of what the program did.
///
/// @param areas ascending
public record RestartableAreas(List<AddressRange> areas) {

    /// What is said of a run that lies wholly in one.
    public static final String REASON =
            "a thread's area for restartable sequences (rseq), which the kernel itself rewrites as it moves the thread"
                    + " between processors: noise";

    /// Twenty-eight bytes are in use, and kernels to come add some. An image can claim any size.
    private static final int LARGEST = 256;

    /// No area.
    public static final RestartableAreas NONE = new RestartableAreas(List.of());

    public RestartableAreas {
        areas = List.copyOf(areas);
    }

    /// Reads the threads' images: only worth it where bytes have changed.
    static RestartableAreas of(Checkpoint first, Task before, Checkpoint second, Task after) {
        var old = registered(first, before).collect(Collectors.toSet());
        return new RestartableAreas(
                registered(second, after).filter(old::contains).distinct().sorted().toList());
    }

    private static Stream<AddressRange> registered(Checkpoint checkpoint, Task task) {
        return task.threads().stream()
                .flatMap(thread -> checkpoint.kernel().traits(thread).found().stream())
                .flatMap(traits -> traits.restartableSequences().stream())
                .filter(RestartableAreas::isPossible)
                .map(area -> AddressRange.of(area.address(), area.size()));
    }

    /// The size is what an image claims.
    private static boolean isPossible(ThreadTraits.Area area) {
        return area.size() > 0
                && area.size() <= LARGEST
                && Long.compareUnsigned(area.address() + area.size(), area.address()) > 0;
    }

    /// Whether one holds all of `run`; found by bisection.
    public boolean hold(AddressRange run) {
        var low = 0;
        var high = areas.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (Long.compareUnsigned(areas.get(middle).start(), run.start()) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && Long.compareUnsigned(run.end(), areas.get(low - 1).end()) <= 0;
    }
}
