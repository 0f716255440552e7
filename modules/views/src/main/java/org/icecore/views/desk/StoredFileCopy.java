package org.icecore.views.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.workbench.dialog.NewFile;

/// Writes the content of a file within a checkpoint to a file of this computer.
final class StoredFileCopy {
    private static final int CHUNK = 1 << 18;

    private StoredFileCopy() {}

    /// Writes beside `target` first, so that a copy that failed leaves nothing behind.
    ///
    /// @return the digest of what was written
    /// @throws EvidenceException if bytes of the file are not in the checkpoint: half a file is no copy
    static Digest write(StoredFile file, Path target, Progress progress)
            throws IOException, EvidenceException {
        var folder = target.toAbsolutePath().getParent();
        var size = file.bytes().size();
        if (Files.getFileStore(folder).getUsableSpace() < size) {
            throw new FileSystemException(
                    target.toString(), null, "no room for " + Counted.of(size, "byte"));
        }
        var digest = Digest.of(file.bytes(), progress);
        var beside = folder.resolve(".%s.%s.part".formatted(target.getFileName(), digest.hex()));
        Files.deleteIfExists(beside);
        try {
            try (var out = NewFile.at(beside)) {
                fill(out, file, progress);
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        return digest;
    }

    private static void fill(OutputStream out, StoredFile file, Progress progress)
            throws IOException, EvidenceException {
        var size = file.bytes().size();
        var chunk = new byte[(int) Math.min(size, CHUNK)];
        for (var at = 0L; at < size; ) {
            var length = (int) Math.min(chunk.length, size - at);
            file.bytes().read(at, MemorySegment.ofArray(chunk).asSlice(0, length));
            out.write(chunk, 0, length);
            at += length;
            progress.advance(at, size);
        }
    }
}
