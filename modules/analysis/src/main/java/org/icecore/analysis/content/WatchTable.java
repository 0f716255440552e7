package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Incomplete;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.task.Task;

/// What tasks watch: descriptors by epoll, files by inotify and fanotify, signals by signalfd.
public final class WatchTable {

    private static final Cell NO_DATA = Cell.notApplicable("only epoll hands back a word");

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

    /// One row per thing that is watched. Where descriptors without end share what they watch, see [WatchRows].
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        return new ResultTable<>(
                "watches",
                "Watches",
                COLUMNS,
                new WatchRows(tasks),
                row ->
                        new ArtefactRef.OfDescriptor(
                                checkpoint.id(), row.task().pid(), row.descriptor().fd()),
                row -> Optional.of(row.file().at()),
                Gaps.ofOpenFiles(tasks, "open files"));
    }

    /// How many things are watched through that file.
    static int count(OpenFile file) {
        return switch (file) {
            case OpenFile.EventPoll poll -> poll.watches().size();
            case OpenFile.Inotify inotify -> inotify.watches().size();
            case OpenFile.Fanotify fanotify -> fanotify.marks().size();
            case OpenFile.SignalFd _ -> 1;
            case OpenFile _ -> 0;
        };
    }

    /// One of the things that are watched through `held`.
    ///
    /// @param place less than [#count(OpenFile)] of its file, which is there
    static Row row(DescriptorTable.Row held, int place) {
        return switch (held.descriptor().file().found().orElseThrow()) {
            case OpenFile.EventPoll poll -> {
                var watch = poll.watches().get(place);
                yield new Row(
                        held.task(),
                        held.descriptor(),
                        poll,
                        watched(held.task(), watch),
                        EventNames.epoll(watch.events()),
                        new Cell.Address(watch.data()));
            }
            case OpenFile.Inotify inotify -> {
                var watch = inotify.watches().get(place);
                yield row(
                        held,
                        inotify,
                        watch.path()
                                .orElseGet(() -> EventNames.inode(watch.inode(), watch.device())),
                        EventNames.inotify(watch.mask()));
            }
            case OpenFile.Fanotify fanotify -> {
                var mark = fanotify.marks().get(place);
                yield row(held, fanotify, marked(mark), EventNames.fanotify(mark));
            }
            case OpenFile.SignalFd signals ->
                    row(
                            held,
                            signals,
                            "signals",
                            numbering(held.task()).signals(signals.mask()).stream()
                                    .map(Signal::name)
                                    .toList());
            case OpenFile other ->
                    throw new IllegalArgumentException(other.kind() + " watches nothing");
        };
    }

    private static Row row(
            DescriptorTable.Row held, OpenFile file, String what, List<String> events) {
        return new Row(held.task(), held.descriptor(), file, what, events, NO_DATA);
    }

    /// The row that stands for all things that are watched through `held`, since those of `first` say the same.
    static Row same(DescriptorTable.Row held, DescriptorTable.Row first) {
        var file = held.descriptor().file().found().orElseThrow();
        return new Row(
                held.task(),
                held.descriptor(),
                file,
                "the same %,d as fd %s of task %s"
                        .formatted(count(file), first.descriptor().fd(), first.task().pid()),
                List.of("as there"),
                Cell.notApplicable("told under the descriptor that is named"));
    }

    /// A task can have given the number to another file since, or closed it. Of what has an inode of its own it can be told.
    private static String watched(Task task, OpenFile.EventPoll.Watch watch) {
        var file = task.descriptor(new FdNumber(watch.fd())).flatMap(FileDescriptor::file).found();
        var other =
                file.map(WatchTable::inode)
                        .filter(inode -> inode.isPresent() && watch.inode().isPresent())
                        .filter(inode -> !inode.equals(watch.inode()))
                        .isPresent();
        return "fd %d: %s%s"
                .formatted(
                        watch.fd(),
                        file.map(OpenFile::link)
                                .orElse(
                                        Incomplete.loss(task.descriptors()).isPresent()
                                                ? "unknown, since the table of descriptors is damaged"
                                                : "closed since"),
                        other
                                ? ", which is not what was registered: that had %s"
                                        .formatted(
                                                EventNames.inode(
                                                        watch.inode().getAsLong(), watch.device()))
                                : "");
    }

    private static OptionalLong inode(OpenFile file) {
        return switch (file) {
            case OpenFile.InetSocket socket -> OptionalLong.of(socket.inode());
            case OpenFile.UnixSocket socket -> OptionalLong.of(socket.inode());
            case OpenFile.NetlinkSocket socket -> OptionalLong.of(socket.inode());
            case OpenFile.Pipe pipe -> OptionalLong.of(pipe.pipeId());
            case OpenFile.RegularFile _,
                    OpenFile.Fifo _,
                    OpenFile.PacketSocket _,
                    OpenFile.EventFd _,
                    OpenFile.EventPoll _,
                    OpenFile.SignalFd _,
                    OpenFile.TimerFd _,
                    OpenFile.Inotify _,
                    OpenFile.Fanotify _,
                    OpenFile.Tty _,
                    OpenFile.MemFd _,
                    OpenFile.NamespaceFile _,
                    OpenFile.Tun _,
                    OpenFile.ExternalFile _,
                    OpenFile.BpfMap _,
                    OpenFile.PidFd _,
                    OpenFile.Unrecognised _ ->
                    OptionalLong.empty();
        };
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
