package org.icecore.evidence;

import java.util.List;
import java.util.Optional;

/// Members by name; of several with one name the last counts, as it does for `tar -x`.
final class MemberNames {

    private final List<Member> members;
    private final NameHash hash = new NameHash();

    /// One more than the index of the member, 0 where there is none; at most half full. A name lies at its hash or behind it.
    private final int[] slots;

    private MemberNames(List<Member> members) {
        this.members = members;
        this.slots = new int[Integer.highestOneBit(Math.max(1, members.size())) << 2];
    }

    /// Indexes `members` and notes the names that must not reach a file system.
    static MemberNames of(List<Member> members, ByteSource archive, DefectList defects) {
        var names = new MemberNames(members);
        for (int index = 0; index < members.size(); index++) {
            var member = members.get(index);
            var earlier = names.put(index);
            if (earlier.isPresent()
                    && !(earlier.get().type() == member.type()
                            && member.type() == Member.Type.DIRECTORY)) {
                defects.add(
                        archive.locate(member.header()),
                        "a second member named %s; the first is at %s"
                                .formatted(
                                        Quoted.of(member.name()),
                                        archive.locate(earlier.get().header())),
                        Defect.Kind.ODD);
            }
            check(member, archive, defects);
        }
        return names;
    }

    private static void check(Member member, ByteSource archive, DefectList defects) {
        var name = member.name();
        if (name.startsWith("/")) {
            defects.add(
                    archive.locate(member.header()),
                    "absolute name " + Quoted.of(name),
                    Defect.Kind.ODD);
        }
        if (name.contains("..") && ("/" + name + "/").contains("/../")) {
            defects.add(
                    archive.locate(member.header()),
                    "name steps up by ..: " + Quoted.of(name),
                    Defect.Kind.ODD);
        }
        if (name.isEmpty()) {
            defects.add(
                    archive.locate(member.header()), "a member without a name", Defect.Kind.ODD);
        }
    }

    private Optional<Member> put(int index) {
        int slot = slot(key(members.get(index).name()));
        var earlier = at(slot);
        slots[slot] = index + 1;
        return earlier;
    }

    Optional<Member> find(String name) {
        return at(slot(key(name)));
    }

    private Optional<Member> at(int slot) {
        return slots[slot] == 0 ? Optional.empty() : Optional.of(members.get(slots[slot] - 1));
    }

    /// Where the name lies, or is to lie.
    private int slot(String key) {
        int slot = hash.of(key) & slots.length - 1;
        while (slots[slot] != 0 && !key(members.get(slots[slot] - 1).name()).equals(key)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /// Whether a later member has the same name.
    boolean isReplaced(Member member) {
        return find(member.name()).filter(last -> last == member).isEmpty();
    }

    /// What locations call a member; one that a later member of its name replaces must not be taken for that one.
    static String shown(Member member, boolean replaced) {
        return replaced
                ? "%s (earlier copy, headers at 0x%x)"
                        .formatted(member.name(), member.header().start())
                : member.name();
    }

    /// `./checkpoint/` and `checkpoint` are one name.
    static String key(String name) {
        int start = 0;
        int end = name.length();
        while (name.startsWith("./", start) && end - start > 2) {
            start += 2;
        }
        while (end - start > 1 && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(start, end);
    }
}
