package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;

/// The general-purpose registers of a thread.
///
/// @param architecture as `core_entry.mtype` names it, e.g. `X86_64`, with [#COMPAT] behind it if the thread ran 32-bit
///     code there
/// @param general in the kernel's order; immutable. Of AArch64 the keys of pointer authentication come last
public record Registers(String architecture, List<Register> general) {

    /// Marks 32-bit code on a 64-bit machine.
    public static final String COMPAT = " (32-bit)";

    /// The register of that name.
    public Optional<Register> named(String name) {
        return general.stream().filter(register -> register.name().equals(name)).findFirst();
    }

    /// The address of the next instruction.
    public Optional<Register> programCounter() {
        return switch (machine()) {
            case "X86_64" -> named("ip");
            case "PPC64" -> named("nip");
            case "S390" -> named("psw_addr");
            case "MIPS" -> named("cp0_epc");
            // Not `ip` on ARM, where that is a scratch register.
            default -> named("pc");
        };
    }

    /// The top of the stack; a general register by convention where the architecture has none for it.
    public Optional<Register> stackPointer() {
        return switch (machine()) {
            case "PPC64" -> named("r1");
            case "S390" -> named("r15");
            case "MIPS" -> named("r29");
            case "LOONGARCH64" -> named("r3");
            default -> named("sp");
        };
    }

    private String machine() {
        return architecture.endsWith(COMPAT)
                ? architecture.substring(0, architecture.length() - COMPAT.length())
                : architecture;
    }
}
