package org.icecore.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where compressed evidence is unpacked to, and how much of it at most.
///
/// @param folder in which a private folder is made for each working copy
/// @param limit bytes to which one archive may unpack
///     a tenth of the space that is free in the folder's file system stays free in any case
public record Unpacking(Path folder, long limit) {

    private static final long GIB = 1L << 30;

    public Unpacking {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of %d bytes".formatted(limit));
        }
    }

    /// At most 64 GiB, into the folder for temporary files. Where that lies in memory (tmpfs), `/var/tmp` is taken instead, if there is one.
    public static Unpacking standard() {
        return new Unpacking(temporaryFolder(), 64 * GIB);
    }

    /// The same with another limit, for an examiner who knows that the archive is that large.
    public Unpacking withLimit(long bytes) {
        return new Unpacking(folder, bytes);
    }

    /// The same in another folder.
    public Unpacking in(Path other) {
        return new Unpacking(other, limit);
    }

    private static Path temporaryFolder() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        var onDisk = Path.of("/var/tmp");
        try {
            boolean inMemory = Files.getFileStore(folder).type().equals("tmpfs");
            return inMemory && Files.isWritable(onDisk) ? onDisk : folder;
        } catch (IOException _) {
            return folder;
        }
    }
}
