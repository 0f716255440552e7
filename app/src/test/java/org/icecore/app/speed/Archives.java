package org.icecore.app.speed;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.icecore.fixtures.LargeArchive;

/// The archives to be measured, made when they are first asked for and deleted at the end.
record Archives(Path folder) implements AutoCloseable {

    private static final Map<String, String> SUFFIX = Map.of("gzip", ".gz", "zstd", ".zst");

    /// A plain tar of one task with that many bytes of memory.
    Path plain(long memory) throws IOException {
        var archive = folder.resolve("%d-MiB.tar".formatted(memory >> 20));
        if (Files.exists(archive)) {
            return archive;
        }
        Files.createDirectories(folder);
        return onDisk(new LargeArchive(1, 16, memory).write(archive));
    }

    /// The same compressed by a program, at its usual level.
    Path packed(String packer, Path plain) throws IOException, InterruptedException {
        var packed = plain.resolveSibling(plain.getFileName() + SUFFIX.get(packer));
        if (Files.notExists(packed)) {
            Command.run(List.of(packer, "-c", plain.toString()), Redirect.to(packed.toFile()));
            onDisk(packed);
        }
        return packed;
    }

    /// The file when all of it has reached the disk. While much of it is still on its way, the system holds back whoever
    /// writes as well, such as the program that is to be measured.
    private static Path onDisk(Path archive) throws IOException {
        try (var channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return archive;
    }

    /// Deletes the archives.
    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
