package org.icecore.evidence;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An archive that is one file, mapped into memory; its tar lies in that mapping or in the one of a working copy.
final class TarArchive implements Archive {

    private final Path path;
    private final Packing packing;
    private final ByteSource file;
    private final TarIndex index;
    private final List<Defect> defects;
    private final Optional<WorkingCopy> copy;
    private final Arena arena;

    /// @param file the file as it lies on disk
    /// @param defects of the compression and of the index
    /// @param copy what the index reads, unless that is the file itself
    /// @param arena what keeps the file mapped
    TarArchive(
            Path path,
            Packing packing,
            ByteSource file,
            TarIndex index,
            List<Defect> defects,
            Optional<WorkingCopy> copy,
            Arena arena) {
        this.path = path;
        this.packing = packing;
        this.file = file;
        this.index = index;
        this.defects = List.copyOf(defects);
        this.copy = copy;
        this.arena = arena;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Packing packing() {
        return packing;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public List<Member> members() {
        return index.members();
    }

    @Override
    public Optional<Member> find(String name) {
        return index.find(name);
    }

    @Override
    public ByteSource open(Member member) throws EvidenceException {
        var name =
                index.isReplaced(member)
                        ? "%s (earlier copy, headers at 0x%x)"
                                .formatted(member.name(), member.header().start())
                        : member.name();
        return new NamedSource(name, index.open(member));
    }

    @Override
    public List<Defect> defects() {
        return defects;
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        return Digest.of(file, progress);
    }

    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
            copy.ifPresent(WorkingCopy::close);
        }
    }
}
