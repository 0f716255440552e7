package org.icecore.analysis.content;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// Files that lie in no file system any more, or never did, and whose content the checkpoint keeps: unlinked files that were
/// still open, and files of `memfd_create`.
public final class RecoveredFileTable {

    /// A hostile hole can be of any size, and its digest takes as long.
    private static final long MOST_HASHED = 1L << 32;

    private RecoveredFileTable() {}

    /// What a file is.
    public enum Kind {
        /// Unlinked, but still open or mapped.
        GHOST_FILE("ghost file"),
        /// Made by `memfd_create`: it never had a path.
        MEMFD("memfd"),
        /// Memory mapped `MAP_SHARED | MAP_ANONYMOUS`, which the kernel keeps as a file.
        SHARED_MEMORY("shared memory");

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
    /// @param name its path before it was unlinked, or `/memfd:` and the name given
    /// @param size bytes, if recorded
    /// @param ghost what the image says of an unlinked file
    /// @param holders `72 fd 5`, `72 exe`, `72 mapping 0x7f2f369d0000`; in the order of the tasks
    /// @param ref the open file, the first where it was opened more than once; the image where no open file refers to it
    public record Row(
            Kind kind,
            String name,
            OptionalLong size,
            Optional<GhostFile> ghost,
            List<String> holders,
            ArtefactRef ref,
            Location at) {

        public Row {
            holders = List.copyOf(holders);
        }

        /// One file that was opened more than once.
        private Row and(Row other) {
            var all = new LinkedHashSet<>(holders);
            all.addAll(other.holders);
            return new Row(kind, name, size, ghost, List.copyOf(all), ref, at);
        }
    }

    /// One row per file: ghost files first, each in the order of the images.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var holders = FileHolders.of(checkpoint);
        var rows = new LinkedHashMap<Object, Row>();
        ghosts(checkpoint, holders, rows);
        for (var file : checkpoint.files()) {
            if (file instanceof OpenFile.MemFd memfd) {
                rows.merge(
                        new MemFdInode(memfd.inodeId()),
                        memfd(checkpoint, memfd, holders),
                        Row::and);
            }
        }
        return new ResultTable<>(
                "recovered",
                "Recovered files",
                COLUMNS,
                List.copyOf(rows.values()),
                Row::ref,
                row -> Optional.of(row.at()),
                Coverage.complete()
                        .withLimits(
                                List.of(
                                        "an unlinked file larger than CRIU's ghost limit stops the dump, and one that"
                                                + " nobody held open is gone")));
    }

    /// As [#of(Checkpoint)], with the SHA-256 of each content. A digest is computed when its cell is asked for, from the bytes
    /// where they lie: not for the thread of a window.
    public static ResultTable<Row> withDigests(Checkpoint checkpoint) {
        var table = of(checkpoint);
        return new ResultTable<>(
                table.id(),
                table.title(),
                Stream.concat(
                                COLUMNS.stream(),
                                Stream.of(
                                        Column.<Row>of(
                                                "sha256",
                                                "SHA-256",
                                                ColumnKind.DIGEST,
                                                "Digest of the content, holes as zeros",
                                                row -> digest(checkpoint, row))))
                        .toList(),
                table.rows(),
                table.subject(),
                table.source(),
                table.coverage());
    }

    private static Cell digest(Checkpoint checkpoint, Row row) {
        var stored = StoredFiles.of(checkpoint, row.ref(), Progress.unwatched());
        return Cell.of(stored, RecoveredFileTable::digest);
    }

    private static Cell digest(StoredFile file) {
        if (!file.whole()) {
            return Cell.notCaptured("not all of its bytes are in the checkpoint");
        }
        if (file.bytes().size() > MOST_HASHED) {
            return Cell.notCaptured("the image claims more than 4 GiB, most of it holes");
        }
        try {
            return new Cell.Checksum(Digest.of(file.bytes(), Progress.unwatched()));
        } catch (EvidenceException e) {
            return Cell.notCaptured(e.getMessage());
        }
    }

    private record GhostId(long id) {}

    private record MemFdInode(long id) {}

    private static void ghosts(Checkpoint checkpoint, FileHolders holders, Map<Object, Row> rows) {
        for (var file : checkpoint.files()) {
            if (file instanceof OpenFile.RegularFile regular) {
                checkpoint
                        .ghost(regular)
                        .ifPresent(
                                ghost ->
                                        rows.merge(
                                                new GhostId(ghost.id()),
                                                ghost(
                                                        ghost,
                                                        regular.path(),
                                                        holders.of(regular.id()),
                                                        ref(checkpoint, regular.id())),
                                                Row::and));
            }
        }
        for (var ghost : checkpoint.ghostFiles()) {
            rows.putIfAbsent(
                    new GhostId(ghost.id()),
                    ghost(
                            ghost,
                            "ghost file " + ghost.id(),
                            List.of(),
                            new ArtefactRef.OfMember(checkpoint.id(), ghost.at().member())));
        }
    }

    private static Row ghost(GhostFile ghost, String name, List<String> holders, ArtefactRef ref) {
        return new Row(
                Kind.GHOST_FILE,
                name,
                OptionalLong.of(ghost.size()),
                Optional.of(ghost),
                holders,
                ref,
                ghost.at());
    }

    private static Row memfd(Checkpoint checkpoint, OpenFile.MemFd memfd, FileHolders holders) {
        return new Row(
                memfd.sharedAnonymous() ? Kind.SHARED_MEMORY : Kind.MEMFD,
                memfd.target(),
                memfd.size(),
                Optional.empty(),
                holders.of(memfd.id()),
                ref(checkpoint, memfd.id()),
                memfd.at());
    }

    private static ArtefactRef ref(Checkpoint checkpoint, FileId file) {
        return new ArtefactRef.OfOpenFile(checkpoint.id(), file);
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "Path before it was unlinked, or name given to memfd_create",
                            row -> Cell.text(row.name())),
                    Column.text("kind", "Kind", "Why it is here", row -> row.kind().label()),
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
                    ofGhost(
                            "mode",
                            "Mode",
                            ColumnKind.TEXT,
                            "Permission bits",
                            RecoveredFileTable::mode),
                    ofGhost(
                            "uid",
                            "Uid",
                            ColumnKind.NUMBER,
                            "Owner",
                            ghost -> Cell.number(ghost.uid())),
                    ofGhost(
                            "gid",
                            "Gid",
                            ColumnKind.NUMBER,
                            "Group",
                            ghost -> Cell.number(ghost.gid())),
                    ofGhost(
                            "modified",
                            "Modified",
                            ColumnKind.TIMESTAMP,
                            "Modification time",
                            ghost ->
                                    Cell.of(
                                            ghost.modified(),
                                            "the image records no time",
                                            Cell.Timestamp::new)),
                    Column.of(
                            "image",
                            "Image",
                            ColumnKind.CODE,
                            "Where it is described",
                            row -> Cell.text(row.at().member())));

    private static Cell mode(GhostFile ghost) {
        return Cell.text(MemberTable.mode(ghost.mode()));
    }

    private static Column<Row> ofGhost(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<GhostFile, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        row.ghost()
                                .map(value)
                                .orElseGet(
                                        () ->
                                                Cell.notCaptured(
                                                        "the images do not record it for a file of memory")));
    }
}
