package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// Compares the members of two checkpoints, each by its name below the root of its checkpoint: on which way it lies there,
/// in which archive within which other, is no property of what was dumped. What else lies in an archive is not compared. Nor are
/// the parts of images that are made in different ways.
record MemberDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {

    private static final Pattern IMAGE_PART = Pattern.compile("oci-layout|index\\.json|image .*");
    private static final Pattern DIGEST =
            Pattern.compile("(?:^|[/ ])([0-9a-f]{64})(?:\\.[a-z]+)?$");

    /// A member and what it is called below the root.
    private record Own(String name, Member member) {}

    void compare() {
        var images =
                first.layout().packaging() == second.layout().packaging()
                        && isIndex(first) == isIndex(second);
        Keyed.of(own(first, images), own(second, images), Own::name)
                .each(
                        this::inBoth,
                        before ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.MEMBER,
                                                Optional.empty(),
                                                before.name(),
                                                side(first, before.member()),
                                                "")),
                        after ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.MEMBER,
                                                Optional.empty(),
                                                after.name(),
                                                side(second, after.member()),
                                                "")));
    }

    private void inBoth(Own one, Own other) {
        var before = one.member();
        var after = other.member();
        var topic =
                new Topic(
                        ChangeKind.MEMBER,
                        Optional.empty(),
                        other.name(),
                        ref(first, before),
                        ref(second, after),
                        Optional.of(at(before)),
                        Optional.of(at(after)));
        digests(before, after)
                .ifPresent(two -> ledger.compare(topic, "digest", two.getFirst(), two.getLast()));
        ledger.compare(topic, "size", before.size(), after.size());
        ledger.compare(topic, "type", before.type().label(), after.type().label());
        // Whoever writes an image gives its parts modes and owners of his own.
        if (!IMAGE_PART.matcher(other.name()).matches()) {
            ledger.compare(
                    topic, "mode", "%04o".formatted(before.mode()), "%04o".formatted(after.mode()));
            ledger.compare(topic, "owner", owner(before), owner(after));
        }
    }

    private static boolean isIndex(Checkpoint checkpoint) {
        return checkpoint.layout().form() == Layout.Form.CONTAINERD_INDEX;
    }

    private static List<Own> own(Checkpoint checkpoint, boolean images) {
        return checkpoint.members().stream()
                .flatMap(member -> own(member).stream())
                .filter(member -> images || !IMAGE_PART.matcher(member.name()).matches())
                .toList();
    }

    /// What both are called by is said where that is their digest: equal digests are equal bytes, whatever the size.
    private static Optional<List<String>> digests(Member before, Member after) {
        var one = DIGEST.matcher(before.name());
        var other = DIGEST.matcher(after.name());
        return one.find() && other.find()
                ? Optional.of(List.of(one.group(1), other.group(1)))
                : Optional.empty();
    }

    private static Optional<Own> own(CheckpointMember member) {
        return member.own()
                .filter(name -> !name.isEmpty())
                .map(name -> new Own(name, member.member()));
    }

    private static String owner(Member member) {
        return member.uid() + ":" + member.gid();
    }

    private static Side side(Checkpoint checkpoint, Member member) {
        return new Side(
                CellText.exactBytes(member.size()),
                ref(checkpoint, member),
                Optional.of(at(member)));
    }

    private static ArtefactRef ref(Checkpoint checkpoint, Member member) {
        return new ArtefactRef.OfMember(checkpoint.id(), member.name());
    }

    private static Location at(Member member) {
        return Location.of(member.name(), 0, member.size());
    }
}
