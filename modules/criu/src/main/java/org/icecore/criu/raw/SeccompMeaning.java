package org.icecore.criu.raw;

import java.util.Map;
import java.util.Optional;

/// What the instructions of a seccomp filter are about, instruction by instruction: programs only jump forwards, so all
/// that is known before an instruction is known when it is reached.
///
/// A number is named as a system call only where the filter has made sure that the architecture is x86-64, or has not
/// asked for it.
final class SeccompMeaning {

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;
    private static final int DATA = 64;
    private static final long X86_64 = 0xc000_003eL;
    private static final long ACTION = 0xffff_0000L;

    /// What the accumulator holds, or which architecture is left, is known differently on two ways here.
    private static final long DISAGREED = -2;

    /// Nothing is known yet, or the architecture was not asked for.
    private static final long UNKNOWN = -1;

    private static final Map<Long, String> ARCHITECTURES =
            Map.ofEntries(
                    Map.entry(X86_64, "x86_64"),
                    Map.entry(0x4000_0003L, "i386"),
                    Map.entry(0x4000_0028L, "arm"),
                    Map.entry(0xc000_00b7L, "aarch64"),
                    Map.entry(0x8000_0015L, "ppc64"),
                    Map.entry(0xc000_0015L, "ppc64le"),
                    Map.entry(0x0000_0016L, "s390"),
                    Map.entry(0x8000_0016L, "s390x"),
                    Map.entry(0x0000_0008L, "mips"),
                    Map.entry(0x4000_0008L, "mipsel"),
                    Map.entry(0x8000_0008L, "mips64"),
                    Map.entry(0xc000_0008L, "mipsel64"),
                    Map.entry(0xa000_0008L, "mips64n32"),
                    Map.entry(0xe000_0008L, "mipsel64n32"),
                    Map.entry(0xc000_00f3L, "riscv64"),
                    Map.entry(0xc000_0102L, "loongarch64"));

    /// Per instruction: offset in `seccomp_data` that the accumulator was loaded from.
    private final long[] loaded;
    private final long[] architecture;
    private final boolean[] reached;
    private int index;

    SeccompMeaning(int count) {
        loaded = new long[count + 1];
        architecture = new long[count + 1];
        reached = new boolean[count + 1];
        reach(0, UNKNOWN, UNKNOWN);
    }

    /// The meaning of the next instruction; empty if it has none of its own.
    String next(int code, int ifTrue, int ifFalse, long operand) {
        int at = index++;
        long held = reached[at] ? loaded[at] : DISAGREED;
        long on = reached[at] ? architecture[at] : DISAGREED;
        return switch (BpfCode.kind(code)) {
            case BpfCode.LOAD -> {
                boolean absolute = BpfCode.mode(code) == BpfCode.ABSOLUTE;
                reach(at + 1L, absolute ? operand : DISAGREED, on);
                yield absolute ? loaded(operand) : "";
            }
            case BpfCode.JUMP -> {
                jump(at, code, ifTrue, ifFalse, operand, held, on);
                yield compared(code, operand, held, on);
            }
            case BpfCode.RETURN -> BpfCode.width(code) == 0 ? action(operand) : "";
            case BpfCode.ARITHMETIC, BpfCode.MOVE -> {
                // Only txa and arithmetic change the accumulator.
                boolean kept = BpfCode.kind(code) == BpfCode.MOVE && (code & 0x80) == 0;
                reach(at + 1L, kept ? held : DISAGREED, on);
                yield "";
            }
            default -> {
                reach(at + 1L, held, on);
                yield "";
            }
        };
    }

    private void jump(int at, int code, int ifTrue, int ifFalse, long operand, long held, long on) {
        if (BpfCode.operation(code) == BpfCode.JUMP_ALWAYS) {
            reach(at + 1L + operand, held, on);
            return;
        }
        boolean constant = (code & BpfCode.INDEX_SOURCE) == 0;
        boolean asked =
                held == ARCHITECTURE && constant && BpfCode.operation(code) == BpfCode.JUMP_EQUAL;
        reach(at + 1L + ifTrue, held, asked ? operand : on);
        reach(at + 1L + ifFalse, held, asked ? DISAGREED : on);
    }

    private void reach(long target, long held, long on) {
        if (target < 0 || target >= loaded.length) {
            return;
        }
        int at = (int) target;
        loaded[at] = reached[at] && loaded[at] != held ? DISAGREED : held;
        architecture[at] = reached[at] && architecture[at] != on ? DISAGREED : on;
        reached[at] = true;
    }

    private static String loaded(long offset) {
        if (offset == NUMBER) {
            return "system call";
        }
        if (offset == ARCHITECTURE) {
            return "architecture";
        }
        if (offset == 8 || offset == 12) {
            return "instruction pointer, %s half".formatted(offset == 8 ? "lower" : "upper");
        }
        if (offset >= ARGUMENTS && offset < DATA && offset % 4 == 0) {
            return "argument %d, %s half"
                    .formatted((offset - ARGUMENTS) / 8, offset % 8 == 0 ? "lower" : "upper");
        }
        return "";
    }

    private static String compared(int code, long operand, long held, long on) {
        boolean constant = (code & BpfCode.INDEX_SOURCE) == 0;
        if (!constant || BpfCode.operation(code) == BpfCode.JUMP_ALWAYS) {
            return "";
        }
        if (held == ARCHITECTURE) {
            return Optional.ofNullable(ARCHITECTURES.get(operand)).orElse("");
        }
        if (held == NUMBER && (on == X86_64 || on == UNKNOWN)) {
            return operand == 0x4000_0000L
                    ? "x32"
                    : NumberNames.SYSTEM_CALLS.of(operand).orElse("");
        }
        return "";
    }

    private static String action(long value) {
        long data = value & 0xffff;
        return switch ((int) (value & ACTION)) {
            case 0x8000_0000 -> "kill the process";
            case 0 -> "kill the thread";
            case 0x0003_0000 -> "trap " + data;
            case 0x0005_0000 ->
                    "errno %d%s"
                            .formatted(
                                    data,
                                    NumberNames.ERRORS.of(data).map(name -> " " + name).orElse(""));
            case 0x7fc0_0000 -> "notify a supervisor";
            case 0x7ff0_0000 -> "trace " + data;
            case 0x7ffc_0000 -> "log and allow";
            case 0x7fff_0000 -> "allow";
            default -> "an unknown action, so kill the process";
        };
    }
}
