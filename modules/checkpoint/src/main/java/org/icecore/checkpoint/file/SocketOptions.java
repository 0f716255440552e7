package org.icecore.checkpoint.file;

import java.util.List;
import java.util.stream.Stream;

/// Options that every socket has; `sk_opts_entry`.
///
/// @param sendBuffer SO_SNDBUF, bytes
/// @param receiveBuffer SO_RCVBUF, bytes
/// @param filter instructions of an attached socket filter, disassembled; none if there is no filter
/// @param others options of `setsockopt` that are set besides, by their names, with their values where they are no switches:
///     `TCP_NODELAY`, `SO_MARK 7`
public record SocketOptions(
        long sendBuffer,
        long receiveBuffer,
        boolean reuseAddress,
        boolean keepAlive,
        List<String> filter,
        List<String> others) {

    public SocketOptions {
        filter = List.copyOf(filter);
        others = List.copyOf(others);
    }

    /// The same with options of a protocol.
    public SocketOptions with(List<String> more) {
        return new SocketOptions(
                sendBuffer,
                receiveBuffer,
                reuseAddress,
                keepAlive,
                filter,
                Stream.concat(others.stream(), more.stream()).toList());
    }

    /// All that are set, by their names.
    public List<String> names() {
        return Stream.of(
                        reuseAddress ? Stream.of("SO_REUSEADDR") : Stream.<String>empty(),
                        keepAlive ? Stream.of("SO_KEEPALIVE") : Stream.<String>empty(),
                        !filter.isEmpty()
                                ? Stream.of(
                                        "SO_ATTACH_FILTER %d instructions".formatted(filter.size()))
                                : Stream.<String>empty(),
                        others.stream())
                .flatMap(names -> names)
                .toList();
    }
}
