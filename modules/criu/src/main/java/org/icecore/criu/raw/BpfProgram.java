package org.icecore.criu.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;

/// A program of classic BPF, disassembled: a seccomp filter or the filter of a socket.
///
/// Source: the kernel's `Documentation/networking/filter.rst`, `Documentation/userspace-api/seccomp_filter.rst`,
/// `linux/bpf_common.h`, `linux/seccomp.h`, `linux/audit.h`.
///
/// @param instructions in the order of the program
/// @param defect what is wrong with the bytes; empty if nothing is
public record BpfProgram(List<BpfInstruction> instructions, Optional<String> defect) {

    /// The longest program that the kernel takes.
    public static final int MOST_INSTRUCTIONS = 4096;

    private static final int INSTRUCTION = 8;

    public BpfProgram {
        instructions = List.copyOf(instructions);
    }

    /// What a program looks at.
    public enum Use {
        /// The number, architecture and arguments of a system call.
        SECCOMP,
        /// A packet.
        SOCKET
    }

    /// The program in bytes of the kernel's `sock_filter`, as `seccomp_filter.filter` has it.
    public static BpfProgram of(byte[] bytes, ByteOrder order, Use use) {
        var buffer = ByteBuffer.wrap(bytes).order(order);
        int count = Math.min(bytes.length / INSTRUCTION, MOST_INSTRUCTIONS);
        var words = new long[count];
        for (int i = 0; i < count; i++) {
            long code = buffer.getShort() & 0xffffL;
            long jumps = (buffer.get() & 0xffL) << 40 | (buffer.get() & 0xffL) << 32;
            words[i] = code << 48 | jumps | buffer.getInt() & 0xffff_ffffL;
        }
        Optional<String> defect =
                bytes.length > (long) MOST_INSTRUCTIONS * INSTRUCTION
                        ? Optional.of(
                                "%d bytes; no program has more than %d instructions"
                                        .formatted(bytes.length, MOST_INSTRUCTIONS))
                        : bytes.length % INSTRUCTION != 0
                                ? Optional.of(
                                        "%s after the last whole instruction"
                                                .formatted(
                                                        Amount.of(
                                                                bytes.length % INSTRUCTION,
                                                                "byte")))
                                : Optional.empty();
        return new BpfProgram(disassemble(words, use), defect);
    }

    /// The program in words of `code << 48 | ifTrue << 40 | ifFalse << 32 | operand`, as `sk_opts_entry.so_filter` has
    /// it.
    public static BpfProgram of(long[] words, Use use) {
        if (words.length > MOST_INSTRUCTIONS) {
            return new BpfProgram(
                    disassemble(java.util.Arrays.copyOf(words, MOST_INSTRUCTIONS), use),
                    Optional.of(
                            "%d instructions; no program has more than %d"
                                    .formatted(words.length, MOST_INSTRUCTIONS)));
        }
        return new BpfProgram(disassemble(words, use), Optional.empty());
    }

    private static List<BpfInstruction> disassemble(long[] words, Use use) {
        var meanings = new SeccompMeaning(words.length);
        var instructions = new ArrayList<BpfInstruction>();
        for (int i = 0; i < words.length; i++) {
            int code = (int) (words[i] >>> 48);
            int ifTrue = (int) (words[i] >>> 40 & 0xff);
            int ifFalse = (int) (words[i] >>> 32 & 0xff);
            long operand = words[i] & 0xffff_ffffL;
            String text = BpfText.of(i, code, ifTrue, ifFalse, operand, words.length);
            String meaning =
                    use == Use.SECCOMP ? meanings.next(code, ifTrue, ifFalse, operand) : "";
            instructions.add(
                    new BpfInstruction(
                            i,
                            code,
                            ifTrue,
                            ifFalse,
                            operand,
                            text,
                            meaning,
                            ByteRange.of((long) i * INSTRUCTION, INSTRUCTION)));
        }
        return instructions;
    }

    /// The program as text, a numbered line for each instruction.
    public String text() {
        var text = new StringBuilder();
        for (BpfInstruction instruction : instructions) {
            text.append("%4d  %s\n".formatted(instruction.index(), instruction.line()));
        }
        return text.toString();
    }
}
