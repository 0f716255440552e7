package org.icecore.analysis.search;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.Excerpt;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// A place in memory where a pattern was found.
///
/// @param pid the first task, in the order of the process tree, that has the bytes
/// @param mapping that holds the first byte
/// @param at where the match lies in the evidence: its first stored run, should it cross from one into another
/// @param context the match and what lies around it
/// @param alsoAt other tasks that map the same stored bytes, and where
public record Hit(
        Pid pid,
        AddressRange range,
        Optional<Vma> mapping,
        Optional<Location> at,
        Excerpt context,
        List<Place> alsoAt) {

    public Hit {
        alsoAt = List.copyOf(alsoAt);
    }

    /// Where another task has the same bytes.
    public record Place(Pid pid, VirtualAddress address) {

        @Override
        public String toString() {
            return "pid %s at %s".formatted(pid, address);
        }
    }
}
