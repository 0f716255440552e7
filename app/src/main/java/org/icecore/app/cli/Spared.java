package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Keeps output out of evidence: nothing is written over an archive or into a folder that is one.
final class Spared {

    private Spared() {}

    /// Whether `output` would be written over one of `archives` or into it; tells if so. What cannot be resolved is no
    /// evidence: opening or writing it fails by itself.
    static boolean refuses(Terminal terminal, Path output, List<Path> archives) {
        for (var archive : archives) {
            if (touches(output, archive)) {
                terminal.complain(
                        "%s: is evidence or lies in it (%s); choose a place outside of it"
                                .formatted(output, archive));
                return true;
            }
        }
        return false;
    }

    private static boolean touches(Path output, Path archive) {
        try {
            var evidence = archive.toRealPath();
            if (Files.exists(output) && Files.isSameFile(evidence, output)) {
                return true;
            }
            var folder = output.toAbsolutePath().normalize().getParent();
            return Files.isDirectory(evidence)
                    && (Files.exists(output) && output.toRealPath().startsWith(evidence)
                            || folder != null
                                    && Files.exists(folder)
                                    && folder.toRealPath().startsWith(evidence));
        } catch (IOException _) {
            return false;
        }
    }
}
