package org.icecore.workbench.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The entries reported since the program started, the newest last. May be reported to from any thread.
public final class ErrorLog {
    private static final int LIMIT = 5_000;

    private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<LogEntry> shown =
            FXCollections.unmodifiableObservableList(entries);
    private final Clock clock;
    private final Executor ui;

    /// @param ui runs what changes observables; in the window the UI thread
    public ErrorLog(Clock clock, Executor ui) {
        this.clock = clock;
        this.ui = ui;
    }

    /// The entries; changes on the UI thread only. Beyond a few thousand the oldest are dropped.
    public ObservableList<LogEntry> entries() {
        return shown;
    }

    /// Reports something with details of several lines, or none.
    public void report(Severity severity, String message, String details) {
        var entry = new LogEntry(clock.instant(), severity, message, details);
        ui.execute(
                () -> {
                    if (entries.size() == LIMIT) {
                        entries.removeFirst();
                    }
                    entries.add(entry);
                });
    }

    /// Reports an error with the stack trace of its cause as details.
    public void error(String message, Throwable cause) {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        report(Severity.ERROR, message, trace.toString().stripTrailing());
    }

    /// Forgets the entries.
    public void clear() {
        ui.execute(entries::clear);
    }
}
