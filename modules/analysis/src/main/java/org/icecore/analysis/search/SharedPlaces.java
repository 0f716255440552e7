package org.icecore.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;

/// Which tasks have which stored bytes at which addresses.
final class SharedPlaces {

    private final Map<String, List<Run>> runs = new HashMap<>();

    private record Run(ByteRange range, Pid pid, long address) {}

    static SharedPlaces of(Checkpoint checkpoint) {
        var places = new SharedPlaces();
        for (var task : checkpoint.tasks().all()) {
            task.memory().found().ifPresent(memory -> places.add(task, memory));
        }
        return places;
    }

    private void add(Task task, AddressSpace memory) {
        for (var vma : memory.vmas()) {
            for (var extent : memory.walk(vma.range())) {
                if (extent.origin() instanceof Origin.Captured(Location at, _)) {
                    runs.computeIfAbsent(at.member(), _ -> new ArrayList<>())
                            .add(new Run(at.range(), task.pid(), extent.range().start()));
                }
            }
        }
    }

    /// The places of the byte at `at` other than in task `pid` at `address`, in the order of the tasks.
    List<Hit.Place> others(Location at, Pid pid, long address) {
        var start = at.range().start();
        var places = new ArrayList<Hit.Place>();
        for (var run : runs.getOrDefault(at.member(), List.of())) {
            if (run.range().start() <= start && start < run.range().end()) {
                var place =
                        new Hit.Place(
                                run.pid(),
                                new VirtualAddress(run.address() + (start - run.range().start())));
                if (!(place.pid().equals(pid) && place.address().value() == address)) {
                    places.add(place);
                }
            }
        }
        return places;
    }
}
