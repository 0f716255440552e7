package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SignalOwner;
import org.icecore.checkpoint.task.Task;

/// The open files of the tasks, by descriptor.
public final class DescriptorTable {

    private DescriptorTable() {}

    /// A descriptor and whose it is.
    public record Row(Task task, FileDescriptor descriptor) {

        /// Which signal tells whom that the file is ready, and with whose rights; empty if nobody asked for one.
        public Optional<String> signals() {
            return descriptor.owner().map(this::signals);
        }

        private String signals(SignalOwner owner) {
            return "%s to %s %d, asked for by user %d%s"
                    .formatted(
                            owner.signal() == 0
                                    ? "SIGIO"
                                    : WatchTable.numbering(task).signal(owner.signal()).name(),
                            owner.kind().label(),
                            owner.id(),
                            owner.uid(),
                            owner.euid() == owner.uid() ? "" : " (effective " + owner.euid() + ")");
        }
    }

    /// The descriptors of all tasks.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return table(checkpoint, checkpoint.tasks().all());
    }

    /// The descriptors of one task.
    public static ResultTable<Row> of(Checkpoint checkpoint, Task task) {
        return table(checkpoint, List.of(task));
    }

    private static ResultTable<Row> table(Checkpoint checkpoint, List<Task> tasks) {
        return new ResultTable<>(
                "descriptors",
                "Open files",
                COLUMNS,
                TaskRows.of(tasks, DescriptorTable::rows),
                row ->
                        new ArtefactRef.OfDescriptor(
                                checkpoint.id(), row.task().pid(), row.descriptor().fd()),
                row -> Optional.of(row.descriptor().at()),
                Gaps.ofOpenFiles(tasks, "open files").and(new Damage(checkpoint).ofDeletions()));
    }

    static List<Row> rows(Task task) {
        return Told.of(
                task.descriptors().found().orElse(List.of()),
                descriptor -> new Row(task, descriptor));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    KeyColumns.fd(Row::descriptor),
                    of(
                            "kind",
                            "Kind",
                            ColumnKind.TEXT,
                            "What kind of kernel object it refers to",
                            file -> Cell.text(file.kind())),
                    of(
                            "target",
                            "Target",
                            ColumnKind.CODE,
                            "Path, endpoints or value of the object",
                            file -> Cell.text(file.target())),
                    of(
                            "link",
                            "Link",
                            ColumnKind.CODE,
                            "As readlink /proc/PID/fd/N prints it",
                            file -> Cell.text(file.link())),
                    of(
                            "flags",
                            "Flags",
                            ColumnKind.FLAGS,
                            "O_* flags of the open file",
                            file ->
                                    Cell.of(
                                            file.flags(),
                                            "this kind of file records no flags",
                                            flags -> new Cell.Names(flags.names()))),
                    of(
                            "position",
                            "Position",
                            ColumnKind.NUMBER,
                            "Byte at which the next read or write begins",
                            file -> position(file)),
                    Column.of(
                            "closeOnExec",
                            "Close on exec",
                            ColumnKind.FLAG,
                            "FD_CLOEXEC: closed by execve",
                            row -> new Cell.Flag(row.descriptor().closeOnExec())),
                    Column.of(
                            "details",
                            "Details",
                            ColumnKind.FLAGS,
                            "What else is known of a file of its kind: what it watches, its size, options, sizes of a map",
                            row ->
                                    row.descriptor().file().found().isPresent()
                                            ? new Cell.Names(FileDetails.of(row))
                                            : Cell.of(row.descriptor().file(), _ -> Cell.text(""))),
                    Column.number(
                            "file",
                            "File id",
                            "Key in files.img; equal ids are one open file shared by descriptors",
                            row -> row.descriptor().id().value()));

    /// Where the next read or write begins; only files with bytes at positions have one.
    static Cell position(OpenFile file) {
        return switch (file) {
            case OpenFile.RegularFile regular -> position(regular.position());
            case OpenFile.MemFd memfd -> position(memfd.position());
            default -> Cell.notApplicable(file.kind() + " has no position");
        };
    }

    /// Unsigned, as the image has it. The kernel knows none from 2^63 on.
    private static Cell position(long position) {
        return position < 0
                ? Cell.text(Long.toUnsignedString(position) + " (no position a file can have)")
                : Cell.number(position);
    }

    private static Column<Row> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<OpenFile, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> Cell.of(row.descriptor().file(), value));
    }
}
