package org.icecore.views.desk;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// Writes the content of a file within a checkpoint to a file of this computer.
final class StoredFileCopy {
    private static final int CHUNK = 1 << 18;

    private StoredFileCopy() {}

    /// Writes beside `target` first, so that a copy that failed leaves nothing behind. Holes stay holes.
    ///
    /// @return the digest of what was written
    /// @throws EvidenceException if bytes of the file are not in the checkpoint: half a file is no copy
    static Digest write(StoredFile file, Path target, Progress progress)
            throws IOException, EvidenceException {
        var digest = Digest.of(file.bytes(), progress);
        var folder = target.toAbsolutePath().getParent();
        var beside = folder.resolve(".%s.%s.part".formatted(target.getFileName(), digest.hex()));
        Files.deleteIfExists(beside);
        try {
            try (var channel =
                    FileChannel.open(
                            beside,
                            Set.of(
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.SPARSE))) {
                fill(channel, file, progress);
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        return digest;
    }

    private static void fill(FileChannel channel, StoredFile file, Progress progress)
            throws IOException, EvidenceException {
        var size = file.bytes().size();
        var chunk = new byte[(int) Math.min(size, CHUNK)];
        for (var part : file.parts()) {
            if (part.origin() instanceof Origin.Zero) {
                continue;
            }
            for (var at = part.range().start(); at < part.range().end(); ) {
                var length = (int) Math.min(chunk.length, part.range().end() - at);
                file.bytes().read(at, MemorySegment.ofArray(chunk).asSlice(0, length));
                write(channel, ByteBuffer.wrap(chunk, 0, length), at);
                at += length;
                progress.advance(at, size);
            }
        }
        // A hole at the end has no bytes that would make the file as long as it is.
        if (size > 0 && channel.size() < size) {
            write(channel, ByteBuffer.wrap(new byte[1]), size - 1);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position)
            throws IOException {
        var at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
