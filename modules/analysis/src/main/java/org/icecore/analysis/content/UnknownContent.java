package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.UnknownField;
import org.icecore.checkpoint.container.UnknownFields;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// What the images of a checkpoint hold that this release does not know: fields that its schema has no number for, values
/// that an enumeration has no name for.
///
/// Asking reads every image but the pages, so it is long work; the answer is kept small.
public final class UnknownContent {

    private final Checkpoint checkpoint;
    private final SequencedMap<CheckpointMember, UnknownFields> images;

    private UnknownContent(
            Checkpoint checkpoint, SequencedMap<CheckpointMember, UnknownFields> images) {
        this.checkpoint = checkpoint;
        this.images = images;
    }

    /// A field of one image.
    public record Row(CheckpointMember image, UnknownField field) {}

    /// Looks through all images.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static UnknownContent of(Checkpoint checkpoint, Progress progress) {
        var images = new LinkedHashMap<CheckpointMember, UnknownFields>();
        var members = checkpoint.members();
        for (var i = 0; i < members.size(); i++) {
            var done = i;
            var found =
                    read(
                            checkpoint,
                            members.get(i),
                            (_, _) -> progress.advance(done, members.size()));
            if (!found.fields().isEmpty() || !found.gaps().isEmpty()) {
                images.put(members.get(i), found);
            }
        }
        return new UnknownContent(checkpoint, images);
    }

    private static UnknownFields read(
            Checkpoint checkpoint, CheckpointMember member, Progress progress) {
        progress.advance(0, -1);
        try {
            return checkpoint.unknownFields(member, progress);
        } catch (EvidenceException e) {
            return new UnknownFields(List.of(), List.of(Defect.of(e)));
        }
    }

    /// How many unknown fields the image has; 0 for a member that is none.
    public long count(CheckpointMember member) {
        return Optional.ofNullable(images.get(member)).map(UnknownFields::count).orElse(0L);
    }

    /// Why the count of an image may be too low; empty for one that was looked through whole.
    public Optional<String> gap(CheckpointMember member) {
        return Optional.ofNullable(images.get(member))
                .filter(image -> !image.gaps().isEmpty())
                .map(image -> gap(member, image));
    }

    /// How many unknown fields there are in all.
    public long count() {
        return images.values().stream().mapToLong(UnknownFields::count).sum();
    }

    /// How many images have some.
    public long images() {
        return images.values().stream().filter(image -> !image.fields().isEmpty()).count();
    }

    /// One row for each field, by image in the order of the archive.
    public ResultTable<Row> table() {
        var rows = new ArrayList<Row>();
        images.forEach(
                (image, unknown) ->
                        unknown.fields().forEach(field -> rows.add(new Row(image, field))));
        return new ResultTable<>(
                "unknownFields",
                "Unknown fields",
                COLUMNS,
                List.copyOf(rows),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.image().member().name()),
                row -> Optional.of(row.field().at()),
                coverage());
    }

    /// Which images could not be looked through whole.
    Coverage coverage() {
        return Coverage.without(
                images.entrySet().stream()
                        .filter(image -> !image.getValue().gaps().isEmpty())
                        .map(image -> gap(image.getKey(), image.getValue()))
                        .toList());
    }

    private static String gap(CheckpointMember member, UnknownFields image) {
        return "%s was not looked through whole: %s"
                .formatted(member.member().name(), image.gaps().getFirst().text());
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.of(
                            "image",
                            "Image",
                            ColumnKind.CODE,
                            "The image that holds the field",
                            row -> Cell.text(row.image().member().name())),
                    Column.of(
                            "field",
                            "Field",
                            ColumnKind.CODE,
                            "The message and the field's number; a name where only its value or form is unknown",
                            row -> Cell.text(row.field().title())),
                    Column.text(
                            "form",
                            "Wire type",
                            "How protobuf writes the value",
                            row -> row.field().form()),
                    Column.number(
                            "count",
                            "Count",
                            "How often the field occurs in the image",
                            row -> row.field().count()),
                    Column.of(
                            "bytes",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of all occurrences, with their tags",
                            row -> new Cell.Bytes(row.field().bytes())),
                    Column.of(
                            "first",
                            "First value",
                            ColumnKind.CODE,
                            "Value of the first occurrence; of longer ones the first bytes in hexadecimal",
                            row ->
                                    row.field().first().isEmpty()
                                            ? Cell.notApplicable("a group, or no bytes")
                                            : Cell.text(row.field().first())),
                    Column.of(
                            "at",
                            "First at",
                            ColumnKind.CODE,
                            "Where the first occurrence lies, with its tag",
                            row -> Cell.text(row.field().at().toString())));
}
