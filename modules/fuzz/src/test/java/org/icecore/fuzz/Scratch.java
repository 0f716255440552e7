package org.icecore.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder in which a target puts down what can only be opened as a file.
record Scratch(Path folder) {

    /// A folder of its own within.
    Scratch within(String name) throws IOException {
        return new Scratch(Files.createDirectories(folder.resolve(name)));
    }

    /// Writes a file, in a folder of its own if the name says so.
    Path write(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    /// Removes a folder with all in it, if it is there.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
