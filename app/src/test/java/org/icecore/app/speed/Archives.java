package org.icecore.app.speed;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.icecore.fixtures.LargeArchive;

/// The archives to be measured, made when they are first asked for.
record Archives(Path folder) {

    private static final Map<String, String> SUFFIX = Map.of("gzip", ".gz", "zstd", ".zst");

    Path plain(int tasks, long memory) throws IOException {
        var archive = folder.resolve("%d-tasks-%d-MiB.tar".formatted(tasks, memory >> 20));
        if (Files.exists(archive)) {
            return archive;
        }
        Files.createDirectories(folder);
        return new LargeArchive(tasks, 16, memory).write(archive);
    }

    /// The same compressed by a program, at its usual level.
    Path packed(String packer, Path plain) throws IOException, InterruptedException {
        var packed = plain.resolveSibling(plain.getFileName() + SUFFIX.get(packer));
        if (Files.notExists(packed)) {
            var part = plain.resolveSibling(packed.getFileName() + ".part");
            Command.run(List.of(packer, "-c", plain.toString()), Redirect.to(part.toFile()));
            Files.move(part, packed);
        }
        return packed;
    }
}
