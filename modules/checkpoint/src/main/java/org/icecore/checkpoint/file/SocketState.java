package org.icecore.checkpoint.file;

import java.util.Locale;

/// State of a socket by its kernel number, TCP_* of include/net/tcp_states.h, which the other families share.
public record SocketState(int value) {

    /// Whether it waits for others to connect.
    public boolean listens() {
        return value == 10;
    }

    /// Kernel spelling, e.g. `ESTABLISHED`; the number for one that has no name.
    @Override
    public String toString() {
        return switch (value) {
            case 1 -> "ESTABLISHED";
            case 2 -> "SYN_SENT";
            case 3 -> "SYN_RECV";
            case 4 -> "FIN_WAIT1";
            case 5 -> "FIN_WAIT2";
            case 6 -> "TIME_WAIT";
            case 7 -> "CLOSE";
            case 8 -> "CLOSE_WAIT";
            case 9 -> "LAST_ACK";
            case 10 -> "LISTEN";
            case 11 -> "CLOSING";
            case 12 -> "NEW_SYN_RECV";
            default -> String.format(Locale.ROOT, "state %d", value);
        };
    }
}
