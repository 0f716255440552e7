package org.icecore.checkpoint.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Options that every socket has; `sk_opts_entry`.
///
/// @param sendBuffer SO_SNDBUF, bytes
/// @param receiveBuffer SO_RCVBUF, bytes
/// @param filter instructions of an attached socket filter, disassembled; none if there is no filter
/// @param others what is set besides
/// @param unrecorded names of options that may be set: the release of CRIU that wrote the entry recorded nothing of them
public record SocketOptions(
        long sendBuffer,
        long receiveBuffer,
        boolean reuseAddress,
        boolean keepAlive,
        List<String> filter,
        List<SocketOption> others,
        List<String> unrecorded) {

    public SocketOptions {
        filter = List.copyOf(filter);
        others = List.copyOf(others);
        unrecorded = List.copyOf(unrecorded);
    }

    /// The same with options of a protocol.
    ///
    /// @param untold names of those of the protocol that were not recorded
    public SocketOptions with(List<SocketOption> more, List<String> untold) {
        return new SocketOptions(
                sendBuffer,
                receiveBuffer,
                reuseAddress,
                keepAlive,
                filter,
                Stream.concat(others.stream(), more.stream()).toList(),
                Stream.concat(unrecorded.stream(), untold.stream()).toList());
    }

    /// All that are set.
    public List<SocketOption> all() {
        var all = new ArrayList<SocketOption>();
        if (reuseAddress) {
            all.add(new SocketOption.Switch("SO_REUSEADDR"));
        }
        if (keepAlive) {
            all.add(new SocketOption.Switch("SO_KEEPALIVE"));
        }
        if (!filter.isEmpty()) {
            all.add(
                    new SocketOption.Words(
                            "SO_ATTACH_FILTER", "%d instructions".formatted(filter.size())));
        }
        all.addAll(others);
        return List.copyOf(all);
    }

    /// All that are set, by their names, with their values where they are no switches: `TCP_NODELAY`, `SO_MARK 7`.
    public List<String> names() {
        return all().stream().map(SocketOption::text).toList();
    }
}
