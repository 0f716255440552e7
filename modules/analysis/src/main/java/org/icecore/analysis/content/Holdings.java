package org.icecore.analysis.content;

import java.util.LinkedHashSet;
import java.util.List;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;

/// How much of a run of addresses the checkpoint holds; all in bytes.
///
/// @param captured stored with the task's own pages
/// @param shared stored with a segment that tasks share
/// @param zero never written to, known to be zero
/// @param notCaptured the task had it, the checkpoint does not
/// @param notMapped the task had nothing there
/// @param reasons why parts were not captured, in address order, each once
public record Holdings(
        long captured,
        long shared,
        long zero,
        long notCaptured,
        long notMapped,
        List<String> reasons) {

    public Holdings {
        reasons = List.copyOf(reasons);
    }

    /// What `memory` holds of `range`.
    public static Holdings of(AddressSpace memory, AddressRange range) {
        long captured = 0;
        long shared = 0;
        long zero = 0;
        long notCaptured = 0;
        long notMapped = 0;
        var reasons = new LinkedHashSet<String>();
        for (var extent : memory.walk(range)) {
            var length = extent.range().length();
            switch (extent.origin()) {
                case Origin.Captured(_, var store) -> {
                    switch (store) {
                        case PRIVATE -> captured += length;
                        case SHARED -> shared += length;
                    }
                }
                case Origin.Zero _ -> zero += length;
                case Origin.NotCaptured(_, var reason) -> {
                    notCaptured += length;
                    reasons.add(reason);
                }
                case Origin.NotMapped _ -> notMapped += length;
            }
        }
        return new Holdings(captured, shared, zero, notCaptured, notMapped, List.copyOf(reasons));
    }
}
