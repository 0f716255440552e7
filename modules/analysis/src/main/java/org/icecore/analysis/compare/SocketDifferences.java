package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.icecore.analysis.content.Socket;
import org.icecore.analysis.content.SocketTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SocketOption;
import org.icecore.checkpoint.file.SocketOptions;
import org.icecore.checkpoint.file.TcpConnection;
import org.icecore.checkpoint.task.Pid;

/// Compares the sockets of two checkpoints, whoever holds them.
///
/// A socket is the same if its inode is; in a restored container, which has new inodes, if protocol, addresses and name are.
final class SocketDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    SocketDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    /// A socket and the descriptors that refer to it: `pid 72 fd 0`.
    private record Held(Socket socket, List<SocketTable.Row> holders) {

        String holdersText() {
            return holdersText(_ -> true);
        }

        /// Those of the tasks that `of` accepts.
        String holdersText(Predicate<Pid> of) {
            return String.join(
                    ", ",
                    holders.stream()
                            .filter(row -> of.test(row.task().pid()))
                            .map(
                                    row ->
                                            "pid %s fd %s"
                                                    .formatted(
                                                            row.task().pid(),
                                                            row.descriptor().fd()))
                            .toList());
        }
    }

    void compare() {
        var old = new ArrayList<>(held(first));
        var now = new ArrayList<>(held(second));
        match(old, now, held -> inode(held.socket()));
        match(old, now, held -> name(held.socket()));
        old.forEach(
                held ->
                        ledger.add(
                                new Change.Removed(
                                        ChangeKind.SOCKET,
                                        Optional.empty(),
                                        subject(held),
                                        side(first.id(), held),
                                        "")));
        now.forEach(
                held ->
                        ledger.add(
                                new Change.Added(
                                        ChangeKind.SOCKET,
                                        Optional.empty(),
                                        subject(held),
                                        side(second.id(), held),
                                        "")));
    }

    /// Compares those of one key and takes them out of both lists.
    private void match(List<Held> old, List<Held> now, Function<Held, Optional<?>> key) {
        var before = old.stream().filter(held -> key.apply(held).isPresent()).toList();
        var after = now.stream().filter(held -> key.apply(held).isPresent()).toList();
        Set<Held> matched = Collections.newSetFromMap(new IdentityHashMap<>());
        Keyed.of(before, after, key)
                .each(
                        (a, b) -> {
                            compare(a, b);
                            matched.add(a);
                            matched.add(b);
                        },
                        _ -> {},
                        _ -> {});
        old.removeIf(matched::contains);
        now.removeIf(matched::contains);
    }

    private void compare(Held before, Held after) {
        var topic =
                new Topic(
                        ChangeKind.SOCKET,
                        Optional.empty(),
                        subject(after),
                        ref(first.id(), before),
                        ref(second.id(), after),
                        Optional.of(before.socket().file().at()),
                        Optional.of(after.socket().file().at()));
        ledger.compare(
                topic,
                "state",
                CellText.text(before.socket().state()),
                CellText.text(after.socket().state()));
        ledger.compare(
                topic,
                "source",
                CellText.text(before.socket().source()),
                CellText.text(after.socket().source()));
        ledger.compare(
                topic,
                "destination",
                CellText.text(before.socket().destination()),
                CellText.text(after.socket().destination()));
        ledger.compare(topic, "queues", queues(before.socket()), queues(after.socket()));
        options(topic, before.socket().options(), after.socket().options());
        // That a holder came or went with its task is told with the task.
        var old = before.holdersText(this::inBoth);
        var now = after.holdersText(this::inBoth);
        if (!old.equals(now)) {
            ledger.changed(
                    topic,
                    "held by",
                    old,
                    now,
                    "",
                    !ledger.firstTells(ChangeKind.SOCKET),
                    !ledger.secondTells(ChangeKind.SOCKET));
        }
    }

    private void options(Topic topic, SocketOptions before, SocketOptions after) {
        ledger.compare(topic, "send buffer", before.sendBuffer(), after.sendBuffer());
        ledger.compare(topic, "receive buffer", before.receiveBuffer(), after.receiveBuffer());
        ledger.compare(topic, "options", words(told(before, after)), words(told(after, before)));
        ledger.compare(topic, "filter", words(before.filter()), words(after.filter()));
    }

    /// Those that are set, but for what the other dump says nothing of.
    private static List<String> told(SocketOptions options, SocketOptions other) {
        return options.all().stream()
                .filter(option -> !other.unrecorded().contains(option.name()))
                .map(SocketOption::text)
                .toList();
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private boolean inBoth(Pid pid) {
        return first.tasks().find(pid).isPresent() && second.tasks().find(pid).isPresent();
    }

    private static List<Held> held(Checkpoint checkpoint) {
        SequencedMap<FileId, List<SocketTable.Row>> holders = new LinkedHashMap<>();
        SocketTable.of(checkpoint)
                .rows()
                .forEach(
                        row ->
                                holders.computeIfAbsent(
                                                row.descriptor().id(), _ -> new ArrayList<>())
                                        .add(row));
        return holders.values().stream()
                .map(rows -> new Held(rows.getFirst().socket(), List.copyOf(rows)))
                .toList();
    }

    private static Optional<?> inode(Socket socket) {
        return socket.inode() instanceof Cell.Number(var inode)
                ? Optional.of(socket.protocol() + " " + inode + " " + endpoints(socket))
                : Optional.empty();
    }

    /// An inode number can be reused: an internet socket must keep its own end, too.
    private static String endpoints(Socket socket) {
        return switch (socket.file()) {
            case OpenFile.InetSocket inet -> inet.source().toString();
            case OpenFile.UnixSocket unix -> unix.name();
            default -> "";
        };
    }

    private static Optional<?> name(Socket socket) {
        return switch (socket.file()) {
            case OpenFile.InetSocket inet ->
                    Optional.of(
                            "%s %s %s"
                                    .formatted(
                                            inet.protocolName(),
                                            inet.source(),
                                            inet.destination()));
            case OpenFile.UnixSocket unix when !unix.name().isEmpty() ->
                    Optional.of("unix %s %s".formatted(unix.type(), unix.name()));
            case OpenFile.NetlinkSocket netlink ->
                    Optional.of("netlink %d %d".formatted(netlink.protocol(), netlink.portId()));
            case OpenFile.PacketSocket packet ->
                    Optional.of(
                            "packet %d %d".formatted(packet.protocol(), packet.interfaceIndex()));
            default -> Optional.empty();
        };
    }

    /// Of connections of TCP: what waits in Unix sockets is told with the queues.
    private static String queues(Socket socket) {
        return "received %s, sent %s"
                .formatted(
                        CellText.detail(socket.queue(TcpConnection::received)),
                        CellText.detail(socket.queue(TcpConnection::sent)));
    }

    private static String subject(Held held) {
        return DescriptorDifferences.text(held.socket().file());
    }

    private static Side side(CheckpointId id, Held held) {
        return new Side(
                "%s, held by %s".formatted(subject(held), held.holdersText()),
                ref(id, held),
                Optional.of(held.socket().file().at()));
    }

    private static ArtefactRef ref(CheckpointId id, Held held) {
        var row = held.holders().getFirst();
        return new ArtefactRef.OfDescriptor(id, row.task().pid(), row.descriptor().fd());
    }
}
