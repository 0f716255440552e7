package org.icecore.evidence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lists a folder and the folders in it, by name.
final class FolderListing {

    /// Deeper than the paths that Linux can open (4096 bytes) is no folder that was made by an engine.
    private static final int DEPTH_LIMIT = 256;

    private static final int MEMBER_LIMIT = 1_000_000;

    private final Path root;
    private final String title;
    private final Progress progress;
    private final boolean unix;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Path> files = new HashMap<>();
    private final DefectList defects = new DefectList();

    FolderListing(Path root, String title, Progress progress) {
        this.root = root;
        this.title = title;
        this.progress = progress;
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /// Lists everything; what cannot be listed below the root is a defect.
    ///
    /// @throws IOException if the root itself cannot be listed
    void run() throws IOException {
        list(children(root), "", 0);
    }

    /// Lists one file alone.
    ///
    /// @throws IOException if it cannot be
    void runFor(Path file, String name) throws IOException {
        add(file, name);
    }

    List<Member> members() {
        return members;
    }

    /// The files by the names of their members; a path keeps bytes of a name that its text cannot show.
    Map<String, Path> files() {
        return files;
    }

    List<Defect> defects() {
        return defects.toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            var children = new ArrayList<Path>();
            stream.forEach(children::add);
            children.sort(Comparator.comparing(child -> child.getFileName().toString()));
            return children;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void list(List<Path> children, String prefix, int depth) {
        for (var child : children) {
            if (members.size() >= MEMBER_LIMIT) {
                defects.add(
                        Location.of(title, 0, 0),
                        "more than %d files; the rest is not listed".formatted(MEMBER_LIMIT));
                return;
            }
            progress.advance(members.size(), -1);
            var name = prefix + child.getFileName();
            try {
                var member = add(child, name);
                if (member.type() == Member.Type.DIRECTORY) {
                    if (depth == DEPTH_LIMIT) {
                        throw new IOException(
                                "folders lie more than %d deep".formatted(DEPTH_LIMIT));
                    }
                    list(children(child), name + "/", depth + 1);
                }
            } catch (AccessDeniedException e) {
                defects.add(Location.of(name, 0, 0), refused(child));
            } catch (IOException e) {
                var failure = EvidenceFile.failure(child, name, e);
                defects.add(failure.at(), failure.defect());
            }
        }
    }

    private Member add(Path file, String name) throws IOException {
        var member = member(file, name);
        members.add(member);
        if (member.type() == Member.Type.FILE) {
            files.put(name, file);
        }
        return member;
    }

    private static String refused(Path child) {
        return Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                ? "this user may not list the folder %s; what lies in it is not known"
                        .formatted(child)
                : "may not be read by this user: " + child;
    }

    private Member member(Path file, String name) throws IOException {
        var attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Map<String, Object> more =
                unix
                        ? Files.readAttributes(file, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS)
                        : Map.of("mode", 0, "uid", -1, "gid", -1);
        int mode = (Integer) more.get("mode");
        var type = type(attributes, mode);
        long size = type == Member.Type.FILE ? attributes.size() : 0;
        return new Member(
                name,
                type == Member.Type.SYMBOLIC_LINK ? Files.readSymbolicLink(file).toString() : "",
                size,
                new Member.Attributes(
                        type,
                        mode & 07777,
                        ((Number) more.get("uid")).longValue(),
                        ((Number) more.get("gid")).longValue(),
                        attributes.lastModifiedTime().toInstant()),
                new ByteRange(0, 0),
                new ByteRange(0, size));
    }

    /// The type bits of `st_mode` (POSIX, sys/stat.h), where the system has them.
    private static Member.Type type(BasicFileAttributes attributes, int mode) {
        if (attributes.isRegularFile()) {
            return Member.Type.FILE;
        } else if (attributes.isDirectory()) {
            return Member.Type.DIRECTORY;
        } else if (attributes.isSymbolicLink()) {
            return Member.Type.SYMBOLIC_LINK;
        }
        return switch (mode & 0170000) {
            case 0010000 -> Member.Type.FIFO;
            case 0020000 -> Member.Type.CHARACTER_DEVICE;
            case 0060000 -> Member.Type.BLOCK_DEVICE;
            default -> Member.Type.OTHER;
        };
    }
}
