package org.icecore.app.cli;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// A file for bytes of the evidence: new, readable by its owner alone, and whole or not there.
final class FreshFile {

    private static final int CHUNK = 1 << 20;
    /// Little at a time: of large writes Linux makes large pieces of its file cache, for which it has to find fresh memory.
    private static final int WRITE = 1 << 14;

    private FreshFile() {}

    /// What fills the file.
    interface Filling {
        void into(FileChannel channel) throws IOException, EvidenceException;
    }

    /// Reads a run of bytes.
    interface Reading {
        void read(long position, MemorySegment target) throws EvidenceException;
    }

    /// Makes the file. One that exists is never touched.
    static void write(Path file, Filling filling) throws IOException, EvidenceException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    file.toString(), null, "there is no folder to write it into");
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        // Made for its owner alone: evidence holds secrets.
        var part = partIn(folder);
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                filling.into(channel);
            }
            Files.move(part, target);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// The name of the unfinished file means nothing to whoever is told that it cannot be made.
    private static Path partIn(Path folder) throws IOException {
        try {
            return Files.createTempFile(folder, ".icecore-", ".part");
        } catch (AccessDeniedException denied) {
            throw FileTrouble.at(folder, denied);
        }
    }

    /// Appends the bytes from `start` to before `end`.
    static void copy(Reading source, long start, long end, FileChannel channel, Progress progress)
            throws IOException, EvidenceException {
        // Addresses are unsigned, a length never is.
        var chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK, end - start));
        for (var at = start; at != end; ) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), end - at));
            source.read(at, MemorySegment.ofBuffer(chunk));
            at += chunk.limit();
            while (chunk.hasRemaining()) {
                int length = Math.min(WRITE, chunk.remaining());
                chunk.position(
                        chunk.position() + channel.write(chunk.slice(chunk.position(), length)));
            }
            progress.advance(at - start, end - start);
        }
    }
}
