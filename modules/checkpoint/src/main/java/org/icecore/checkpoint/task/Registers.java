package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;

/// The general-purpose registers of a thread.
///
/// @param architecture as `core_entry.mtype` names it, e.g. `X86_64`
/// @param general in the order of the image; immutable
public record Registers(String architecture, List<Register> general) {

    /// The register of that name.
    public Optional<Register> named(String name) {
        return general.stream().filter(register -> register.name().equals(name)).findFirst();
    }

    /// The address of the next instruction.
    public Optional<Register> programCounter() {
        return named("ip")
                .or(() -> named("pc"))
                .or(() -> named("nip"))
                .or(() -> named("psw_addr"))
                .or(() -> named("cp0_epc"));
    }

    /// The top of the stack, where the architecture names it.
    public Optional<Register> stackPointer() {
        return named("sp");
    }
}
