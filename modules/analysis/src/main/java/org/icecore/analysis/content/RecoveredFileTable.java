package org.icecore.analysis.content;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.content.StoredFiles;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Files that lie in no file system any more, or never did, and whose content the checkpoint keeps: unlinked files that were
/// still open, files of `memfd_create`, System V segments, and those of file systems in memory.
public final class RecoveredFileTable {

    /// A hostile hole can be of any size, and its digest takes as long.
    private static final long MOST_HASHED = 1L << 32;
    private static final String REGULAR = "regular file";

    private RecoveredFileTable() {}

    /// What a file is.
    public enum Kind {
        /// Unlinked, but still open or mapped.
        GHOST_FILE("ghost file"),
        /// Made by `memfd_create`: it never had a path.
        MEMFD("memfd"),
        /// Memory mapped `MAP_SHARED | MAP_ANONYMOUS`, which the kernel keeps as a file.
        SHARED_MEMORY("shared memory"),
        /// A System V segment, whether or not a task maps it.
        SEGMENT("System V segment"),
        /// In a tmpfs: it was never on a disk.
        TMPFS_FILE("tmpfs file");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The word for tables.
        public String label() {
            return label;
        }
    }

    /// A file.
    ///
    /// @param type regular file, directory, device and so on
    /// @param name its path before it was unlinked, or `/memfd:` and the name given
    /// @param otherNames hard links to it that are gone, too
    /// @param size bytes, if recorded
    /// @param inode owner, mode and time, where an image or the archive of a tmpfs records them
    /// @param holders `72 fd 5`, `72 exe`, `72 mapping 0x7f2f369d0000`; in the order of the tasks
    /// @param ref the open file, the first where it was opened more than once; the image where no open file refers to it; the
    ///     member within the image of a tmpfs
    public record Row(
            Kind kind,
            String type,
            String name,
            List<String> otherNames,
            OptionalLong size,
            Optional<Inode> inode,
            List<String> holders,
            ArtefactRef ref,
            Location at) {

        public Row {
            otherNames = List.copyOf(otherNames);
            holders = List.copyOf(holders);
        }

        /// A regular file of one name.
        Row(
                Kind kind,
                String name,
                OptionalLong size,
                Optional<Inode> inode,
                List<String> holders,
                ArtefactRef ref,
                Location at) {
            this(kind, REGULAR, name, List.of(), size, inode, holders, ref, at);
        }

        /// The same of another type.
        Row as(String other) {
            return new Row(kind, other, name, otherNames, size, inode, holders, ref, at);
        }

        /// One file that was opened more than once, perhaps by several names.
        Row and(Row other) {
            var all = new LinkedHashSet<>(holders);
            all.addAll(other.holders);
            var names = new LinkedHashSet<>(otherNames);
            names.add(other.name);
            names.addAll(other.otherNames);
            names.remove(name);
            return new Row(
                    kind, type, name, List.copyOf(names), size, inode, List.copyOf(all), ref, at);
        }

        /// Whether it is or was called that.
        public boolean isCalled(String path) {
            return name.equals(path) || otherNames.contains(path);
        }
    }

    /// What a file system knows of a file besides its name and content.
    ///
    /// @param accessed last access, where it is recorded
    public record Inode(
            OptionalInt mode,
            long uid,
            long gid,
            Optional<Instant> modified,
            Optional<Instant> accessed) {}

    /// As [#of(Checkpoint, Progress)], unwatched.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return of(checkpoint, Progress.unwatched());
    }

    /// One row per file: ghost files first, those of tmpfs last, each in the order of the images. Images of tmpfs are unpacked
    /// when they are first asked for: for a job.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static ResultTable<Row> of(Checkpoint checkpoint, Progress progress) {
        var tmpfs = TmpfsTable.of(checkpoint, progress);
        return new ResultTable<>(
                "recovered",
                "Recovered files",
                COLUMNS,
                RecoveredFiles.of(checkpoint, tmpfs),
                Row::ref,
                row -> Optional.of(row.at()),
                tmpfs.coverage()
                        .and(
                                Coverage.complete()
                                        .withLimits(
                                                List.of(
                                                        "an unlinked file larger than CRIU's ghost limit stops the"
                                                                + " dump, and one that nobody held open is gone"))));
    }

    /// As [#of(Checkpoint, Progress)], with the SHA-256 of each content. A digest is computed when its cell is asked for, from the bytes
    /// where they lie: not for the thread of a window.
    public static ResultTable<Row> withDigests(Checkpoint checkpoint) {
        var table = of(checkpoint);
        return table.withColumns(
                Stream.concat(
                                COLUMNS.stream(),
                                Stream.of(
                                        Column.<Row>of(
                                                "sha256",
                                                "SHA-256",
                                                ColumnKind.DIGEST,
                                                "Digest of the content, holes as zeros",
                                                row ->
                                                        digest(
                                                                checkpoint,
                                                                row,
                                                                Progress.unwatched()))))
                        .toList());
    }

    /// The SHA-256 of the content of a row, holes as zeros; or why there is none.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    public static Cell digest(Checkpoint checkpoint, Row row, Progress progress) {
        var stored = StoredFiles.of(checkpoint, row.ref(), progress);
        return Cell.of(stored, file -> digest(file, progress));
    }

    private static Cell digest(StoredFile file, Progress progress) {
        if (!file.whole()) {
            return Cell.notCaptured("not all of its bytes are in the checkpoint");
        }
        if (file.bytes().size() > MOST_HASHED) {
            return Cell.notCaptured("the image claims more than 4 GiB, most of it holes");
        }
        try {
            return new Cell.Checksum(Digest.of(file.bytes(), progress));
        } catch (EvidenceException e) {
            return Cell.notCaptured(e.getMessage());
        }
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "Path, as it was before it was unlinked, or name given to memfd_create",
                            row -> Cell.text(row.name())),
                    Column.of(
                            "otherNames",
                            "Other names",
                            ColumnKind.FLAGS,
                            "Paths of other hard links to it that were open and are gone",
                            row -> new Cell.Names(row.otherNames())),
                    Column.text("kind", "Kind", "Why it is here", row -> row.kind().label()),
                    Column.text(
                            "type",
                            "Type",
                            "Regular file, directory, FIFO, device with its numbers",
                            Row::type),
                    Column.of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of content",
                            row ->
                                    row.size().isPresent()
                                            ? new Cell.Bytes(row.size().getAsLong())
                                            : Cell.notCaptured("no image records its size")),
                    Column.of(
                            "holders",
                            "Held by",
                            ColumnKind.FLAGS,
                            "Who has it open, runs it or has it mapped, by pid",
                            row -> new Cell.Names(row.holders())),
                    ofInode(
                            "mode",
                            "Mode",
                            ColumnKind.TEXT,
                            "Permission bits",
                            RecoveredFileTable::mode),
                    ofInode(
                            "uid",
                            "Uid",
                            ColumnKind.NUMBER,
                            "Owner",
                            inode -> Cell.number(inode.uid())),
                    ofInode(
                            "gid",
                            "Gid",
                            ColumnKind.NUMBER,
                            "Group",
                            inode -> Cell.number(inode.gid())),
                    ofInode(
                            "modified",
                            "Modified",
                            ColumnKind.TIMESTAMP,
                            "Modification time",
                            inode ->
                                    Cell.of(
                                            inode.modified(),
                                            "the image records no time",
                                            Cell.Timestamp::new)),
                    ofInode(
                            "accessed",
                            "Accessed",
                            ColumnKind.TIMESTAMP,
                            "Time of the last access",
                            inode ->
                                    Cell.of(
                                            inode.accessed(),
                                            "the image records no time",
                                            Cell.Timestamp::new)),
                    Column.of(
                            "image",
                            "Image",
                            ColumnKind.CODE,
                            "Where it is described",
                            row -> Cell.text(row.at().member())));

    private static Cell mode(Inode inode) {
        return inode.mode().isPresent()
                ? Cell.text(MemberTable.mode(inode.mode().getAsInt()))
                : Cell.notCaptured("the image is of before modes of files of memory were kept");
    }

    private static Column<Row> ofInode(
            String id, String title, ColumnKind kind, String tooltip, Function<Inode, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        row.inode()
                                .map(value)
                                .orElseGet(
                                        () ->
                                                Cell.notCaptured(
                                                        "no image of the file's inode is in the checkpoint")));
    }
}
