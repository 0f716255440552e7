package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Failures of files in words of a user, the file first.
final class FileTrouble {

    private FileTrouble() {}

    static String text(IOException failure) {
        return failure instanceof FileSystemException named && named.getFile() != null
                ? "%s: %s".formatted(named.getFile(), reason(named))
                : reason(failure);
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
