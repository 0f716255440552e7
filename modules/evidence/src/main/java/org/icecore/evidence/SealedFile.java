package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.crypto.Cipher;

/// An encrypted file, decrypted into the buffer of whoever reads; clear text is kept nowhere.
final class SealedFile implements ByteSource {

    /// Readers that are kept to be used again.
    private static final int KEPT = 8;

    private final long size;
    private final MappedFile sealed;
    private final StoredPages stored;
    private final CopyKey key;
    private final BlockingQueue<Reader> idle = new ArrayBlockingQueue<>(KEPT);

    /// @param size bytes of the content
    /// @param sealed the file as it lies on disk
    /// @param stored which pages of the content it holds
    SealedFile(long size, MappedFile sealed, StoredPages stored, CopyKey key) {
        this.size = size;
        this.sealed = sealed;
        this.stored = stored;
        this.key = key;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Location locate(ByteRange range) {
        return sealed.locate(range);
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        try {
            key.check();
            for (long done = 0; done < target.byteSize(); ) {
                var run = stored.at(position + done, target.byteSize() - done);
                var part = target.asSlice(done, run.bytes());
                if (run.zeros()) {
                    part.fill((byte) 0);
                } else {
                    decrypt(run.stored(), part);
                }
                done += run.bytes();
            }
        } catch (IllegalStateException e) {
            throw new EvidenceException(
                    Location.of(sealed.name(), position, target.byteSize()),
                    "cannot be read, the archive is closed",
                    e);
        }
    }

    private void decrypt(long at, MemorySegment target) throws EvidenceException {
        var known = idle.poll();
        var reader = known == null ? new Reader(key.at(at)) : known;
        reader.read(this, at, target);
        idle.offer(reader);
    }

    /// A cipher and the encrypted bytes on their way to it; for one thread at a time.
    private static final class Reader {

        private static final int STAGE = 1 << 16;

        private final Cipher cipher;
        private final byte[] stage = new byte[STAGE];
        private final MemorySegment staged = MemorySegment.ofArray(stage);

        Reader(Cipher cipher) {
            this.cipher = cipher;
        }

        void read(SealedFile file, long position, MemorySegment target) throws EvidenceException {
            try {
                file.key.move(cipher, position);
                for (long done = 0; done < target.byteSize(); done += STAGE) {
                    int length = (int) Math.min(STAGE, target.byteSize() - done);
                    file.sealed.read(position + done, staged.asSlice(0, length));
                    decrypt(length, target.asSlice(done, length));
                }
            } catch (GeneralSecurityException e) {
                throw new AssertionError("counter mode takes any length", e);
            }
        }

        private void decrypt(int length, MemorySegment target) throws GeneralSecurityException {
            if (target.heapBase().orElse(null) instanceof byte[] array) {
                decrypt(length, array, (int) target.address());
            } else {
                var clear = new byte[length];
                decrypt(length, clear, 0);
                target.copyFrom(MemorySegment.ofArray(clear));
                Arrays.fill(clear, (byte) 0);
            }
        }

        private void decrypt(int length, byte[] clear, int start) throws GeneralSecurityException {
            for (int at = 0; at < length; at += CopyKey.PIECE) {
                int piece = Math.min(CopyKey.PIECE, length - at);
                cipher.update(stage, at, piece, clear, start + at);
            }
        }
    }
}
