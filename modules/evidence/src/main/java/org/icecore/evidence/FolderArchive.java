package org.icecore.evidence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A folder of files, such as an image directory that CRIU wrote; symbolic links are listed and never followed.
final class FolderArchive implements Archive {

    /// Such files are read as a whole or nearly so; mapping pays for larger ones.
    private static final long LARGEST_UNMAPPED = 16 << 10;
    /// Well below what the kernel allows a process, of which the JVM needs some.
    private static final int MOST_MAPPED = 10_000;

    private final Path path;
    private final Map<String, Path> files;
    private final List<Member> members;
    private final MemberNames names;
    private final List<Defect> defects;
    private final long size;
    private final Nesting nesting;
    private final Arena arena = Arena.ofShared();
    private final Map<String, ByteSource> opened = new ConcurrentHashMap<>();

    private FolderArchive(Path path, FolderListing listing, Nesting nesting) {
        var all = new DefectList();
        all.addAll(listing.defects());
        this.path = path;
        this.nesting = nesting;
        this.files = listing.files();
        this.members = List.copyOf(listing.members());
        this.names =
                MemberNames.of(members, ByteSource.of(EvidenceFile.name(path), new byte[0]), all);
        this.defects = all.toList();
        this.size = members.stream().mapToLong(Member::size).sum();
    }

    static FolderArchive of(Path path, Nesting nesting, Progress progress)
            throws EvidenceException {
        try {
            var root = path.toRealPath();
            var listing = new FolderListing(root, EvidenceFile.name(path), progress);
            listing.run();
            return new FolderArchive(path, listing, nesting);
        } catch (AccessDeniedException e) {
            throw new EvidenceException(
                    Location.of(EvidenceFile.name(path), 0, 0),
                    "folder may not be listed by this user: " + path,
                    e);
        } catch (IOException e) {
            throw EvidenceFile.failure(path, EvidenceFile.name(path), e);
        }
    }

    static FolderArchive ofFile(Path path, Nesting nesting) throws EvidenceException {
        var name = EvidenceFile.name(path);
        try {
            var file = path.toRealPath();
            if (!Files.isRegularFile(file)) {
                throw EvidenceFile.special(path, name);
            }
            var listing = new FolderListing(file, name, Progress.unwatched());
            listing.runFor(file, name);
            return new FolderArchive(path, listing, nesting);
        } catch (IOException e) {
            throw EvidenceFile.failure(path, name, e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Packing packing() {
        return Packing.DIRECTORY;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public Optional<Member> find(String name) {
        return names.find(name);
    }

    @Override
    public ByteSource open(Member member) throws EvidenceException {
        var at = Location.of(member.name(), 0, 0);
        var file = files.get(member.name());
        if (file == null || member.type() != Member.Type.FILE) {
            throw new EvidenceException(at, "is not a file of this folder and has no content");
        }
        var known = opened.get(member.name());
        if (known != null) {
            return known;
        }
        try {
            // A folder on the way may have become a link since it was listed.
            if (!file.toRealPath().equals(file)
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new EvidenceException(at, "is no longer the file that was listed");
            }
        } catch (IOException e) {
            throw EvidenceFile.failure(file, member.name(), e);
        }
        var source = source(file, member.name());
        if (source.size() != member.size()) {
            throw new EvidenceException(
                    at,
                    "had %s when it was listed and has %d now"
                            .formatted(Amount.of(member.size(), "byte"), source.size()));
        }
        if (source instanceof SmallFile) {
            return source;
        }
        var earlier = opened.putIfAbsent(member.name(), source);
        return earlier == null ? source : earlier;
    }

    private ByteSource source(Path file, String name) throws EvidenceException {
        try {
            var length = Files.size(file);
            return length <= LARGEST_UNMAPPED || opened.size() > MOST_MAPPED
                    ? new SmallFile(file, name, length, arena)
                    : EvidenceFile.map(file, name, arena);
        } catch (IOException e) {
            throw EvidenceFile.failure(file, name, e);
        }
    }

    @Override
    public Archive nested(Member member, Progress progress) throws EvidenceException {
        return NestedArchive.of(this, member, nesting, progress);
    }

    @Override
    public List<Defect> defects() {
        return defects;
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        throw new EvidenceException(
                Location.of(EvidenceFile.name(path), 0, 0),
                "a folder has no digest; its files have");
    }

    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
