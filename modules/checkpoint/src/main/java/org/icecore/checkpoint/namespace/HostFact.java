package org.icecore.checkpoint.namespace;

import java.util.List;
import org.icecore.evidence.Location;

/// What is recorded of the machine that the container ran on, and of what its kernel was told to do with programs and mounts.
///
/// @param subject of a registration or policy its name, of a mount its number, of a processor its model
/// @param facts each in a few words
public record HostFact(Kind kind, String subject, List<String> facts, Location at) {

    public HostFact {
        facts = List.copyOf(facts);
    }

    /// What it is about.
    public enum Kind {
        PROCESSOR("processor"),
        /// What the kernel runs in place of files of a kind.
        BINARY_FORMAT("binary format"),
        AUTOFS("autofs mount"),
        APPARMOR("AppArmor policy");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The word for tables.
        public String label() {
            return label;
        }
    }
}
