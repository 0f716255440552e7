package org.icecore.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A new file that only its owner may read, in a new folder that only its owner may enter; both are so from their first
/// moment on.
record PrivateFile(Path folder, Path file, FileChannel channel, boolean posix) {

    static PrivateFile createIn(Path parent) throws IOException {
        var views = parent.getFileSystem().supportedFileAttributeViews();
        boolean posix = views.contains("posix");
        var folder =
                Files.createTempDirectory(
                        parent, "icecore-", ownerOnly(parent, views, "rwx------"));
        try {
            var file = folder.resolve("unpacked");
            var channel =
                    FileChannel.open(
                            file,
                            Set.of(
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE),
                            ownerOnly(parent, views, "rw-------"));
            return new PrivateFile(folder, file, channel, posix);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    /// Takes the names away from the open file and its folder, where a file without a name can be.
    void unlink() {
        if (posix) {
            remove();
        }
    }

    /// Removes file and folder; what cannot be removed now is tried once more when the program ends.
    void remove() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path parent, Set<String> views, String permissions)
            throws IOException {
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            };
        }
        if (views.contains("acl")) {
            return new FileAttribute<?>[] {new OwnerOnly(parent)};
        }
        return new FileAttribute<?>[0];
    }

    /// An access control list with one entry, which lets the user who runs this process do everything.
    private record OwnerOnly(String name, List<AclEntry> value)
            implements FileAttribute<List<AclEntry>> {

        OwnerOnly(Path parent) throws IOException {
            this(
                    "acl:acl",
                    List.of(
                            AclEntry.newBuilder()
                                    .setType(AclEntryType.ALLOW)
                                    .setPrincipal(
                                            parent.getFileSystem()
                                                    .getUserPrincipalLookupService()
                                                    .lookupPrincipalByName(
                                                            System.getProperty("user.name")))
                                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                                    .build()));
        }
    }
}
