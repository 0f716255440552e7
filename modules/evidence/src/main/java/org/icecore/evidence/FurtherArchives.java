package org.icecore.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Archives that stand behind the end mark of a tar archive, where only `tar --ignore-zeros` reads on.
///
/// An engine stops at the first end mark. So the members of a further archive are listed as far as they add to those in
/// front, and left out as a whole where one would take the place of one that the engine reads.
final class FurtherArchives {

    private final ByteSource source;
    private final List<Member> members;
    private final DefectList defects;
    private final Set<String> taken = new HashSet<>();
    private int known;
    private int first;
    private long start = -1;

    /// @param members all that are listed so far; those of an archive that is left out are removed
    FurtherArchives(ByteSource source, List<Member> members, DefectList defects) {
        this.source = source;
        this.members = members;
        this.defects = defects;
    }

    /// The members from here on are those of the archive at `position`.
    void begin(long position) {
        members.subList(known, members.size()).forEach(member -> taken.add(key(member)));
        known = members.size();
        first = known;
        start = position;
    }

    boolean isOpen() {
        return start >= 0;
    }

    /// The archive that was begun last ends at `position`.
    void end(long position) {
        if (start < 0) {
            return;
        }
        var added = members.subList(first, members.size());
        var again =
                added.stream()
                        .filter(member -> member.type() != Member.Type.DIRECTORY)
                        .filter(member -> taken.contains(key(member)))
                        .findFirst();
        var found =
                "another archive of %s stands behind the end mark, %s at 0x%x; "
                        .formatted(
                                Amount.of(added.size(), "member"),
                                Amount.of(position - start, "byte"),
                                start);
        var told =
                again.map(
                                member ->
                                        "it is not listed, for it holds another %s; cut it off to open it"
                                                .formatted(Quoted.of(member.name())))
                        .orElse("its members are listed too, as tar does with --ignore-zeros");
        // What is not listed is lost for whoever reads the list.
        defects.add(
                source.locate(new ByteRange(start, position)),
                found + told,
                again.isPresent() ? Defect.Kind.DAMAGED : Defect.Kind.ODD);
        if (again.isPresent()) {
            added.clear();
        }
        start = -1;
    }

    private static String key(Member member) {
        return MemberNames.key(member.name());
    }
}
