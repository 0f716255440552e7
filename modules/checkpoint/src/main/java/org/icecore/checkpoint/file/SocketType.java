package org.icecore.checkpoint.file;

/// Type of a socket by its kernel number, SOCK_* of include/linux/net.h.
public record SocketType(int value) {

    /// `STREAM`, `DGRAM`, ...; the number for one that has no name.
    @Override
    public String toString() {
        return switch (value) {
            case 1 -> "STREAM";
            case 2 -> "DGRAM";
            case 3 -> "RAW";
            case 4 -> "RDM";
            case 5 -> "SEQPACKET";
            case 6 -> "DCCP";
            case 10 -> "PACKET";
            default -> "type %d".formatted(value);
        };
    }
}
