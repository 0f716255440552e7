package org.icecore.criu.field;

import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.raw.TmpfsContent;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;

/// A node for each file of a tmpfs. Which bytes of the packed image hold it no one can tell, so each has all of them.
final class TmpfsNodes {

    private static final int PARTS = 8;

    private final List<Member> members;
    private final List<Defect> defects;
    private final boolean listed;
    private final ByteRange all;
    private int next;

    private TmpfsNodes(List<Member> members, List<Defect> defects, boolean listed, ByteRange all) {
        this.members = members;
        this.defects = defects;
        this.listed = listed;
        this.all = all;
    }

    static TmpfsNodes of(ByteSource source) {
        var all = new ByteRange(0, source.size());
        try {
            var content = TmpfsContent.of(source);
            return new TmpfsNodes(content.members(), content.defects(), true, all);
        } catch (EvidenceException e) {
            return new TmpfsNodes(List.of(), List.of(Defect.of(e)), false, all);
        }
    }

    /// Whether the image could be unpacked at all.
    boolean listed() {
        return listed;
    }

    List<Defect> defects() {
        return defects;
    }

    Optional<FieldNode> next(String name) {
        if (next == members.size()) {
            return Optional.empty();
        }
        var member = members.get(next++);
        var value = new FieldValue.Parts(new Parts(member), member.name());
        return Optional.of(new FieldNode(name, 0, member.type().label(), value, all, all));
    }

    /// Made when asked for: there may be a million files.
    private final class Parts extends AbstractList<FieldNode> {

        private final Member member;

        Parts(Member member) {
            this.member = member;
        }

        @Override
        public int size() {
            return member.linkTarget().isEmpty() ? PARTS - 1 : PARTS;
        }

        @Override
        public FieldNode get(int i) {
            return switch (i) {
                case 0 -> part("name", "text", member.name());
                case 1 -> part("type", "text", member.type().name());
                case 2 -> part("mode", "number", "0%o".formatted(member.mode()));
                case 3 -> part("uid", "number", Long.toString(member.uid()));
                case 4 -> part("gid", "number", Long.toString(member.gid()));
                case 5 -> part("size", "number", Long.toString(member.size()));
                case 6 -> part("mtime", "time", member.modified().toString());
                case 7 -> part("link", "text", member.linkTarget());
                default -> throw new IndexOutOfBoundsException(i);
            };
        }

        private FieldNode part(String name, String type, String shown) {
            var value = new FieldValue.Word(0, shown, ByteOrder.LITTLE_ENDIAN);
            return new FieldNode(name, 0, type, value, all, all);
        }
    }
}
