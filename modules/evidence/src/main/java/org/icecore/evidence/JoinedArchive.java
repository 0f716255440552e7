package org.icecore.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// An archive and others that belong to it, as one.
final class JoinedArchive implements Archive {

    private final Archive base;
    private final List<Archive> others;
    private final List<Member> members;
    private final List<Defect> defects;
    private final Map<Member, Part> parts = new IdentityHashMap<>();
    private final MemberNames names;

    /// @param others by what the names of their members begin with
    JoinedArchive(Archive base, SequencedMap<String, Archive> others) {
        this.base = base;
        this.others = List.copyOf(others.sequencedValues().reversed());
        var all = new ArrayList<>(base.members());
        var found = new ArrayList<>(base.defects());
        others.forEach(
                (way, archive) -> {
                    for (var member : archive.members()) {
                        var here = member.named(way + MemberPath.INTO + member.name());
                        all.add(here);
                        parts.put(here, new Part(archive, member));
                    }
                    found.addAll(archive.defects());
                });
        this.members = List.copyOf(all);
        this.defects = List.copyOf(found);
        // What is wrong with the names is known from the parts.
        this.names = MemberNames.of(members, ByteSource.of("", new byte[0]), new DefectList());
    }

    @Override
    public Path path() {
        return base.path();
    }

    @Override
    public List<Archive> further() {
        return Stream.concat(
                        base.further().stream(),
                        others.reversed().stream()
                                .filter(other -> !other.path().equals(base.path())))
                .toList();
    }

    @Override
    public Packing packing() {
        return base.packing();
    }

    @Override
    public long size() {
        return base.size();
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
        var part = parts.get(member);
        return part == null ? base.open(member) : named(member, part.archive().open(part.member()));
    }

    @Override
    public ByteSource beginning(Member member) throws EvidenceException {
        var part = parts.get(member);
        return part == null
                ? base.beginning(member)
                : named(member, part.archive().beginning(part.member()));
    }

    private ByteSource named(Member member, ByteSource content) {
        return new NamedSource(MemberNames.shown(member, names.isReplaced(member)), content);
    }

    @Override
    public Archive nested(Member member, Progress progress) throws EvidenceException {
        var part = parts.get(member);
        return part == null
                ? base.nested(member, progress)
                : part.archive().nested(part.member(), progress);
    }

    @Override
    public List<Defect> defects() {
        return defects;
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        return base.sha256(progress);
    }

    @Override
    public void close() {
        others.forEach(Archive::close);
        base.close();
    }

    private record Part(Archive archive, Member member) {}
}
