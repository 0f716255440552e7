package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.lock.FileLock;

/// The locks that tasks hold on files.
public final class LockTable {

    private LockTable() {}

    /// One row per lock, in the order of the image.
    public static ResultTable<FileLock> of(Checkpoint checkpoint) {
        var locks = checkpoint.kernel().locks();
        return new ResultTable<>(
                "locks",
                "File locks",
                COLUMNS,
                locks.items(),
                lock -> new ArtefactRef.OfDescriptor(checkpoint.id(), lock.owner(), lock.fd()),
                lock -> Optional.of(lock.at()),
                Coverage.without(locks.gaps()));
    }

    private static final List<Column<FileLock>> COLUMNS =
            List.of(
                    Column.number(
                            "pid",
                            "Pid",
                            "Process id of the task that holds it",
                            lock -> lock.owner().value()),
                    Column.number(
                            "fd",
                            "Fd",
                            "Descriptor of the file that is locked",
                            lock -> lock.fd().value()),
                    Column.text(
                            "kind",
                            "Kind",
                            "POSIX locks belong to the task and end with it; flock locks and those of open file descriptions belong to the open file and to whoever"
                                    + " inherits it; a lease is told before others open the file",
                            FileLock::kindName),
                    Column.text(
                            "type",
                            "Type",
                            "A read lock lets others read, a write lock nobody",
                            FileLock::typeName),
                    Column.of(
                            "bytes",
                            "Bytes",
                            ColumnKind.CODE,
                            "First and last byte that is locked",
                            lock -> Cell.text(lock.bytes())),
                    Column.of(
                            "file",
                            "File",
                            ColumnKind.CODE,
                            "What the descriptor refers to",
                            lock -> Cell.of(lock.file(), file -> Cell.text(file.link()))));
}
