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
import org.icecore.checkpoint.content.Tmpfs;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// What lay in the tmpfs mounts whose content the checkpoint keeps, and in the named volumes that were exported with it.
public final class TmpfsTable {

    private TmpfsTable() {}

    /// One row per file, directory and the like, by image. Unpacks the images when they are first asked for: for a job.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static ResultTable<TmpfsFile> of(Checkpoint checkpoint, Progress progress) {
        return table(
                "tmpfs",
                "Files of tmpfs",
                TmpfsFiles.in(checkpoint),
                checkpoint,
                "the content of a tmpfs that was handed in from outside, such as a volume of the engine, is not kept here",
                progress);
    }

    /// The same of named volumes.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static ResultTable<TmpfsFile> volumes(Checkpoint checkpoint, Progress progress) {
        return table(
                "volumes",
                "Files of volumes",
                TmpfsFiles.volumes(checkpoint),
                checkpoint,
                "only Podman exports volumes, those that it manages, and not with --ignore-volumes: a volume that is not"
                        + " listed may have held files",
                progress);
    }

    private static ResultTable<TmpfsFile> table(
            String id,
            String title,
            List<Tmpfs> kept,
            Checkpoint checkpoint,
            String limit,
            Progress progress) {
        var rows = new ArrayList<TmpfsFile>();
        var gaps = new ArrayList<String>();
        for (var tmpfs : kept) {
            try {
                var listing = TmpfsFiles.list(checkpoint, tmpfs, progress);
                rows.addAll(listing.files());
                listing.defects().stream().map(Defect::toString).forEach(gaps::add);
            } catch (EvidenceException e) {
                gaps.add("%s is not listed: %s".formatted(tmpfs.title(), e.getMessage()));
            }
        }
        return table(
                id, title, checkpoint, rows, Coverage.without(gaps).withLimits(List.of(limit)));
    }

    /// The same without rows, to tell of one that is at hand. Unpacks nothing.
    public static ResultTable<TmpfsFile> within(Checkpoint checkpoint) {
        return table("tmpfs", "Files of tmpfs", checkpoint, List.of(), Coverage.complete());
    }

    private static ResultTable<TmpfsFile> table(
            String id,
            String title,
            Checkpoint checkpoint,
            List<TmpfsFile> rows,
            Coverage coverage) {
        return new ResultTable<>(
                id,
                title,
                COLUMNS,
                List.copyOf(rows),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.member()),
                row -> Optional.of(row.at()),
                coverage);
    }

    private static final List<Column<TmpfsFile>> COLUMNS =
            List.of(
                    Column.of(
                            "path",
                            "Path",
                            ColumnKind.CODE,
                            "From the root of the container; below the image where its mount is not known",
                            row -> Cell.text(row.path())),
                    of("type", "Type", ColumnKind.TEXT, "What it is", TmpfsTable::type),
                    of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of content",
                            member -> new Cell.Bytes(member.size())),
                    of(
                            "mode",
                            "Mode",
                            ColumnKind.TEXT,
                            "Permission bits",
                            member -> Cell.text(MemberTable.mode(member.mode()))),
                    of(
                            "uid",
                            "Uid",
                            ColumnKind.NUMBER,
                            "Owner",
                            member -> Cell.number(member.uid())),
                    of(
                            "gid",
                            "Gid",
                            ColumnKind.NUMBER,
                            "Group",
                            member -> Cell.number(member.gid())),
                    of(
                            "modified",
                            "Modified",
                            ColumnKind.TIMESTAMP,
                            "Modification time",
                            member -> new Cell.Timestamp(member.modified())),
                    of(
                            "link",
                            "Link target",
                            ColumnKind.CODE,
                            "What a link points to",
                            member ->
                                    member.linkTarget().isEmpty()
                                            ? Cell.notApplicable("not a link")
                                            : Cell.text(member.linkTarget())),
                    of(
                            "extended",
                            "Extended attributes",
                            ColumnKind.TEXT,
                            "Such as capabilities of a program",
                            member ->
                                    member.extended().isEmpty()
                                            ? Cell.notApplicable("none in the archive")
                                            : new Cell.Names(
                                                    member.extended().stream()
                                                            .map(ExtendedAttributeText::of)
                                                            .toList())),
                    Column.of(
                            "image",
                            "Image",
                            ColumnKind.CODE,
                            "The image or archive that keeps it",
                            row -> Cell.text(row.tmpfs().image().name())));

    private static Cell type(Member member) {
        return Cell.text(MemberTable.type(member));
    }

    private static Column<TmpfsFile> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<Member, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> value.apply(row.entry()));
    }
}
