package org.icecore.checkpoint.join;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.RegisterGroup;
import org.icecore.checkpoint.task.Registers;
import org.icecore.criu.proto.CoreEntry;
import org.icecore.criu.proto.UserX86RegsEntry;
import org.icecore.criu.proto.UserX86RegsMode;
import org.icecore.evidence.Digest;

/// Reads the registers of a thread, of each architecture that CRIU knows.
///
/// Source of order and names: the `user_regs` structures of the kernel, which the messages follow.
final class RegisterReader {

    /// `user_regs_struct32` of the kernel; the rest of the message means nothing to 32-bit code.
    private static final List<String> COMPAT =
            List.of(
                    "bx", "cx", "dx", "si", "di", "bp", "ax", "ds", "es", "fs", "gs", "orig_ax",
                    "ip", "cs", "flags", "sp", "ss");

    private final Shared shared;

    RegisterReader(Shared shared) {
        this.shared = shared;
    }

    /// Each architecture has a message of its own, and each of these keeps its registers in `gpregs`.
    Optional<Registers> read(CoreEntry core) {
        for (var part : core.getAllFields().values()) {
            if (part instanceof Message thread) {
                var field = thread.getDescriptorForType().findFieldByName("gpregs");
                if (field != null && thread.hasField(field)) {
                    return Optional.of(
                            read(core, (Message) thread.getField(field), pointer(thread)));
                }
            }
        }
        return Optional.empty();
    }

    /// What an architecture keeps beside the registers of [#read], where that is a message of its own.
    static List<RegisterGroup> groups(CoreEntry core) {
        var groups = new ArrayList<RegisterGroup>();
        for (var part : core.getAllFields().values()) {
            if (part instanceof Message thread
                    && thread.getDescriptorForType().findFieldByName("gpregs") != null) {
                thread.getAllFields()
                        .forEach(
                                (field, value) -> {
                                    if (value instanceof Message group
                                            && !field.getName().equals("gpregs")) {
                                        groups.add(
                                                new RegisterGroup(
                                                        field.getName(),
                                                        Digest.of(group.toByteArray())));
                                    }
                                });
            }
        }
        return List.copyOf(groups);
    }

    /// What points to the storage of the thread, where that is no register among the others: on ARM `TPIDR_EL0` and its like.
    private static List<Register> pointer(Message thread) {
        var registers = new ArrayList<Register>();
        var field = thread.getDescriptorForType().findFieldByName("tls");
        if (field != null && !field.isRepeated() && thread.hasField(field)) {
            add(field.getName(), field, thread.getField(field), registers);
        }
        return registers;
    }

    private Registers read(CoreEntry core, Message general, List<Register> pointer) {
        var architecture = EnumText.of(core, CoreEntry.MTYPE_FIELD_NUMBER, "unknown");
        if (general instanceof UserX86RegsEntry x86 && x86.getMode() == UserX86RegsMode.COMPAT) {
            return registers(architecture + Registers.COMPAT, compat(all(general)));
        }
        var registers = all(general);
        var keys = core.getTiAarch64().getPacKeys();
        registers.addAll(pointer);
        registers.addAll(all(keys.getPacAddressKeys()));
        registers.addAll(all(keys.getPacGenericKeys()));
        return registers(architecture, registers);
    }

    private Registers registers(String architecture, List<Register> registers) {
        return new Registers(architecture, RegisterList.of(registers, shared));
    }

    /// What 32-bit code knows, in its order and width, then what else the image has.
    private static List<Register> compat(List<Register> all) {
        var registers = new ArrayList<Register>();
        for (var name : COMPAT) {
            all.stream()
                    .filter(one -> one.name().equals(name))
                    .map(one -> new Register(name, one.value() & 0xffff_ffffL, Integer.SIZE))
                    .forEach(registers::add);
        }
        all.stream().filter(one -> !COMPAT.contains(one.name())).forEach(registers::add);
        return registers;
    }

    private static List<Register> all(Message message) {
        var registers = new ArrayList<Register>();
        for (var field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated()) {
                for (var i = 0; i < message.getRepeatedFieldCount(field); i++) {
                    add(prefix(field) + i, field, message.getRepeatedField(field, i), registers);
                }
            } else if (message.hasField(field)) {
                add(field.getName(), field, message.getField(field), registers);
            }
        }
        return registers;
    }

    /// What the registers of an array are called by everyone but the image.
    private static String prefix(FieldDescriptor field) {
        return switch (field.getContainingType().getName() + "." + field.getName()) {
            case "UserAarch64RegsEntry.regs" -> "x";
            case "UserPpc64RegsEntry.gpr",
                    "UserS390RegsEntry.gprs",
                    "UserLoongarch64GpregsEntry.regs" ->
                    "r";
            case "UserS390RegsEntry.acrs" -> "a";
            default -> field.getName();
        };
    }

    private static void add(
            String name, FieldDescriptor field, Object value, List<Register> registers) {
        switch (field.getJavaType()) {
            case LONG -> registers.add(new Register(name, (Long) value, Long.SIZE));
            case INT ->
                    registers.add(
                            new Register(
                                    name, Integer.toUnsignedLong((Integer) value), Integer.SIZE));
            case FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING, ENUM, MESSAGE -> {
                // Not a register: x86 says here whether the thread ran 32-bit code.
            }
        }
    }
}
