package org.icecore.evidence;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The digest of a file, taken in another thread while the file is unpacked in this one.
final class DigestInBackground implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("digest").factory());
    private final Future<Digest> digest;

    DigestInBackground(ByteSource file) {
        digest = thread.submit(() -> Digest.of(file, DigestInBackground::stopIfInterrupted));
    }

    private static void stopIfInterrupted(long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    /// The digest, once it is known.
    ///
    /// @throws EvidenceException if the file cannot be read to its end
    /// @throws CancellationException if the thread is interrupted
    Digest await() throws EvidenceException {
        try {
            return digest.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EvidenceException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Gives up if it is not done, and waits until the file is no longer read.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
