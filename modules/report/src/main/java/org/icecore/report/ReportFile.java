package org.icecore.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.icecore.evidence.Progress;

/// A report on disk: whole, or not there at all.
public final class ReportFile {

    /// What is to become of a file that stands where the report is to go.
    public enum Existing {
        /// It stays, and nothing is written.
        KEEP,
        /// The report takes its place in one step.
        REPLACE
    }

    private ReportFile() {}

    /// Writes `report` beside `target` under a temporary name, then gives it its own.
    ///
    /// Whatever goes wrong, and also when `progress` cancels: there is no half report and no temporary file.
    ///
    /// @throws FileAlreadyExistsException if `target` exists and is to stay, or is a folder
    /// @throws NoSuchFileException if the folder of `target` does not exist
    /// @throws AccessDeniedException if the folder cannot be written to
    public static void write(
            Report report, ReportWriter writer, Path target, Existing existing, Progress progress)
            throws IOException {
        var file = target.toAbsolutePath();
        var folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    String.valueOf(folder), null, "no folder to write the report into");
        }
        refuse(file, existing);
        // Created for the owner alone: a report quotes memory.
        var temporary = temporaryIn(folder);
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    var out =
                            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                writer.write(report, out, progress);
                out.flush();
                channel.force(true);
            }
            refuse(file, existing);
            move(temporary, file, existing);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// The name of the temporary file means nothing to whoever is told that it cannot be made.
    private static Path temporaryIn(Path folder) throws IOException {
        try {
            return Files.createTempFile(folder, ".report-", ".part");
        } catch (AccessDeniedException denied) {
            var ofFolder = new AccessDeniedException(folder.toString(), null, denied.getReason());
            ofFolder.initCause(denied);
            throw ofFolder;
        }
    }

    private static void refuse(Path file, Existing existing) throws FileAlreadyExistsException {
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "is a folder");
        }
        if (existing == Existing.KEEP && Files.exists(file)) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "exists and was not to be replaced");
        }
    }

    private static void move(Path temporary, Path file, Existing existing) throws IOException {
        if (existing == Existing.KEEP) {
            Files.move(temporary, file);
            return;
        }
        try {
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
