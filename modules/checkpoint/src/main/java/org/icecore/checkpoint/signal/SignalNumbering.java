package org.icecore.checkpoint.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Machine;

/// How a machine numbers its signals; asm-generic/signal.h, and arch/mips/include/uapi/asm/signal.h.
public enum SignalNumbering {
    /// All machines that CRIU knows but MIPS.
    GENERIC(
            64,
            "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN"
                    + " TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS"),
    MIPS(
            128,
            "HUP INT QUIT ILL TRAP ABRT EMT FPE KILL BUS SEGV SYS PIPE ALRM TERM USR1 USR2 CHLD PWR WINCH URG IO STOP"
                    + " TSTP CONT TTIN TTOU VTALRM PROF XCPU XFSZ");

    /// The first that programs may use: the C library keeps those from 32 on for itself.
    private static final int FIRST_REAL_TIME = 34;

    private final int greatest;
    private final List<String> names;

    SignalNumbering(int greatest, String names) {
        this.greatest = greatest;
        this.names = List.of(names.split(" "));
    }

    /// That of the machine that [org.icecore.checkpoint.task.Registers#architecture()] names.
    public static SignalNumbering of(String architecture) {
        return architecture.equals("MIPS") ? MIPS : GENERIC;
    }

    /// That of the machine; empty if it is not known which one was dumped.
    public static Optional<SignalNumbering> of(Machine machine) {
        return switch (machine) {
            case GENERIC, ARM, POWERPC -> Optional.of(GENERIC);
            case MIPS -> Optional.of(MIPS);
            case UNKNOWN -> Optional.empty();
        };
    }

    /// The signals there are: numbers from 1 to this.
    public int greatest() {
        return greatest;
    }

    /// The signal of that number.
    public Signal signal(int number) {
        if (number >= 1 && number <= names.size()) {
            return new Signal(number, "SIG" + names.get(number - 1));
        }
        if (number == FIRST_REAL_TIME) {
            return new Signal(number, "SIGRTMIN");
        }
        return new Signal(
                number,
                number > FIRST_REAL_TIME && number <= greatest
                        ? "SIGRTMIN+" + (number - FIRST_REAL_TIME)
                        : "signal " + Integer.toUnsignedString(number));
    }

    /// The signals of a mask, whose bit n-1 stands for signal n.
    public List<Signal> signals(long mask) {
        var signals = new ArrayList<Signal>();
        for (var number = 1; number <= Long.SIZE; number++) {
            if ((mask >>> number - 1 & 1) != 0) {
                signals.add(signal(number));
            }
        }
        return List.copyOf(signals);
    }

    /// Whether a task can say what `number` does.
    public boolean canBeHandled(int number) {
        var name = signal(number).name();
        return !name.equals("SIGKILL") && !name.equals("SIGSTOP");
    }
}
