package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.content.MemberTable;
import org.icecore.analysis.content.TmpfsTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.views.bench.UnknownState;

/// Members of the archive and entries of images.
final class MemberProperties {
    private MemberProperties() {}

    static PropertySheet of(Checkpoint checkpoint, CheckpointMember member, UnknownState unknown) {
        return new PropertySheet(
                member.member().name(),
                List.of(
                        GroupBuilder.open("Member")
                                .row(MemberTable.of(checkpoint), member)
                                .optional("Unknown fields", unknown.of(member))
                                .build(),
                        GroupBuilder.open("In the archive")
                                .code("Headers", "+" + member.member().header())
                                .code(
                                        "Content",
                                        member.member().size() > 0
                                                ? "+" + member.member().payload()
                                                : "")
                                .code("Archive", checkpoint.archive().path().toString())
                                .build()));
    }

    /// Of a file in a tmpfs.
    static PropertySheet of(Checkpoint checkpoint, TmpfsFile file) {
        return new PropertySheet(
                file.path(),
                List.of(
                        GroupBuilder.open("File of a tmpfs")
                                .row(TmpfsTable.within(checkpoint), file)
                                .location(file.at())
                                .build()));
    }

    static PropertySheet of(
            Checkpoint checkpoint, CheckpointMember member, UnknownState unknown, int index) {
        var sheet = of(checkpoint, member, unknown);
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(
                GroupBuilder.open("Image entry")
                        .plain("Image", member.image().orElse("not an image of CRIU"))
                        .plain("Entry", index)
                        .code("Member", member.member().name())
                        .build());
        groups.addAll(sheet.groups());
        return new PropertySheet("%s, entry %d".formatted(member.member().name(), index), groups);
    }
}
