package org.icecore.app.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets work that is under way clean up when the user presses Ctrl+C. Safe for use by several threads.
public final class Interruption {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int working;
    private volatile boolean wanted;

    /// Asks the work to stop and waits until it has, but not longer than this; for the end of the Java machine.
    public void stop(long time, TimeUnit unit) {
        wanted = true;
        var rest = unit.toNanos(time);
        lock.lock();
        try {
            while (working > 0 && rest > 0) {
                rest = ended.awaitNanos(rest);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Ends work that nobody wants any more.
    ///
    /// @throws CancellationException if it has been asked to stop
    void check() {
        if (wanted) {
            throw new CancellationException("interrupted");
        }
    }

    /// Begins work that leaves something behind unless it ends in order.
    Work begin() {
        lock.lock();
        try {
            working++;
            return new Work();
        } finally {
            lock.unlock();
        }
    }

    /// Work that the end of the Java machine waits for.
    final class Work implements AutoCloseable {

        @Override
        public void close() {
            lock.lock();
            try {
                working--;
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
