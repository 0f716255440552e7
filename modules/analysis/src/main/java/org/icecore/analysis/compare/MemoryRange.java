package org.icecore.analysis.compare;

import org.icecore.checkpoint.memory.AddressRange;

/// A run of addresses of a task that is not the same in both checkpoints, or not comparable.
///
/// @param reason why it cannot be compared, what is known of a run that came or went, or why a change says nothing; empty for
///     other changes
public record MemoryRange(AddressRange range, State state, String reason) {

    /// What is known of the run.
    public enum State {
        /// Known on both sides, each byte differs.
        CHANGED("changed"),
        /// Mapped in the second checkpoint only.
        ADDED("added"),
        /// Mapped in the first checkpoint only.
        REMOVED("removed"),
        /// Mapped on both sides, content known on one.
        ONE_SIDED("known on one side"),
        /// Mapped on both sides, content known on neither.
        UNKNOWN("not captured");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /// The words for tables.
        public String label() {
            return label;
        }
    }
}
