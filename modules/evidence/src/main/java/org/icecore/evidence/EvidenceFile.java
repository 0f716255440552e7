package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/// The one place where a file of the evidence is opened: for reading, and for nothing else.
final class EvidenceFile {

    private EvidenceFile() {}

    /// Maps a regular file; the mapping lives as long as `arena`.
    ///
    /// @throws CancellationException if the thread is interrupted
    static ByteSource map(Path path, String name, Arena arena) throws EvidenceException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return MappedFile.of(name, channel, arena);
        } catch (ClosedByInterruptException e) {
            throw cancelled(e);
        } catch (IOException e) {
            throw failure(path, name, e);
        } catch (IllegalStateException e) {
            throw new EvidenceException(
                    Location.of(name, 0, 0), "cannot be read, the archive is closed", e);
        }
    }

    static CancellationException cancelled(ClosedByInterruptException cause) {
        var cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    /// Where a symbolic link leads that is there while its file is not.
    private static String leadsTo(Path path) {
        try {
            return Files.isSymbolicLink(path)
                    ? ": the link leads to " + Files.readSymbolicLink(path)
                    : "";
        } catch (IOException _) {
            // Gone, too.
            return "";
        }
    }

    /// What a pipe or a device yields can be read once and in order only, and may never end.
    static EvidenceException special(Path path, String name) {
        return new EvidenceException(
                Location.of(name, 0, 0),
                "neither a file nor a folder: %s; what a pipe or a device yields has to be saved into a file first"
                        .formatted(path));
    }

    static EvidenceException failure(Path path, String name, IOException e) {
        var at = Location.of(name, 0, 0);
        return switch (e) {
            case NoSuchFileException _ ->
                    new EvidenceException(at, "there is no file " + path + leadsTo(path), e);
            case AccessDeniedException _ ->
                    new EvidenceException(at, "may not be read by this user: " + path, e);
            default -> new EvidenceException(at, "cannot be read: " + reason(e), e);
        };
    }

    static String name(Path path) {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
