package org.icecore.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;

/// Which bytes of the evidence have been looked at, so that memory that tasks share is read once.
final class SeenBytes {

    private final Map<String, TreeMap<Long, Long>> members = new HashMap<>();

    /// A run and whether it is looked at for the first time.
    record Part(ByteRange range, boolean fresh) {}

    /// Cuts `at` into parts and notes all of it as seen.
    List<Part> add(Location at) {
        var seen = members.computeIfAbsent(at.member(), _ -> new TreeMap<>());
        var parts = new ArrayList<Part>();
        var position = at.range().start();
        var end = at.range().end();
        while (position < end) {
            var floor = seen.floorEntry(position);
            if (floor != null && floor.getValue() > position) {
                var stop = Math.min(end, floor.getValue());
                parts.add(new Part(new ByteRange(position, stop), false));
                position = stop;
            } else {
                var next = seen.higherKey(position);
                var stop = next == null ? end : Math.min(end, next);
                parts.add(new Part(new ByteRange(position, stop), true));
                position = stop;
            }
        }
        insert(seen, at.range().start(), end);
        return parts;
    }

    private static void insert(TreeMap<Long, Long> seen, long from, long to) {
        var start = from;
        var end = to;
        var floor = seen.floorEntry(start);
        if (floor != null && floor.getValue() >= start) {
            start = floor.getKey();
            end = Math.max(end, floor.getValue());
        }
        for (var next = seen.ceilingEntry(start);
                next != null && next.getKey() <= end;
                next = seen.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            seen.remove(next.getKey());
        }
        seen.put(start, end);
    }
}
