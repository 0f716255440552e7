package org.icecore.checkpoint.join;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.signal.PendingSignal;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.task.Pid;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.evidence.Location;

/// Reads the kernel's `siginfo_t` as it stood in memory; include/uapi/asm-generic/siginfo.h.
final class SiginfoReader {

    /// Bytes up to the end of the last field that is read.
    static final int LEAST = 32;

    private static final int SI_QUEUE = -1;
    private static final int SI_TIMER = -2;
    private static final int SI_MESGQ = -3;
    private static final int SI_ASYNCIO = -4;
    private static final int SI_TKILL = -6;
    private static final int SI_USER = 0;
    private static final int SI_KERNEL = 0x80;

    private final SignalNumbering numbering;
    private final ByteOrder order;
    private final boolean swapped;
    private final boolean narrow;

    SiginfoReader(CoreEntry.March machine, ByteOrder order) {
        this.order = order;
        // MIPS has the code before the error; pointers of 32 bits need no gap after the three.
        this.swapped = machine == CoreEntry.March.MIPS;
        this.narrow = machine == CoreEntry.March.ARM;
        this.numbering = swapped ? SignalNumbering.MIPS : SignalNumbering.GENERIC;
    }

    /// @param info at least [#LEAST] bytes
    PendingSignal read(ByteBuffer info, Location at) {
        info.order(order);
        var signal = numbering.signal(info.getInt(0));
        var code = info.getInt(swapped ? 4 : 8);
        var part = narrow ? 12 : 16;
        var child = signal.name().equals("SIGCHLD") && kindsOwn(code);
        var sent =
                switch (code) {
                    case SI_USER, SI_TKILL, SI_QUEUE, SI_MESGQ, SI_ASYNCIO -> true;
                    default -> child;
                };
        var valued =
                switch (code) {
                    case SI_QUEUE, SI_TIMER, SI_MESGQ, SI_ASYNCIO -> true;
                    default -> false;
                };
        return new PendingSignal(
                signal,
                code,
                info.getInt(swapped ? 8 : 4),
                sent ? Optional.of(new Pid(info.getInt(part))) : Optional.empty(),
                sent
                        ? OptionalLong.of(Integer.toUnsignedLong(info.getInt(part + 4)))
                        : OptionalLong.empty(),
                valued ? OptionalLong.of(word(info, part + 8)) : OptionalLong.empty(),
                child ? OptionalInt.of(info.getInt(part + 8)) : OptionalInt.empty(),
                kindsOwn(code) && fault(signal.name())
                        ? OptionalLong.of(word(info, part))
                        : OptionalLong.empty(),
                at);
    }

    /// Whether the signal's own kind says what the code means.
    private static boolean kindsOwn(int code) {
        return code > 0 && code < SI_KERNEL;
    }

    private static boolean fault(String name) {
        return switch (name) {
            case "SIGILL", "SIGFPE", "SIGSEGV", "SIGBUS", "SIGTRAP" -> true;
            default -> false;
        };
    }

    private long word(ByteBuffer info, int at) {
        return narrow ? Integer.toUnsignedLong(info.getInt(at)) : info.getLong(at);
    }
}
