package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.content.RootfsPlaces;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// The members of an archive and the folders that hold them, each folder before what lies in it. What lay in a tmpfs is below
/// the image that keeps it, and what the engine exported of the root file system below its archive.
public final class ArchiveTable {
    private ArchiveTable() {}

    /// A member, or a folder.
    ///
    /// @param path without `./` before it and `/` behind it
    /// @param member what the archive says of the path, or the archive of a tmpfs; empty for a folder that no entry names
    /// @param tmpfs the file of a tmpfs or a volume that it is
    /// @param export the entry of the exported root file system that it is
    /// @param nested whether the content is an archive itself
    /// @param below how many members lie below it
    public record Row(
            String path,
            Optional<CheckpointMember> member,
            Optional<TmpfsFile> tmpfs,
            Optional<RootfsChange> export,
            boolean nested,
            int below) {
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
        var tmpfs = TmpfsTable.of(checkpoint, progress);
        var volumes = TmpfsTable.volumes(checkpoint, progress);
        var kept = Stream.concat(tmpfs.rows().stream(), volumes.rows().stream()).toList();
        return new ResultTable<>(
                "archive",
                "Archive",
                columns(source),
                rows(checkpoint, kept, progress),
                row -> ref(checkpoint, row),
                row ->
                        row.tmpfs()
                                .map(TmpfsFile::at)
                                .or(() -> row.export().map(RootfsChange::at))
                                .or(() -> row.member().flatMap(source::location)),
                source.coverage()
                        .and(Coverage.without(tmpfs.coverage().gaps()))
                        .and(Coverage.without(volumes.coverage().gaps())));
    }

    private static ArtefactRef ref(Checkpoint checkpoint, Row row) {
        return row.export().isPresent()
                ? new ArtefactRef.OfRootfsEntry(checkpoint.id(), row.export().get().path())
                : new ArtefactRef.OfMember(
                        checkpoint.id(),
                        row.tmpfs()
                                .map(TmpfsFile::member)
                                .or(() -> row.member().map(one -> one.member().name()))
                                .orElse(row.path()));
    }

    /// What stands at a path.
    ///
    /// @param member empty for a whiteout
    private record Entry(
            String path,
            Optional<CheckpointMember> member,
            Optional<TmpfsFile> tmpfs,
            Optional<RootfsChange> export) {

        static Entry of(CheckpointMember member) {
            return new Entry(
                    clean(member.member().name()),
                    Optional.of(member),
                    Optional.empty(),
                    Optional.empty());
        }

        static Entry of(RootfsChange change) {
            var name = clean(change.path());
            return new Entry(
                    clean(change.at().member()) + (name.startsWith("/") ? name : "/" + name),
                    change.entry().map(Entry::plain),
                    Optional.empty(),
                    Optional.of(change));
        }

        private static CheckpointMember plain(Member member) {
            return new CheckpointMember(
                    member, new MemberKind.Other(), Optional.empty(), false, false);
        }

        static Entry of(TmpfsFile file) {
            var name = clean(file.entry().name());
            while (name.startsWith("/")) {
                name = name.substring(1);
            }
            return new Entry(
                    clean(file.tmpfs().image().name()) + "/" + name,
                    Optional.of(plain(file.entry())),
                    Optional.of(file),
                    Optional.empty());
        }
    }

    private static List<Row> rows(Checkpoint checkpoint, List<TmpfsFile> files, Progress progress) {
        var entries = new ArrayList<Entry>();
        for (var member : checkpoint.members()) {
            entries.add(Entry.of(member));
        }
        // The list was read when the checkpoint was opened: it costs nothing more.
        for (var change : checkpoint.rootfsChanges().found().orElse(List.of())) {
            if (RootfsPlaces.isInArchive(checkpoint, change) && !change.path().equals("/")) {
                entries.add(Entry.of(change));
            }
        }
        for (var file : files) {
            var entry = Entry.of(file);
            if (!entry.path().endsWith("/.")) {
                entries.add(entry);
            }
        }
        var nodes = PathNode.of(entries, Entry::path);
        var rows = new ArrayList<Row>();
        for (var node : nodes) {
            progress.advance(rows.size(), nodes.size());
            if (node.items().isEmpty()) {
                rows.add(
                        new Row(
                                node.path(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                node.below()));
            }
            for (var entry : node.items()) {
                rows.add(
                        new Row(
                                node.path(),
                                entry.member(),
                                entry.tmpfs(),
                                entry.export(),
                                nested(checkpoint.archive(), entry),
                                node.below()));
            }
        }
        return List.copyOf(rows);
    }

    /// Images are not looked into, but for those that keep a tmpfs as tar.
    private static boolean nested(Archive archive, Entry entry) {
        if (entry.tmpfs().isPresent() || entry.export().isPresent() || entry.member().isEmpty()) {
            return false;
        }
        var member = entry.member().get();
        if (member.member().type() != Member.Type.FILE) {
            return false;
        } else if (member.image().isPresent()) {
            return TmpfsFiles.isTmpfs(member);
        }
        try {
            return Archive.isArchive(archive.beginning(member.member()));
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
                        "Where the content lies in the archive, or in the one of its tmpfs, unpacked if it is compressed",
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
                                                                    row.export().isPresent()
                                                                            ? "a mark that the path was deleted"
                                                                            : "the archive has no entry for this folder"))));
        }
        return List.copyOf(columns);
    }
}
