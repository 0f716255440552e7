package org.icecore.checkpoint.file;

import org.icecore.checkpoint.Machine;

/// Type of a socket by its kernel number, SOCK_* of include/linux/net.h; on MIPS of arch/mips/include/asm/socket.h, which has the
/// first two the other way round.
///
/// @param value as the machine counts
public record SocketType(int value, Machine machine) {

    /// `STREAM`, `DGRAM`, ...; the number for one that has no name.
    @Override
    public String toString() {
        return switch (value) {
            case 1 -> first("STREAM", "DGRAM");
            case 2 -> first("DGRAM", "STREAM");
            case 3 -> "RAW";
            case 4 -> "RDM";
            case 5 -> "SEQPACKET";
            case 6 -> "DCCP";
            case 10 -> "PACKET";
            default -> "type %d".formatted(value);
        };
    }

    private String first(String name, String ofMips) {
        return switch (machine) {
            case GENERIC, ARM, POWERPC -> name;
            case MIPS -> ofMips;
            case UNKNOWN -> "type %d".formatted(value);
        };
    }
}
