package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.content.Socket;
import org.icecore.analysis.content.SocketQueues;
import org.icecore.analysis.content.SocketTable;
import org.icecore.analysis.content.TerminalTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SocketOption;
import org.icecore.checkpoint.file.SocketOptions;

/// What the kernel kept of an open file that has another end: a socket, its connection, a terminal.
final class EndProperties {

    private EndProperties() {}

    static List<PropertySheet.Group> of(Checkpoint checkpoint, OpenFile file) {
        var groups = new ArrayList<PropertySheet.Group>();
        var socket = Socket.of(file);
        socket.map(one -> options(SocketQueues.of(checkpoint), one)).ifPresent(groups::add);
        socket.filter(Socket::connected)
                .map(
                        one ->
                                GroupBuilder.open("TCP connection")
                                        .row(SocketTable.connection(checkpoint, one), one)
                                        .build())
                .ifPresent(groups::add);
        terminal(checkpoint, file).ifPresent(groups::add);
        return groups;
    }

    private static PropertySheet.Group options(SocketQueues queues, Socket socket) {
        var options = socket.options();
        return GroupBuilder.open("Socket")
                .cell(
                        "Receive queue",
                        queues.received(socket),
                        false,
                        "Bytes the task had not read yet")
                .cell(
                        "Send queue",
                        queues.sent(socket),
                        false,
                        "Bytes the peer had not acknowledged yet")
                .size("Receive buffer", options.receiveBuffer())
                .size("Send buffer", options.sendBuffer())
                .plain("SO_REUSEADDR", told(options, "SO_REUSEADDR", options.reuseAddress()))
                .plain("SO_KEEPALIVE", told(options, "SO_KEEPALIVE", options.keepAlive()))
                .plain(
                        "Socket filter",
                        options.filter().isEmpty() ? "none" : String.join("\n", options.filter()))
                .plain(
                        "Other options",
                        options.others().isEmpty()
                                ? "none"
                                : options.others().stream()
                                        .map(SocketOption::text)
                                        .collect(Collectors.joining("\n")))
                .plain(
                        "Options not recorded",
                        options.unrecorded().isEmpty()
                                ? "none"
                                : String.join("\n", options.unrecorded()))
                .build();
    }

    private static String told(SocketOptions options, String name, boolean set) {
        if (options.unrecorded().contains(name)) {
            return "not recorded";
        }
        return set ? "set" : "not set";
    }

    private static Optional<PropertySheet.Group> terminal(Checkpoint checkpoint, OpenFile file) {
        return file instanceof OpenFile.Tty tty
                ? TerminalTable.of(checkpoint).rows().stream()
                        .filter(terminal -> terminal.id() == tty.infoId())
                        .findFirst()
                        .map(
                                terminal ->
                                        GroupBuilder.open("Terminal")
                                                .row(TerminalTable.of(checkpoint), terminal)
                                                .location(terminal.at())
                                                .build())
                : Optional.empty();
    }
}
