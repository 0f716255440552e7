package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A task's command line, read from its memory by the rule of the kernel's `/proc/PID/cmdline`.
///
/// @param arguments the strings between NULs; one string where the task has set a title over its arguments
/// @param title whether the task has written over the end of its argument area, as nginx and postgres do
/// @param stop which part behind these is not captured, and why; the last of the arguments may be cut there
public record CommandLine(List<String> arguments, boolean title, Optional<String> stop) {

    /// A command line that was captured whole.
    public CommandLine(List<String> arguments, boolean title) {
        this(arguments, title, Optional.empty());
    }

    public CommandLine {
        arguments = List.copyOf(arguments);
    }

    /// In one line; arguments that are empty or hold blanks, quotes or control characters are quoted as for a shell.
    ///
    /// A title, and one that was padded with NULs over the whole area (as nginx pads its workers'), stands unquoted. Behind one
    /// of which only the beginning was captured stands where it stops.
    public String text() {
        return words() + stop.map(" ... (stops here, not captured: %s)"::formatted).orElse("");
    }

    private String words() {
        var padded = arguments.size() > 1 && arguments.stream().skip(1).allMatch(String::isEmpty);
        return title || padded
                ? String.join(" ", arguments).strip()
                : arguments.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        if (!argument.isEmpty() && argument.chars().allMatch(CommandLine::plain)) {
            return argument;
        }
        return "'" + argument.replace("'", "'\\''").replace("\n", "\\n") + "'";
    }

    private static boolean plain(int c) {
        return c > ' ' && c != 0x7f && "\"'\\".indexOf(c) < 0;
    }
}
