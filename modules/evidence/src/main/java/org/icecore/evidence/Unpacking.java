package org.icecore.evidence;

import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where compressed evidence is unpacked to, and how much of it at most.
///
/// @param folder in which a private folder is made for each working copy
/// @param limit bytes to which one archive may unpack
/// @param reserve bytes that must stay free in the folder's file system
public record Unpacking(Path folder, long limit, long reserve) {

    private static final long GIB = 1L << 30;

    public Unpacking {
        if (limit < 0 || reserve < 0) {
            throw new IllegalArgumentException("limit %d, reserve %d".formatted(limit, reserve));
        }
    }

    /// At most 64 GiB into the folder for temporary files, of whose file system 1 GiB stays free. Where that folder lies
    /// in memory (tmpfs), `/var/tmp` is taken instead, if there is one.
    public static Unpacking standard() {
        return new Unpacking(temporaryFolder(), 64 * GIB, GIB);
    }

    /// The same with another limit, for an examiner who knows that the archive is that large.
    public Unpacking withLimit(long bytes) {
        return new Unpacking(folder, bytes, reserve);
    }

    /// The same in another folder.
    public Unpacking in(Path other) {
        return new Unpacking(other, limit, reserve);
    }

    private static Path temporaryFolder() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        var onDisk = Path.of("/var/tmp");
        try {
            FileStore store = Files.getFileStore(folder);
            return store.type().equals("tmpfs") && Files.isWritable(onDisk) ? onDisk : folder;
        } catch (java.io.IOException _) {
            return folder;
        }
    }
}
