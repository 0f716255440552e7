package org.icecore.workbench.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One entry of the error log.
///
/// @param details several lines perhaps, such as a stack trace; empty if the message says it all
public record LogEntry(Instant time, Severity severity, String message, String details) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// The time as the program prints times: `2026-11-21 22:52:01 UTC`.
    public String timeText() {
        return UTC.format(time);
    }

    /// The entry as plain text, to be pasted into a message.
    public String text() {
        var head = "%s %s %s".formatted(timeText(), severity.word(), message);
        return details.isEmpty()
                ? head
                : head + System.lineSeparator() + details.indent(4).stripTrailing();
    }
}
