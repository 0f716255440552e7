package org.icecore.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.analysis.content.EndedTask;
import org.icecore.analysis.content.Excerpt;
import org.icecore.analysis.table.Counted;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Looks for a pattern in the memory of tasks.
///
/// Looks at all that the checkpoint stores, shared segments included, and over the seams of pages and mappings whose addresses
/// adjoin. A match holds at least one stored byte: pages known to be zero are not searched by themselves. Overlapping matches are
/// all found. Stored bytes that several tasks have are searched once; a hit names the first task and, in
/// [Hit#alsoAt], the others.
///
/// @param context bytes to show before and behind a hit, at most 4096
/// @param most hits after which the search ends, told as partial
public record MemorySearch(BytePattern pattern, int context, int most) {

    public MemorySearch {
        if (context < 0 || context > 4096 || most < 1) {
            throw new IllegalArgumentException("context %d, most %d".formatted(context, most));
        }
    }

    /// A search with 16 bytes of context and at most 10,000 hits.
    public static MemorySearch forPattern(BytePattern pattern) {
        return new MemorySearch(pattern, 16, 10_000);
    }

    /// Searches all tasks, or one.
    ///
    /// @param found gets each hit as soon as it is found, on the calling thread
    /// @param progress counts stored bytes; cancelling it ends the search with its exception
    public SearchResult in(
            Checkpoint checkpoint, Optional<Pid> only, Consumer<Hit> found, Progress progress) {
        var tasks =
                checkpoint.tasks().all().stream()
                        .filter(task -> only.isEmpty() || only.get().equals(task.pid()))
                        .toList();
        return new Run(checkpoint, tasks, found, progress).search();
    }

    /// One search under way.
    private final class Run {

        private final Checkpoint checkpoint;
        private final List<Task> tasks;
        private final Consumer<Hit> found;
        private final Progress progress;
        private final SharedPlaces places;
        private final List<Hit> hits = new ArrayList<>();
        private final List<String> gaps = new ArrayList<>();

        Run(Checkpoint checkpoint, List<Task> tasks, Consumer<Hit> found, Progress progress) {
            this.checkpoint = checkpoint;
            this.tasks = tasks;
            this.found = found;
            this.progress = progress;
            this.places = SharedPlaces.of(checkpoint);
        }

        SearchResult search() {
            var current = new Task[1];
            var window = new SearchWindow(pattern, range -> hit(current[0], range));
            var scan = new MemoryScan(pattern.length() - 1, total(), window, progress);
            for (var task : tasks) {
                current[0] = task;
                if (!EndedTask.test(task)) {
                    task.memory()
                            .absence()
                            .ifPresent(
                                    reason ->
                                            gaps.add(
                                                    "memory of task %s: %s"
                                                            .formatted(task.pid(), reason)));
                }
                var memory = task.memory().found();
                if (memory.isPresent() && !scan.scan(task, memory.get())) {
                    gaps.add("the search ended after " + Counted.of(most, "hit"));
                    break;
                }
            }
            gaps.addAll(scan.gaps());
            return new SearchResult(checkpoint, pattern, hits, Coverage.without(gaps));
        }

        private long total() {
            return tasks.stream()
                    .mapToLong(
                            task ->
                                    task.memory()
                                            .found()
                                            .map(AddressSpace::capturedBytes)
                                            .orElse(0L))
                    .sum();
        }

        private boolean hit(Task task, AddressRange range) {
            if (hits.size() == most) {
                return false;
            }
            var memory = task.memory().found().orElseThrow();
            try {
                var at =
                        memory.extents(range).stream()
                                .flatMap(extent -> location(extent).stream())
                                .findFirst();
                var first = memory.extents(range).getFirst();
                var hit =
                        new Hit(
                                task.pid(),
                                range,
                                memory.vma(range.start()),
                                at,
                                Excerpt.around(memory, range, context),
                                location(first)
                                        .map(
                                                location ->
                                                        places.others(
                                                                location,
                                                                task.pid(),
                                                                range.start()))
                                        .orElse(List.of()));
                hits.add(hit);
                found.accept(hit);
            } catch (EvidenceException e) {
                gaps.add(
                        "around the hit at %s of task %s: %s"
                                .formatted(range, task.pid(), e.getMessage()));
            }
            return true;
        }
    }

    private static Optional<Location> location(Extent extent) {
        return switch (extent.origin()) {
            case Origin.Captured(Location at, _) ->
                    Optional.of(
                            Location.of(at.member(), at.range().start(), extent.range().length()));
            case Origin.Zero _, Origin.NotCaptured _, Origin.NotMapped _ -> Optional.empty();
        };
    }
}
