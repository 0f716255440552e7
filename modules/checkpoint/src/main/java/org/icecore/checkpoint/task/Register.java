package org.icecore.checkpoint.task;

/// One general-purpose register of a thread.
///
/// @param name as in the image, those of an array as everyone calls them, e.g. `ip`, `r15`, `x30`
/// @param bits its width, 32 or 64
public record Register(String name, long value, int bits) {

    /// All digits of the width, e.g. `0x00007ff033561df0`.
    public String hex() {
        return bits == 32 ? "0x%08x".formatted(value & 0xffff_ffffL) : "0x%016x".formatted(value);
    }
}
