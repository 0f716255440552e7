package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// The members of the archive.
public final class MemberTable {

    private MemberTable() {}

    /// One row per member, in the order of the archive.
    public static ResultTable<CheckpointMember> of(Checkpoint checkpoint) {
        return table(checkpoint, columns(checkpoint), Coverage.complete());
    }

    /// The same, with the number of fields in each image that this release does not know.
    public static ResultTable<CheckpointMember> of(Checkpoint checkpoint, UnknownContent unknown) {
        var columns = columns(checkpoint);
        columns.add(
                Column.of(
                        "unknownFields",
                        "Unknown",
                        ColumnKind.NUMBER,
                        "Fields and values in the image that this release does not know",
                        row ->
                                row.image().isPresent()
                                        ? Cell.number(unknown.count(row))
                                        : Cell.notApplicable("not a known image of CRIU")));
        return table(checkpoint, columns, unknown.coverage());
    }

    private static List<Column<CheckpointMember>> columns(Checkpoint checkpoint) {
        var columns = new ArrayList<>(COLUMNS);
        columns.add(StaleColumn.of(checkpoint, Function.identity()));
        return columns;
    }

    private static ResultTable<CheckpointMember> table(
            Checkpoint checkpoint, List<Column<CheckpointMember>> columns, Coverage coverage) {
        return new ResultTable<>(
                "members",
                "Members",
                columns,
                checkpoint.members(),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.member().name()),
                row -> Optional.of(Location.of(row.member().name(), 0, row.member().size())),
                coverage);
    }

    private static final List<Column<CheckpointMember>> COLUMNS =
            List.of(
                    Column.of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "As written in the archive",
                            row -> Cell.text(row.member().name())),
                    Column.text("type", "Type", "What the entry is", row -> type(row.member())),
                    Column.of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of content",
                            row -> new Cell.Bytes(row.member().size())),
                    Column.text(
                            "mode",
                            "Mode",
                            "Permission bits, as ls writes them, with the octal number",
                            row -> mode(row.member().mode())),
                    Column.number("uid", "Uid", "Owner", row -> row.member().uid()),
                    Column.number("gid", "Gid", "Group", row -> row.member().gid()),
                    Column.of(
                            "modified",
                            "Modified",
                            ColumnKind.TIMESTAMP,
                            "Modification time in the archive",
                            row -> new Cell.Timestamp(row.member().modified())),
                    Column.of(
                            "link",
                            "Link target",
                            ColumnKind.CODE,
                            "What a link points to",
                            row ->
                                    row.member().linkTarget().isEmpty()
                                            ? Cell.notApplicable("not a link")
                                            : Cell.text(row.member().linkTarget())),
                    Column.of(
                            "image",
                            "Image",
                            ColumnKind.TEXT,
                            "What CRIU image it is, known or unknown; or that it is the engine's",
                            row ->
                                    row.kind().label().isEmpty()
                                            ? Cell.notApplicable("not an image of CRIU")
                                            : Cell.text(row.kind().label())));

    static String type(Member member) {
        return member.type().label();
    }

    /// `rw-r--r-- 0644`.
    static String mode(int mode) {
        var text = new StringBuilder("rwxrwxrwx");
        for (var bit = 0; bit < 9; bit++) {
            if ((mode >> (8 - bit) & 1) == 0) {
                text.setCharAt(bit, '-');
            }
        }
        special(text, 2, (mode & 04000) != 0, 's');
        special(text, 5, (mode & 02000) != 0, 's');
        special(text, 8, (mode & 01000) != 0, 't');
        return "%s %04o".formatted(text, mode & 07777);
    }

    private static void special(StringBuilder text, int place, boolean set, char letter) {
        if (set) {
            text.setCharAt(
                    place, text.charAt(place) == 'x' ? letter : Character.toUpperCase(letter));
        }
    }
}
