package org.icecore.workbench.job;

/// What a job does, on a thread of its own.
///
/// Cancelling is cooperative and never interrupts the thread, because an interrupt closes the file channel that the thread
/// is reading. Work that runs for more than a moment therefore asks its [Progress] now and then.
@FunctionalInterface
public interface Work<T> {
    /// Does the work and returns its result.
    ///
    /// @throws java.util.concurrent.CancellationException if it stopped because it was cancelled
    T perform(Progress progress) throws Exception;
}
