package org.icecore.analysis.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// Files that were unlinked but still open, and whose content the checkpoint keeps.
public final class GhostFileTable {

    private GhostFileTable() {}

    /// A file and who led to it.
    ///
    /// @param path as it was, without ` (deleted)`; empty if no open file leads to it
    /// @param holders `pid 6 fd 3`, `pid 6 program`, in the order of the tasks
    public record Row(
            Checkpoint checkpoint, GhostFile file, Optional<String> path, List<String> holders) {

        public Row {
            holders = List.copyOf(holders);
        }
    }

    /// One row per file. The digest of a file is computed when its cell is asked for, from the content where it lies.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var holders = holders(checkpoint);
        var paths = new LinkedHashMap<GhostFile, String>();
        for (var file : checkpoint.files()) {
            if (file instanceof OpenFile.RegularFile regular) {
                checkpoint.ghost(file).ifPresent(ghost -> paths.putIfAbsent(ghost, regular.path()));
            }
        }
        return new ResultTable<>(
                "recovered",
                "Recovered files",
                COLUMNS,
                checkpoint.ghostFiles().stream()
                        .map(
                                ghost ->
                                        new Row(
                                                checkpoint,
                                                ghost,
                                                Optional.ofNullable(paths.get(ghost)),
                                                holders.getOrDefault(ghost, List.of())))
                        .toList(),
                row -> new ArtefactRef.OfMember(checkpoint.id(), row.file().at().member()),
                row -> Optional.of(row.file().at()),
                Coverage.complete());
    }

    private static SequencedMap<GhostFile, List<String>> holders(Checkpoint checkpoint) {
        var holders = new LinkedHashMap<GhostFile, List<String>>();
        if (checkpoint.ghostFiles().isEmpty()) {
            return holders;
        }
        for (var task : checkpoint.tasks().all()) {
            task.executable()
                    .found()
                    .flatMap(checkpoint::ghost)
                    .ifPresent(ghost -> add(holders, ghost, task, "program"));
            for (var descriptor : task.descriptors().found().orElse(List.of())) {
                descriptor
                        .file()
                        .found()
                        .flatMap(checkpoint::ghost)
                        .ifPresent(ghost -> add(holders, ghost, task, "fd " + fd(descriptor)));
            }
        }
        return holders;
    }

    private static String fd(FileDescriptor descriptor) {
        return descriptor.fd().toString();
    }

    private static void add(
            SequencedMap<GhostFile, List<String>> holders, GhostFile ghost, Task task, String how) {
        holders.merge(
                ghost,
                List.of("pid %s %s".formatted(task.pid(), how)),
                (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.of(
                            "path",
                            "Path",
                            ColumnKind.CODE,
                            "Where the file was before it was unlinked",
                            row -> Cell.ofText(row.path(), "no open file leads to it")),
                    Column.of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes of the file, holes included",
                            row -> new Cell.Bytes(row.file().size())),
                    Column.of(
                            "mode",
                            "Mode",
                            ColumnKind.CODE,
                            "Type and permission bits, octal",
                            row -> Cell.text("%06o".formatted(row.file().mode()))),
                    Column.number("uid", "Uid", "Owner", row -> row.file().uid()),
                    Column.number("gid", "Gid", "Group", row -> row.file().gid()),
                    Column.of(
                            "modified",
                            "Modified",
                            ColumnKind.TIMESTAMP,
                            "When its content was last changed",
                            row ->
                                    Cell.of(
                                            row.file().modified(),
                                            "the image does not say",
                                            Cell.Timestamp::new)),
                    Column.of(
                            "heldBy",
                            "Held by",
                            ColumnKind.FLAGS,
                            "Which tasks had it open, and how",
                            row ->
                                    row.holders().isEmpty()
                                            ? Cell.notApplicable("by no descriptor and no program")
                                            : new Cell.Names(row.holders())),
                    Column.of(
                            "sha256",
                            "SHA-256",
                            ColumnKind.DIGEST,
                            "Digest of the content, holes as zeros",
                            GhostFileTable::digest));

    private static Cell digest(Row row) {
        try {
            return GhostContent.of(row.checkpoint(), row.file())
                    .sha256(Progress.unwatched())
                    .<Cell>map(Cell.Checksum::new)
                    .orElseGet(
                            () ->
                                    Cell.notCaptured(
                                            "the image claims more than 4 GiB, most of it holes"));
        } catch (EvidenceException e) {
            return Cell.notCaptured(e.getMessage());
        }
    }
}
