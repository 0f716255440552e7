package org.icecore.workbench.dialog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that the examiner asked for. It never writes over one that is there.
public final class NewFile {
    private NewFile() {}

    /// Makes the file.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if there is one of that name
    public static OutputStream at(Path path) throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
    }
}
