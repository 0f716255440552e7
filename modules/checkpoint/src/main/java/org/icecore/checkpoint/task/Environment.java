package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.memory.VirtualAddress;

/// The strings of a task's environment area, in its order; read from its memory.
///
/// A task that sets a title overwrites part of them: a string need not have the form `name=value`.
///
/// @param stop which part behind these is not captured, and why; the last of the strings may be cut there
public record Environment(List<Entry> entries, Optional<String> stop) {

    /// An environment that was captured whole.
    public Environment(List<Entry> entries) {
        this(entries, Optional.empty());
    }

    public Environment {
        entries = List.copyOf(entries);
    }

    /// One string of the area.
    ///
    /// @param text as it stands there
    /// @param address of its first byte
    public record Entry(String text, VirtualAddress address) {

        /// What stands before the first `=`; empty if there is none.
        public Optional<String> name() {
            var equals = text.indexOf('=');
            return equals < 0 ? Optional.empty() : Optional.of(text.substring(0, equals));
        }

        /// What stands behind the first `=`; empty if there is none.
        public Optional<String> value() {
            var equals = text.indexOf('=');
            return equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1));
        }
    }

    /// The value of the first variable of that name.
    public Optional<String> value(String name) {
        return entries.stream()
                .filter(entry -> entry.name().filter(name::equals).isPresent())
                .findFirst()
                .flatMap(Entry::value);
    }
}
