package org.icecore.evidence;

import java.util.List;
import java.util.Optional;

/// A tar archive, in place or in a working copy.
///
/// @param chain what the names in locations begin with
/// @param defects of the compression and of the index
/// @param copy what the index reads, unless that is the evidence itself
record TarContents(
        Archive.Packing packing,
        String chain,
        TarIndex index,
        List<Defect> defects,
        Optional<WorkingCopy> copy)
        implements Contents {

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
        return named(member, index.open(member));
    }

    @Override
    public ByteSource beginning(Member member) throws EvidenceException {
        return named(member, index.beginning(member));
    }

    private ByteSource named(Member member, ByteSource content) {
        return new NamedSource(
                chain + MemberNames.shown(member, index.isReplaced(member)), content);
    }

    @Override
    public void close() {
        copy.ifPresent(WorkingCopy::close);
    }
}
