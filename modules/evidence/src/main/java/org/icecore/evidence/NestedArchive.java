package org.icecore.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An archive that lies in a member of another; valid as long as that one is open.
///
/// @param outer what it lies in
/// @param nesting its own
record NestedArchive(Archive outer, Contents contents, Nesting nesting) implements Archive {

    /// @param nesting of `outer`
    static Archive of(Archive outer, Member member, Nesting nesting, Progress progress)
            throws EvidenceException {
        var inner = nesting.within(member);
        return new NestedArchive(
                outer, new Recognition(inner, progress).contents(outer.beginning(member)), inner);
    }

    @Override
    public Path path() {
        return outer.path();
    }

    @Override
    public Packing packing() {
        return contents.packing();
    }

    @Override
    public long size() {
        return outer.size();
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
        return of(this, member, nesting, progress);
    }

    @Override
    public List<Defect> defects() {
        return contents.defects();
    }

    @Override
    public Digest sha256(Progress progress) throws EvidenceException {
        return outer.sha256(progress);
    }

    @Override
    public void close() {
        contents.close();
    }
}
