package org.icecore.workbench.job;

import java.util.concurrent.CancellationException;

/// How work tells how far it is, and learns that it is no longer wanted. Cheap enough for each mebibyte, not for each byte.
public interface Progress {
    /// A progress that shows nothing and is never cancelled, for tests and for work without a window.
    Progress SILENT =
            new Progress() {
                @Override
                public void update(long done, long total, String message) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /// Tells how much is done, in any unit.
    ///
    /// @param total 0 or less if it is not known
    /// @param message what is being done; may be empty
    void update(long done, long total, String message);

    /// Whether the work should stop.
    boolean isCancelled();

    /// Stops the work if it should stop.
    default void check() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
