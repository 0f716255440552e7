package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.Cipher;

/// Takes bytes from one thread, and encrypts and writes them in another while the next are made.
///
/// Holds up to four chunks of clear text, which are wiped on closing. They are large, so that the threads seldom wait for
/// each other: to wake one on a processor that rests takes longer than to encrypt many pages.
final class SealedSink implements AutoCloseable {

    private static final int CHUNK = 1 << 22;
    private static final int CHUNKS = 4;

    private final Chunk[] ring = Stream.generate(Chunk::new).limit(CHUNKS).toArray(Chunk[]::new);
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("working copy").factory());
    private final Future<Sealer> sealer;
    private final UnpackingBudget budget;
    private int current;
    private long sent;

    /// @param budget is charged with what is written
    SealedSink(FileChannel target, CopyKey key, UnpackingBudget budget) {
        this.budget = budget;
        // The first cipher of a process takes a tenth of a second to be found.
        this.sealer = writer.submit(() -> new Sealer(target, key.at(0)));
    }

    /// Bytes taken so far.
    long total() {
        return sent + ring[current].clear().position();
    }

    /// A direct buffer with room, in which the next bytes are to be put.
    ///
    /// @throws EvidenceException if more was unpacked than is allowed; `packed` is named as what it came from
    ByteBuffer room(ByteSource packed) throws IOException, EvidenceException {
        if (!ring[current].clear().hasRemaining()) {
            send(packed);
        }
        return ring[current].clear();
    }

    /// Waits until everything is written, and says which pages are.
    StoredPages finish(ByteSource packed) throws IOException, EvidenceException {
        send(packed);
        for (var chunk : ring) {
            await(chunk);
        }
        return sealer.resultNow().stored();
    }

    private void send(ByteSource packed) throws IOException, EvidenceException {
        var chunk = ring[current];
        int length = chunk.clear().position();
        budget.spend(length, packed);
        sent += length;
        chunk.written = writer.submit(sealing(chunk));
        current = (current + 1) % CHUNKS;
        await(ring[current]);
        ring[current].clear().clear();
    }

    private Callable<Sealer> sealing(Chunk chunk) {
        return () -> sealer.get().write(chunk.clear().flip());
    }

    private static void await(Chunk chunk) throws IOException {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            chunk.written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new ClosedByInterruptException();
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        }
    }

    /// Ends the writing, finished or not, and wipes what was not encrypted yet.
    @Override
    public void close() {
        writer.shutdownNow();
        // Waits: the file must not be closed or given up under the thread that writes it.
        writer.close();
        for (var chunk : ring) {
            chunk.wipe();
        }
    }

    private static final class Chunk {

        private Optional<ByteBuffer> buffer = Optional.empty();
        private Future<?> written = CompletableFuture.completedFuture(null);

        /// Made when it is first needed, for most archives fill no more than one.
        ByteBuffer clear() {
            if (buffer.isEmpty()) {
                buffer = Optional.of(ByteBuffer.allocateDirect(CHUNK));
            }
            return buffer.get();
        }

        void wipe() {
            buffer.ifPresent(clear -> MemorySegment.ofBuffer(clear.clear()).fill((byte) 0));
        }
    }

    /// Encrypts and writes, in one thread, all but pages of zeros.
    ///
    /// Writes little at a time: of a large write Linux makes large pieces of its file cache, for which it takes memory that
    /// nobody has used for long, and in a virtual machine the host has to find that first.
    private record Sealer(
            FileChannel target,
            Cipher cipher,
            StoredPages stored,
            byte[] clear,
            byte[] piece,
            ByteBuffer sealed) {

        private static final int WRITE = 4 * CopyKey.PIECE;
        private static final byte[] ZEROS = new byte[CopyKey.PIECE];

        Sealer(FileChannel target, Cipher cipher) {
            this(
                    target,
                    cipher,
                    new StoredPages(),
                    new byte[CopyKey.PIECE],
                    new byte[CopyKey.PIECE],
                    ByteBuffer.allocateDirect(WRITE));
        }

        Sealer write(ByteBuffer chunk) throws IOException, GeneralSecurityException {
            while (chunk.hasRemaining()) {
                sealed.clear();
                while (chunk.hasRemaining() && sealed.hasRemaining()) {
                    seal(chunk);
                }
                sealed.flip();
                while (sealed.hasRemaining()) {
                    target.write(sealed);
                }
            }
            Arrays.fill(clear, (byte) 0);
            return this;
        }

        private void seal(ByteBuffer chunk) throws GeneralSecurityException {
            int length = Math.min(CopyKey.PIECE, chunk.remaining());
            chunk.get(clear, 0, length);
            boolean zeros = Arrays.equals(clear, 0, length, ZEROS, 0, length);
            stored.add(!zeros);
            if (zeros) {
                return;
            }
            cipher.update(clear, 0, length, piece, 0);
            sealed.put(piece, 0, length);
        }
    }
}
