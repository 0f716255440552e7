package org.icecore.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Members by name; of several with one name the last counts, as it does for `tar -x`.
final class MemberNames {

    private final Map<String, Member> last = new HashMap<>();

    /// Indexes `members` and notes the names that must not reach a file system.
    static MemberNames of(List<Member> members, ByteSource archive, DefectList defects) {
        var names = new MemberNames();
        for (var member : members) {
            var earlier = names.last.put(key(member.name()), member);
            var at = archive.locate(member.header());
            if (earlier != null
                    && !(earlier.type() == member.type()
                            && member.type() == Member.Type.DIRECTORY)) {
                defects.add(
                        at,
                        "a second member named %s; the first is at %s"
                                .formatted(
                                        Quoted.of(member.name()), archive.locate(earlier.header())),
                        Defect.Kind.ODD);
            }
            if (member.name().startsWith("/")) {
                defects.add(at, "absolute name " + Quoted.of(member.name()), Defect.Kind.ODD);
            }
            if (("/" + member.name() + "/").contains("/../")) {
                defects.add(
                        at, "name steps up by ..: " + Quoted.of(member.name()), Defect.Kind.ODD);
            }
            if (member.name().isEmpty()) {
                defects.add(at, "a member without a name", Defect.Kind.ODD);
            }
        }
        return names;
    }

    Optional<Member> find(String name) {
        return Optional.ofNullable(last.get(key(name)));
    }

    /// Whether a later member has the same name.
    boolean isReplaced(Member member) {
        return last.get(key(member.name())) != member;
    }

    /// What locations call a member; one that a later member of its name replaces must not be taken for that one.
    static String shown(Member member, boolean replaced) {
        return replaced
                ? "%s (earlier copy, headers at 0x%x)"
                        .formatted(member.name(), member.header().start())
                : member.name();
    }

    /// `./checkpoint/` and `checkpoint` are one name.
    private static String key(String name) {
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
