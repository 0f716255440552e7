package org.icecore.checkpoint.signal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// A signal that had come and was not delivered; the kernel's `siginfo_t`.
///
/// @param code SI_* or what the signal's own kind defines: why it was sent
/// @param error errno; mostly 0
/// @param sender who sent it, where the code says so
/// @param senderUser the sender's real user id, where the code says so
/// @param value the word that came with it: of `sigqueue`, of a timer
/// @param status exit status or signal of a child, for SIGCHLD
/// @param address that the fault was about
/// @param at the `siginfo_t` in the image
public record PendingSignal(
        Signal signal,
        int code,
        int error,
        Optional<Pid> sender,
        OptionalLong senderUser,
        OptionalLong value,
        OptionalInt status,
        OptionalLong address,
        Location at) {

    /// SI_* of asm-generic/siginfo.h, or `code 2` for one of the signal's own.
    public String codeName() {
        return switch (code) {
            case 0x80 -> "SI_KERNEL";
            case 0 -> "SI_USER";
            case -1 -> "SI_QUEUE";
            case -2 -> "SI_TIMER";
            case -3 -> "SI_MESGQ";
            case -4 -> "SI_ASYNCIO";
            case -5 -> "SI_SIGIO";
            case -6 -> "SI_TKILL";
            case -7 -> "SI_DETHREAD";
            case -60 -> "SI_ASYNCNL";
            default -> "code " + code;
        };
    }
}
