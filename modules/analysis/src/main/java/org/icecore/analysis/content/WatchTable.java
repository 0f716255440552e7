package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
                DescriptorTable.rows(tasks).stream().flatMap(held -> rows(held).stream()).toList(),
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
                                                            names(EPOLL, watch.events()),
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
                                                                                    inode(
                                                                                            watch
                                                                                                    .inode(),
                                                                                            watch
                                                                                                    .device())),
                                                            names(INOTIFY, watch.mask()),
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
                                                            events(mark),
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
                : mark.path().orElseGet(() -> inode(mark.inode(), mark.device()));
    }

    private static List<String> events(OpenFile.Fanotify.Mark mark) {
        return Stream.concat(
                        names(FANOTIFY, mark.mask()).stream(),
                        names(FANOTIFY, mark.ignored()).stream().map("not "::concat))
                .toList();
    }

    private static SignalNumbering numbering(Task task) {
        return task.threads().stream()
                .flatMap(thread -> thread.core().found().stream())
                .flatMap(core -> core.registers().stream())
                .map(registers -> SignalNumbering.of(registers.architecture()))
                .findFirst()
                .orElse(SignalNumbering.GENERIC);
    }

    private static String inode(long inode, long device) {
        return "inode %d on device %d:%d".formatted(inode, device >>> 20, device & 0xfffff);
    }

    /// EPOLL* of include/uapi/linux/eventpoll.h.
    private static final Map<Integer, String> EPOLL =
            table(
                    "EPOLLIN EPOLLPRI EPOLLOUT EPOLLERR EPOLLHUP - EPOLLRDNORM EPOLLRDBAND EPOLLWRNORM EPOLLWRBAND"
                            + " EPOLLMSG - - EPOLLRDHUP - - - - - - - - - - - - - - EPOLLEXCLUSIVE EPOLLWAKEUP"
                            + " EPOLLONESHOT EPOLLET");

    /// IN_* of include/uapi/linux/inotify.h.
    private static final Map<Integer, String> INOTIFY =
            table(
                    "IN_ACCESS IN_MODIFY IN_ATTRIB IN_CLOSE_WRITE IN_CLOSE_NOWRITE IN_OPEN IN_MOVED_FROM IN_MOVED_TO"
                            + " IN_CREATE IN_DELETE IN_DELETE_SELF IN_MOVE_SELF - IN_UNMOUNT IN_Q_OVERFLOW IN_IGNORED"
                            + " - - - - - - - - IN_ONLYDIR IN_DONT_FOLLOW IN_EXCL_UNLINK - IN_MASK_CREATE IN_MASK_ADD"
                            + " IN_ISDIR IN_ONESHOT");

    /// FAN_* of include/uapi/linux/fanotify.h.
    private static final Map<Integer, String> FANOTIFY =
            table(
                    "FAN_ACCESS FAN_MODIFY FAN_ATTRIB FAN_CLOSE_WRITE FAN_CLOSE_NOWRITE FAN_OPEN FAN_MOVED_FROM"
                            + " FAN_MOVED_TO FAN_CREATE FAN_DELETE FAN_DELETE_SELF FAN_MOVE_SELF FAN_OPEN_EXEC -"
                            + " FAN_Q_OVERFLOW FAN_FS_ERROR FAN_OPEN_PERM FAN_ACCESS_PERM FAN_OPEN_EXEC_PERM -"
                            + " FAN_PRE_ACCESS - - - FAN_MNT_ATTACH FAN_MNT_DETACH - FAN_EVENT_ON_CHILD FAN_RENAME"
                            + " - FAN_ONDIR");

    private static Map<Integer, String> table(String names) {
        var table = new TreeMap<Integer, String>();
        var bit = 0;
        for (var name : names.split(" ")) {
            if (!name.equals("-")) {
                table.put(bit, name);
            }
            bit++;
        }
        return table;
    }

    private static List<String> names(Map<Integer, String> table, int bits) {
        var names = new ArrayList<String>();
        var rest = bits;
        for (var entry : table.entrySet()) {
            var bit = 1 << entry.getKey();
            if ((bits & bit) != 0) {
                names.add(entry.getValue());
                rest &= ~bit;
            }
        }
        if (rest != 0) {
            names.add("0x%x".formatted(rest));
        }
        return names;
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
