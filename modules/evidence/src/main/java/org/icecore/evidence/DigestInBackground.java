package org.icecore.evidence;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// The digest of a file, taken in another thread while the file is unpacked in this one.
///
/// It keeps step with the unpacking, which is what one waits for: where there are two processors, a digest that runs ahead
/// takes one of them from unpacking and writing and leaves it idle later. Both also find the bytes in the same caches.
final class DigestInBackground implements AutoCloseable {

    /// How far the digest goes at a time; a multiple of the pieces that [Digest] reports.
    private static final int STEP = 1 << 24;

    /// More steps than any file has.
    private static final int ALL = Integer.MAX_VALUE / 2;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("digest").factory());
    private final Semaphore steps = new Semaphore(0);
    private final Future<Digest> digest;

    DigestInBackground(ByteSource file) {
        digest = thread.submit(() -> Digest.of(file, this::keepStep));
    }

    private void keepStep(long done, long total) {
        if (done > 0 && done % STEP == 0) {
            try {
                steps.acquire();
            } catch (InterruptedException _) {
                throw new CancellationException();
            }
        } else if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    /// Tells `progress` how far the unpacking of the file is, and lets the digest go as far.
    Progress pacedBy(Progress progress) {
        return new Progress() {
            private long allowed;

            @Override
            public void advance(long done, long total) {
                progress.advance(done, total);
                long reached = done / STEP;
                if (reached > allowed) {
                    steps.release((int) (reached - allowed));
                    allowed = reached;
                }
            }
        };
    }

    /// The digest, once it is known; nothing is waited for but the digest.
    ///
    /// @throws EvidenceException if the file cannot be read to its end
    /// @throws CancellationException if the thread is interrupted
    Digest await() throws EvidenceException {
        steps.release(ALL);
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
