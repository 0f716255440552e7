package org.icecore.checkpoint.join;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Predicate;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.evidence.Member;

/// What is known of each member of an archive, four bytes and two bits for each; the records are made when they are asked for.
///
/// An archive can have hundreds of thousands of members, which it holds itself.
final class MemberList extends AbstractList<CheckpointMember> implements RandomAccess {

    private final List<Member> members;
    private final OwnNames names;
    private final MemberKind[] kinds;
    private final BitSet dumped;
    private final BitSet stale;

    private MemberList(
            List<Member> members, OwnNames names, MemberKind[] kinds, BitSet dumped, BitSet stale) {
        this.members = members;
        this.names = names;
        this.kinds = kinds;
        this.dumped = dumped;
        this.stale = stale;
    }

    /// @param members with random access
    /// @param kind what a member is; asked once for each, and the same object for what many are
    /// @param inDump whether it lies with the images; asked once for each
    /// @param remnant whether it belongs to an earlier dump; asked once for each
    static List<CheckpointMember> of(
            List<Member> members,
            OwnNames names,
            Function<Member, MemberKind> kind,
            Predicate<Member> inDump,
            Predicate<Member> remnant) {
        var kinds = new MemberKind[members.size()];
        var dumped = new BitSet();
        var stale = new BitSet();
        for (int place = 0; place < kinds.length; place++) {
            kinds[place] = kind.apply(members.get(place));
            dumped.set(place, inDump.test(members.get(place)));
            stale.set(place, remnant.test(members.get(place)));
        }
        return new MemberList(members, names, kinds, dumped, stale);
    }

    @Override
    public CheckpointMember get(int index) {
        var member = members.get(index);
        return new CheckpointMember(
                member, kinds[index], names.of(member.name()), dumped.get(index), stale.get(index));
    }

    @Override
    public int size() {
        return kinds.length;
    }
}
