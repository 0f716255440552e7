package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.task.Task;

/// What tasks watch: descriptors by epoll, files by inotify and fanotify, signals by signalfd.
public final class WatchTable {

    private WatchTable() {}

    /// Something that is watched through a descriptor.
    ///
    /// @param what e.g. `fd 25: socket`, a path, a signal
    /// @param data what the task gets back from epoll
    public record Row(
            Task task,
            FileDescriptor descriptor,
            OpenFile file,
            String what,
            List<String> events,
            Cell data) {}

    /// One row per thing that is watched.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        return new ResultTable<>(
                "watches",
                "Watches",
                COLUMNS,
                TaskRows.of(
                        tasks,
                        task ->
                                DescriptorTable.rows(task).stream()
                                        .flatMap(held -> rows(held).stream())
                                        .toList()),
                row ->
                        new ArtefactRef.OfDescriptor(
                                checkpoint.id(), row.task().pid(), row.descriptor().fd()),
                row -> Optional.of(row.file().at()),
                Gaps.ofOpenFiles(tasks, "open files"));
    }

    static List<Row> rows(DescriptorTable.Row held) {
        var none = Cell.notApplicable("only epoll hands back a word");
        var rows = new ArrayList<Row>();
        switch (held.descriptor().file().found().orElse(null)) {
            case OpenFile.EventPoll poll ->
                    poll.watches()
                            .forEach(
                                    watch ->
                                            rows.add(
                                                    new Row(
                                                            held.task(),
                                                            held.descriptor(),
                                                            poll,
                                                            watched(held.task(), watch.fd()),
                                                            EventNames.epoll(watch.events()),
                                                            new Cell.Address(watch.data()))));
            case OpenFile.Inotify inotify ->
                    inotify.watches()
                            .forEach(
                                    watch ->
                                            rows.add(
                                                    new Row(
                                                            held.task(),
                                                            held.descriptor(),
                                                            inotify,
                                                            watch.path()
                                                                    .orElseGet(
                                                                            () ->
                                                                                    EventNames
                                                                                            .inode(
                                                                                                    watch
                                                                                                            .inode(),
                                                                                                    watch
                                                                                                            .device())),
                                                            EventNames.inotify(watch.mask()),
                                                            none)));
            case OpenFile.Fanotify fanotify ->
                    fanotify.marks()
                            .forEach(
                                    mark ->
                                            rows.add(
                                                    new Row(
                                                            held.task(),
                                                            held.descriptor(),
                                                            fanotify,
                                                            marked(mark),
                                                            EventNames.fanotify(mark),
                                                            none)));
            case OpenFile.SignalFd signals ->
                    rows.add(
                            new Row(
                                    held.task(),
                                    held.descriptor(),
                                    signals,
                                    "signals",
                                    numbering(held.task()).signals(signals.mask()).stream()
                                            .map(Signal::name)
                                            .toList(),
                                    none));
            case null, default -> {
                // Watches nothing.
            }
        }
        return rows;
    }

    private static String watched(Task task, int fd) {
        return "fd %d: %s"
                .formatted(
                        fd,
                        task.descriptor(new FdNumber(fd))
                                .flatMap(FileDescriptor::file)
                                .found()
                                .map(OpenFile::link)
                                .orElse("closed since"));
    }

    private static String marked(OpenFile.Fanotify.Mark mark) {
        return mark.mount().isPresent()
                ? "mount %d%s"
                        .formatted(
                                mark.mount().getAsInt(),
                                mark.path().map(path -> ": " + path).orElse(""))
                : mark.path().orElseGet(() -> EventNames.inode(mark.inode(), mark.device()));
    }

    static SignalNumbering numbering(Task task) {
        return task.threads().stream()
                .flatMap(thread -> thread.core().found().stream())
                .flatMap(core -> core.registers().stream())
                .map(registers -> SignalNumbering.of(registers.architecture()))
                .findFirst()
                .orElse(SignalNumbering.GENERIC);
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    Column.number(
                            "fd",
                            "Fd",
                            "Descriptor that is watched through",
                            row -> row.descriptor().fd().value()),
                    Column.text("kind", "Kind", "How it is watched", row -> row.file().kind()),
                    Column.of(
                            "watched",
                            "Watched",
                            ColumnKind.CODE,
                            "Descriptor of the task, path, mount, or signals",
                            row -> Cell.text(row.what())),
                    Column.of(
                            "events",
                            "Events",
                            ColumnKind.FLAGS,
                            "What the task wants to hear of, and what not",
                            row -> new Cell.Names(row.events())),
                    Column.of(
                            "data",
                            "Data",
                            ColumnKind.ADDRESS,
                            "Word that epoll hands back, often an address",
                            Row::data));
}
