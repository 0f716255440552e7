package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.icecore.evidence.Progress;

/// Shows how far long work is, in one line that goes away afterwards; passes Ctrl+C on to the work.
final class Watch implements Progress, AutoCloseable {

    private static final long PATIENCE_NANOS = 700_000_000;
    private static final long PAUSE_NANOS = 200_000_000;

    private final String deed;
    private final Optional<PrintWriter> err;
    private final Interruption interruption;
    private long next = System.nanoTime() + PATIENCE_NANOS;
    private int shown;

    /// @param err where to show it; empty if nobody looks
    Watch(String deed, Optional<PrintWriter> err, Interruption interruption) {
        this.deed = deed;
        this.err = err;
        this.interruption = interruption;
    }

    @Override
    public void advance(long done, long total) {
        interruption.check();
        if (err.isPresent() && System.nanoTime() - next > 0) {
            next = System.nanoTime() + PAUSE_NANOS;
            show(line(deed, done, total));
        }
    }

    /// `comparing ... 42 %`.
    static String line(String deed, long done, long total) {
        return total > 0
                ? "%s ... %d %%".formatted(deed, Math.clamp((long) (100.0 * done / total), 0, 100))
                : deed + " ...";
    }

    private void show(String line) {
        err.ifPresent(
                writer -> {
                    writer.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
                    writer.flush();
                });
        shown = line.length();
    }

    @Override
    public void close() {
        clear();
    }

    /// Takes the line away, so that something else can be written there.
    void clear() {
        if (shown > 0) {
            show("");
            err.ifPresent(
                    writer -> {
                        writer.print("\r");
                        writer.flush();
                    });
            shown = 0;
        }
    }
}
