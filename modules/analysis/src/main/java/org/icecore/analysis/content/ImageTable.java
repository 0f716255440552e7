package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.NaturalOrder;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.image.Image;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// The images of a checkpoint by kind, with what reading each through tells.
public final class ImageTable {
    private ImageTable() {}

    /// An image.
    ///
    /// @param entries how many there are, and how many fields of them nobody knows; or why it cannot be read
    public record Row(CheckpointMember member, Cell entries, Cell unknown, Cell defects) {
        /// What CRIU calls this kind of image.
        public String kind() {
            return member.kind().label();
        }
    }

    /// One row per image, by kind and then by name, the numbers in it by their value. Reads all of them: for a job.
    ///
    /// @param progress told how many of the images were read
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static ResultTable<Row> of(Checkpoint checkpoint, Progress progress) {
        var images =
                checkpoint.members().stream()
                        .filter(member -> member.image().isPresent())
                        .sorted(
                                Comparator.comparing(
                                                (CheckpointMember member) -> member.kind().label())
                                        .thenComparing(
                                                member -> member.member().name(),
                                                NaturalOrder.ORDER))
                        .toList();
        var rows = new ArrayList<Row>();
        for (var image : images) {
            var done = rows.size();
            rows.add(row(checkpoint, image, (_, _) -> progress.advance(done, images.size())));
        }
        return new ResultTable<>(
                "images",
                "Images",
                Stream.concat(COLUMNS.stream(), Stream.of(StaleColumn.of(checkpoint, Row::member)))
                        .toList(),
                rows,
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.member().member().name()),
                row ->
                        Optional.of(
                                Location.of(
                                        row.member().member().name(),
                                        0,
                                        row.member().member().size())),
                Coverage.complete());
    }

    private static Row row(Checkpoint checkpoint, CheckpointMember member, Progress progress) {
        progress.advance(0, -1);
        try {
            var source = checkpoint.archive().beginning(member.member());
            var image = Image.recognise(member.member().name(), source).filter(Image::hasFields);
            if (image.isEmpty()) {
                var bytes = Cell.notApplicable("it holds bytes that are not taken apart");
                return new Row(member, bytes, bytes, bytes);
            }
            var index = image.get().index(progress);
            int magic = index.size() > 0 && index.at(0).name().equals("magic") ? 1 : 0;
            var unknown = checkpoint.unknownFields(member, progress);
            return new Row(
                    member,
                    Cell.number(index.size() - magic),
                    Cell.number(unknown.count()),
                    Cell.number(index.defects().size()));
        } catch (EvidenceException damaged) {
            var why = new Cell.Absent(Absence.MALFORMED, String.valueOf(damaged.getMessage()));
            return new Row(member, why, why, why);
        }
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.text("kind", "Kind", "What CRIU calls this kind of image", Row::kind),
                    Column.of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "As written in the archive",
                            row -> Cell.text(row.member().member().name())),
                    Column.of(
                            "entries",
                            "Entries",
                            ColumnKind.NUMBER,
                            "Messages in the image; of raw images netlink messages, lines or files",
                            Row::entries),
                    Column.of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of the image",
                            row -> new Cell.Bytes(row.member().member().size())),
                    Column.of(
                            "unknown",
                            "Unknown",
                            ColumnKind.NUMBER,
                            "Fields and values that this release does not know",
                            Row::unknown),
                    Column.of(
                            "defects",
                            "Defects",
                            ColumnKind.NUMBER,
                            "What is wrong with the image",
                            Row::defects));
}
