package org.icecore.analysis.search;

import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.task.Pid;

/// A run of printable characters in memory.
///
/// @param pid the first task that has the bytes
public record MemoryString(Pid pid, AddressRange range, Encoding encoding, String text) {

    /// How the characters are stored.
    public enum Encoding {
        ASCII("ascii"),
        UTF_16LE("utf-16le");

        private final String label;

        Encoding(String label) {
            this.label = label;
        }

        /// The word for tables.
        public String label() {
            return label;
        }
    }
}
