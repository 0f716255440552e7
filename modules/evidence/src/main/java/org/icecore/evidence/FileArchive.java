package org.icecore.evidence;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An archive that is one file, mapped into memory.
final class FileArchive implements Archive {

    private final Path path;
    private final ByteSource file;
    private final Contents contents;
    private final Optional<Digest> digest;
    private final Nesting nesting;
    private final Arena arena;

    /// @param file the file as it lies on disk
    /// @param digest of the file, if it was read through already
    /// @param arena what keeps the file mapped
    FileArchive(
            Path path,
            ByteSource file,
            Contents contents,
            Optional<Digest> digest,
            Nesting nesting,
            Arena arena) {
        this.path = path;
        this.file = file;
        this.contents = contents;
        this.digest = digest;
        this.nesting = nesting;
        this.arena = arena;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Packing packing() {
        return contents.packing();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public List<Member> members() {
        return contents.members();
    }

    @Override
    public Optional<Member> find(String name) {
        return contents.find(name);
    }

    @Override
    public ByteSource open(Member member) throws EvidenceException {
        return contents.open(member);
    }

    @Override
    public ByteSource beginning(Member member) throws EvidenceException {
        return contents.beginning(member);
    }

    @Override
    public Archive nested(Member member, Progress progress) throws EvidenceException {
        return NestedArchive.of(this, member, nesting, progress);
    }

    @Override
    public List<Defect> defects() {
        return contents.defects();
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        return digest.isPresent() ? digest.get() : Digest.of(file, progress);
    }

    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
            contents.close();
        }
    }
}
