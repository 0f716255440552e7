package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;

/// What became of one pid.
///
/// @param before the task in the first checkpoint
/// @param after the task in the second checkpoint
/// @param reason by what evidence the two are, or are not, the same process
/// @param changes of the task and all that belongs to it
/// @param mappings runs of addresses in ascending order; empty unless both are the same process and have memory
/// @param memory byte for byte; empty unless both are the same process and have memory
public record TaskComparison(
        Pid pid,
        Fate fate,
        Optional<Task> before,
        Optional<Task> after,
        String reason,
        List<Change> changes,
        List<MappingComparison> mappings,
        Optional<MemoryComparison> memory) {

    public TaskComparison {
        changes = List.copyOf(changes);
        mappings = List.copyOf(mappings);
    }

    /// How many changes there are, without what cannot be told.
    public int changed() {
        return (int) changes.stream().filter(change -> change.mark() != Mark.UNKNOWN).count();
    }

    /// What became of a pid.
    public enum Fate {
        /// Only in the second checkpoint.
        ADDED("added"),
        /// Only in the first checkpoint.
        REMOVED("removed"),
        /// The pid is another program now: the task called `execve`, or it ended and the pid was used again.
        REPLACED("replaced"),
        /// The same process with differences.
        CHANGED("changed"),
        /// The same process without differences.
        UNCHANGED("unchanged"),
        /// In one checkpoint, and the other cannot tell whether it was there.
        UNKNOWN("unknown");

        private final String label;

        Fate(String label) {
            this.label = label;
        }

        /// The word for tables.
        public String label() {
            return label;
        }
    }
}
