package org.icecore.checkpoint.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Location;

/// What a signal does in a task; `sa_entry`.
///
/// @param handler address of the handler; 0 for the default action, 1 to ignore the signal
/// @param flags SA_* bits
/// @param restorer address of the code that returns from the handler
/// @param masked signals that are blocked while the handler runs
/// @param compat whether code of 32 bits set it up on a machine of 64: its addresses are of 32 bits; empty where the dump does
///     not say
/// @param at the entry in the image
public record SignalAction(
        Signal signal,
        long handler,
        long flags,
        long restorer,
        SignalSet masked,
        Optional<Boolean> compat,
        Location at) {

    private static final long IGNORED = 1;

    /// What happens when the signal comes.
    public enum Kind {
        DEFAULT("default"),
        IGNORED("ignored"),
        HANDLED("handled");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The word for tables.
        public String label() {
            return label;
        }
    }

    /// What happens when the signal comes.
    public Kind kind() {
        if (handler == 0) {
            return Kind.DEFAULT;
        }
        return handler == IGNORED ? Kind.IGNORED : Kind.HANDLED;
    }

    /// The flags by name; asm-generic/signal-defs.h, and arch/mips/include/uapi/asm/signal.h. Bits without a name are one hexadecimal number at the end.
    public List<String> flagNames() {
        var names = new ArrayList<String>();
        var rest = flags;
        for (var flag : Flag.values()) {
            var bit =
                    switch (masked.numbering()) {
                        case GENERIC -> flag.bit;
                        case MIPS -> flag.ofMips;
                    };
            if ((flags & bit) != 0) {
                names.add(flag.name());
                rest &= ~bit;
            }
        }
        if (rest != 0) {
            names.add("0x" + Long.toHexString(rest));
        }
        return List.copyOf(names);
    }

    private enum Flag {
        SA_NOCLDSTOP(1),
        SA_NOCLDWAIT(2, 0x1_0000),
        SA_SIGINFO(4, 8),
        SA_UNSUPPORTED(0x400),
        SA_EXPOSE_TAGBITS(0x800),
        SA_RESTORER(0x0400_0000),
        SA_ONSTACK(0x0800_0000),
        SA_RESTART(0x1000_0000),
        SA_NODEFER(0x4000_0000),
        SA_RESETHAND(0x8000_0000L);

        private final long bit;
        private final long ofMips;

        Flag(long bit) {
            this(bit, bit);
        }

        Flag(long bit, long ofMips) {
            this.bit = bit;
            this.ofMips = ofMips;
        }
    }
}
