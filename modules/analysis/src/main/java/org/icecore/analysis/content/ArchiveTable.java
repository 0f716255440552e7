package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// The members of an archive and the folders that hold them, each folder before what lies in it.
public final class ArchiveTable {
    /// Deeper folders stand in the deepest: a tree on the screen is walked by recursion.
    private static final int DEEPEST = 100;

    private ArchiveTable() {}

    /// A member, or a folder.
    ///
    /// @param path without `./` before it and `/` behind it
    /// @param member what the archive says of the path; empty for a folder that no entry names
    /// @param nested whether the content is an archive itself
    /// @param below how many members lie below it
    public record Row(String path, Optional<CheckpointMember> member, boolean nested, int below) {
        /// The last name of the path.
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /// All members. Looks into each file whether it is an archive: for a job.
    ///
    /// @param progress told how many of the paths were looked into
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static ResultTable<Row> of(Checkpoint checkpoint, Progress progress) {
        var source = MemberTable.of(checkpoint);
        return new ResultTable<>(
                "archive",
                "Archive",
                columns(source),
                rows(checkpoint, progress),
                row ->
                        new ArtefactRef.OfMember(
                                checkpoint.id(),
                                row.member()
                                        .map(member -> member.member().name())
                                        .orElse(row.path())),
                row -> row.member().flatMap(source::location),
                source.coverage());
    }

    private static List<Row> rows(Checkpoint checkpoint, Progress progress) {
        var byPath = new TreeMap<String, List<CheckpointMember>>();
        var below = new HashMap<String, Integer>();
        for (var member : checkpoint.members()) {
            var path = clean(member.member().name());
            byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(member);
            for (var up = folder(path); !up.isEmpty(); up = folder(up)) {
                below.merge(up, 1, Integer::sum);
                byPath.computeIfAbsent(up, _ -> new ArrayList<>());
            }
        }
        var rows = new ArrayList<Row>();
        byPath.forEach(
                (path, members) -> {
                    progress.advance(rows.size(), byPath.size());
                    var count = below.getOrDefault(path, 0);
                    if (members.isEmpty()) {
                        rows.add(new Row(path, Optional.empty(), false, count));
                    }
                    members.forEach(
                            member ->
                                    rows.add(
                                            new Row(
                                                    path,
                                                    Optional.of(member),
                                                    nested(checkpoint.archive(), member),
                                                    count)));
                });
        return List.copyOf(rows);
    }

    /// Images are not looked into: those that hold a tmpfs as tar are shown by their fields.
    private static boolean nested(Archive archive, CheckpointMember member) {
        if (member.member().type() != Member.Type.FILE || member.image().isPresent()) {
            return false;
        }
        try {
            return Archive.isArchive(archive.open(member.member()));
        } catch (EvidenceException _) {
            // What cannot be read cannot be opened as an archive either.
            return false;
        }
    }

    private static String clean(String name) {
        int start = 0;
        int end = name.length();
        while (name.startsWith("./", start)) {
            start += 2;
        }
        while (end > start && name.charAt(end - 1) == '/') {
            end--;
        }
        return start == end ? "." : name.substring(start, end);
    }

    /// The folder of a path, empty at the top; of a path that is absurdly deep, the deepest folder that is shown.
    public static String folder(String path) {
        int end = path.lastIndexOf('/');
        int depth = 0;
        for (int i = 1; i < end; i++) {
            if (path.charAt(i) == '/' && ++depth == DEEPEST) {
                return path.substring(0, i);
            }
        }
        return end <= 0 ? "" : path.substring(0, end);
    }

    private static List<Column<Row>> columns(ResultTable<CheckpointMember> source) {
        var columns = new ArrayList<Column<Row>>();
        columns.add(
                Column.of(
                        "path",
                        "Name",
                        ColumnKind.CODE,
                        "Name in its folder; the whole path is in Properties",
                        row -> Cell.text(row.name())));
        columns.add(
                Column.of(
                        "nested",
                        "Archive",
                        ColumnKind.TEXT,
                        "Whether the member is an archive itself",
                        row ->
                                row.nested()
                                        ? Cell.text("nested archive")
                                        : Cell.notApplicable("not an archive")));
        columns.add(
                Column.of(
                        "below",
                        "Below",
                        ColumnKind.NUMBER,
                        "How many members lie below it",
                        row ->
                                row.below() == 0
                                        ? Cell.notApplicable("nothing lies below it")
                                        : Cell.number(row.below())));
        columns.add(
                Column.of(
                        "location",
                        "Location",
                        ColumnKind.CODE,
                        "Where the content lies in the archive, unpacked if it is compressed",
                        row ->
                                row.member()
                                        .map(member -> member.member().payload())
                                        .filter(range -> range.length() > 0)
                                        .map(range -> Cell.text(range.toString()))
                                        .orElseGet(
                                                () ->
                                                        Cell.notApplicable(
                                                                "no single run of bytes"))));
        for (var column : source.columns()) {
            columns.add(
                    Column.of(
                            column.id(),
                            column.title(),
                            column.kind(),
                            column.tooltip(),
                            row ->
                                    row.member()
                                            .map(column::cell)
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "the archive has no entry for this folder"))));
        }
        return List.copyOf(columns);
    }
}
