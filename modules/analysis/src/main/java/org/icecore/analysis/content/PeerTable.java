package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Incomplete;
import org.icecore.checkpoint.dump.StandardStream;
import org.icecore.checkpoint.file.Endpoint;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Task;

/// Who is at the other end of pipes, sockets and pseudo terminals.
public final class PeerTable {

    private static final int READS_AND_WRITES = 2;

    /// Begins an IPv4 address among those of IPv6.
    private static final String MAPPED = "::ffff:";

    private static final String NOBODY = "no task of the checkpoint holds the other end: ";

    private static final String OUTSIDE = "it is outside of the container, or closed";

    private PeerTable() {}

    /// An end that a task holds.
    ///
    /// @param peers who holds the other end; empty if no task of the checkpoint does
    /// @param why there is none, if there is none
    /// @param outside where the other end is if it is known that no task of the checkpoint holds it, in few words
    public record Row(
            Task task,
            FileDescriptor descriptor,
            OpenFile file,
            List<DescriptorTable.Row> peers,
            String why,
            Optional<String> outside) {

        /// Where one steps to from here.
        public List<ArtefactRef> others(Checkpoint checkpoint) {
            return peers.stream()
                    .<ArtefactRef>map(
                            peer ->
                                    new ArtefactRef.OfDescriptor(
                                            checkpoint.id(),
                                            peer.task().pid(),
                                            peer.descriptor().fd()))
                    .toList();
        }
    }

    /// One row per descriptor of a pipe, a connected socket or a pseudo terminal.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        var doubts = Doubts.of(checkpoint);
        return new ResultTable<>(
                "peers",
                "Other ends",
                COLUMNS,
                rows(checkpoint, tasks, doubts),
                row ->
                        new ArtefactRef.OfDescriptor(
                                checkpoint.id(), row.task().pid(), row.descriptor().fd()),
                row -> Optional.of(row.descriptor().at()),
                Gaps.ofOpenFiles(tasks, "open files")
                        .and(
                                Coverage.without(
                                        doubts.terminals().stream()
                                                .map("terminals: there may be more: "::concat)
                                                .toList())));
    }

    /// Why the other end may be held although nothing tells of it.
    ///
    /// @param holders what hides descriptors of any task
    /// @param terminals what hides which terminals belong together
    /// @param streams the standard streams that the runtime led out of the container, by what they led to
    private record Doubts(
            Optional<String> holders,
            Optional<String> terminals,
            Map<String, List<StandardStream>> streams) {

        static Doubts of(Checkpoint checkpoint) {
            return new Doubts(
                    checkpoint.tasks().all().stream()
                            .filter(task -> !EndedTask.test(task))
                            .map(Task::descriptors)
                            .flatMap(
                                    table ->
                                            table
                                                    .absence()
                                                    .or(() -> Incomplete.loss(table))
                                                    .stream())
                            .findFirst(),
                    new Damage(checkpoint).of("tty-info.img", "tty.img"),
                    checkpoint.account().standardStreams().found().stream()
                            .flatMap(List::stream)
                            .collect(Collectors.groupingBy(StandardStream::target)));
        }

        /// What hides who holds the other end.
        Optional<String> hidden(OpenFile file) {
            return file instanceof OpenFile.Tty ? terminals.or(() -> holders) : holders;
        }

        String why(OpenFile file) {
            return hidden(file)
                    .map("who holds the other end is unknown: "::concat)
                    .orElseGet(
                            () ->
                                    stream(file)
                                            .map(
                                                    (NOBODY
                                                                    + "it is %s, which the runtime led out of it (descriptors.json)")
                                                            ::formatted)
                                            .orElse(NOBODY + OUTSIDE));
        }

        /// Where the other end is, if it is known that no task of the checkpoint holds it.
        Optional<String> outside(OpenFile file) {
            return hidden(file).isPresent()
                    ? Optional.empty()
                    : stream(file).or(() -> Optional.of("outside of the container, or closed"));
        }

        /// The standard stream of the container that the runtime noted the file as.
        private Optional<String> stream(OpenFile file) {
            return Optional.ofNullable(streams.get(file.target()))
                    .filter(_ -> file instanceof OpenFile.Pipe)
                    .map(
                            led ->
                                    led.stream()
                                                    .map(StandardStream::title)
                                                    .collect(Collectors.joining(" and "))
                                            + " of the container");
        }
    }

    private static List<Row> rows(Checkpoint checkpoint, List<Task> tasks, Doubts doubts) {
        var ends = new HashMap<End, List<OpenFile>>();
        for (var file : checkpoint.files()) {
            ends(file).forEach(end -> ends.computeIfAbsent(end, _ -> new ArrayList<>()).add(file));
        }
        var holders =
                DescriptorHolders.of(
                        checkpoint,
                        ends.values().stream()
                                .flatMap(List::stream)
                                .map(OpenFile::id)
                                .collect(Collectors.toSet()));
        return TaskRows.of(
                tasks,
                task ->
                        DescriptorTable.rows(task).stream()
                                .flatMap(held -> row(held, ends, holders, doubts).stream())
                                .toList());
    }

    private static Optional<Row> row(
            DescriptorTable.Row held,
            Map<End, List<OpenFile>> ends,
            DescriptorHolders holders,
            Doubts doubts) {
        return held.descriptor()
                .file()
                .found()
                .filter(PeerTable::hasOtherEnd)
                .map(file -> row(held, file, others(file, ends), holders, doubts));
    }

    private static List<OpenFile> others(OpenFile file, Map<End, List<OpenFile>> ends) {
        return sought(file).stream()
                .flatMap(end -> ends.getOrDefault(end, List.of()).stream())
                .distinct()
                .toList();
    }

    private static Row row(
            DescriptorTable.Row held,
            OpenFile file,
            List<OpenFile> others,
            DescriptorHolders holders,
            Doubts doubts) {
        return new Row(
                held.task(),
                held.descriptor(),
                file,
                others.stream()
                        .filter(other -> !other.id().equals(file.id()) || isBothEnds(file))
                        .filter(other -> reachable(file, other, others))
                        .flatMap(other -> holders.of(other.id()).stream())
                        .toList(),
                doubts.why(file),
                doubts.outside(file));
    }

    /// Whether a packet of the one can have come to the other. Equal addresses can occur in several network namespaces: who
    /// lies in the own one is meant first, and no loopback leads to another.
    private static boolean reachable(OpenFile file, OpenFile other, List<OpenFile> candidates) {
        if (!(file instanceof OpenFile.InetSocket from && other instanceof OpenFile.InetSocket to)
                || from.namespace().isEmpty()
                || to.namespace().isEmpty()) {
            return true;
        } else if (from.namespace().equals(to.namespace())) {
            return true;
        }
        return !plain(to.source()).loopback()
                && candidates.stream()
                        .noneMatch(
                                one ->
                                        one instanceof OpenFile.InetSocket near
                                                && !near.id().equals(file.id())
                                                && near.namespace().equals(from.namespace()));
    }

    /// What a file is found by from its other end.
    private sealed interface End {}

    private record PipeEnd(long pipe, boolean reads) implements End {}

    private record UnixEnd(long inode) implements End {}

    private record InetEnd(int protocol, Endpoint source, Endpoint destination) implements End {}

    private record TerminalEnd(int index, boolean master) implements End {}

    private static List<End> ends(OpenFile file) {
        return switch (file) {
            case OpenFile.Pipe pipe -> pipeEnds(pipe.pipeId(), pipe);
            case OpenFile.Fifo fifo -> pipeEnds(fifo.pipeId(), fifo);
            case OpenFile.UnixSocket unix -> List.of(new UnixEnd(unix.inode()));
            case OpenFile.InetSocket inet ->
                    inet.destination().unspecified()
                            ? List.of()
                            : List.of(connection(inet, inet.source(), inet.destination()));
            case OpenFile.Tty tty when tty.index().isPresent() ->
                    List.of(new TerminalEnd(tty.index().getAsInt(), master(tty)));
            default -> List.of();
        };
    }

    private static List<End> pipeEnds(long pipe, OpenFile file) {
        return switch (access(file)) {
            case 0 -> List.of(new PipeEnd(pipe, true));
            case READS_AND_WRITES -> List.of(new PipeEnd(pipe, true), new PipeEnd(pipe, false));
            default -> List.of(new PipeEnd(pipe, false));
        };
    }

    /// A named pipe can be opened for reading and writing: who holds it reads what he wrote.
    private static boolean isBothEnds(OpenFile file) {
        return file instanceof OpenFile.Fifo
                && file.flags().filter(flags -> (flags.bits() & 3) == READS_AND_WRITES).isPresent();
    }

    private static int access(OpenFile file) {
        return file.flags().map(flags -> flags.bits() & 3).orElse(READS_AND_WRITES);
    }

    /// CRIU numbers both ends of a pseudo terminal after its index, the master with one more.
    private static boolean master(OpenFile.Tty tty) {
        return (tty.infoId() & 1) == 1;
    }

    /// Whether a file of this kind and state has another end, wherever that is.
    public static boolean hasOtherEnd(OpenFile file) {
        return !sought(file).isEmpty();
    }

    /// A connection over IPv4 is one, even if a socket of IPv6 serves it.
    private static End connection(OpenFile.InetSocket inet, Endpoint from, Endpoint to) {
        return new InetEnd(inet.protocol(), plain(from), plain(to));
    }

    private static Endpoint plain(Endpoint end) {
        return end.address().startsWith(MAPPED)
                ? new Endpoint(end.address().substring(MAPPED.length()), end.port())
                : end;
    }

    private static List<End> sought(OpenFile file) {
        return switch (file) {
            case OpenFile.Pipe pipe -> List.of(new PipeEnd(pipe.pipeId(), access(pipe) == 1));
            case OpenFile.Fifo fifo when isBothEnds(fifo) -> pipeEnds(fifo.pipeId(), fifo);
            case OpenFile.Fifo fifo -> List.of(new PipeEnd(fifo.pipeId(), access(fifo) == 1));
            case OpenFile.UnixSocket unix ->
                    unix.peer() == 0 ? List.of() : List.of(new UnixEnd(unix.peer()));
            case OpenFile.InetSocket inet ->
                    inet.destination().unspecified()
                            ? List.of()
                            : List.of(connection(inet, inet.destination(), inet.source()));
            case OpenFile.Tty tty when tty.index().isPresent() ->
                    List.of(new TerminalEnd(tty.index().getAsInt(), !master(tty)));
            default -> List.of();
        };
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    KeyColumns.fd(Row::descriptor),
                    Column.text("kind", "Kind", "What it is", row -> row.file().kind()),
                    Column.of(
                            "target",
                            "Target",
                            ColumnKind.CODE,
                            "Path, endpoints or number of the object",
                            row -> Cell.text(row.file().target())),
                    Column.of(
                            "peers",
                            "Other end",
                            ColumnKind.FLAGS,
                            "Descriptors that hold the other end: process id and number",
                            row ->
                                    row.peers().isEmpty()
                                            ? Cell.notCaptured(row.why())
                                            : new Cell.Names(
                                                    row.peers().stream()
                                                            .map(DescriptorHolders::name)
                                                            .toList())));
}
