package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Failures of files in words of a user, the file first.
final class FileTrouble {

    private FileTrouble() {}

    static String text(IOException failure) {
        return failure instanceof FileSystemException named && named.getFile() != null
                ? "%s: %s".formatted(named.getFile(), reason(named))
                : reason(failure);
    }

    /// The same failure with the file in its words, where the operating system named none: that a disk is full, it says of the
    /// disk.
    static IOException of(Path file, IOException failure) {
        return failure instanceof FileSystemException named && named.getFile() != null
                ? failure
                : new FileSystemException(
                        file.toString(), null, reason(failure) + "; nothing was written");
    }

    /// The same failure, told of another file than the one that the operating system named.
    static IOException at(Path file, FileSystemException failure) {
        return new FileSystemException(file.toString(), null, reason(failure));
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException e when e.getReason() == null ->
                    "exists already, and is not overwritten";
            case NoSuchFileException e when e.getReason() == null -> "no such file or folder";
            case AccessDeniedException e when e.getReason() == null -> "access denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default ->
                    failure.getMessage() == null
                            ? failure.getClass().getSimpleName()
                            : failure.getMessage();
        };
    }
}
