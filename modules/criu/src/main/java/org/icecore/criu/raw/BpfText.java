package org.icecore.criu.raw;

/// Instructions of classic BPF in the notation of the kernel's documentation.
final class BpfText {

    private static final String[] ARITHMETIC = {
        "add", "sub", "mul", "div", "or", "and", "lsh", "rsh", "neg", "mod", "xor"
    };

    private BpfText() {}

    static String of(int index, int code, int ifTrue, int ifFalse, long operand, int count) {
        if (!BpfCode.taken(code)) {
            return unknown(code);
        }
        return switch (BpfCode.kind(code)) {
            case BpfCode.LOAD -> "ld" + width(code) + " " + source(code, operand);
            case BpfCode.LOAD_INDEX ->
                    BpfCode.mode(code) == BpfCode.HEADER_LENGTH
                            ? "ldxb 4*([%d]&0xf)".formatted(operand)
                            : "ldx" + width(code) + " " + source(code, operand);
            case BpfCode.STORE -> "st M[%d]".formatted(operand);
            case BpfCode.STORE_INDEX -> "stx M[%d]".formatted(operand);
            case BpfCode.ARITHMETIC -> arithmetic(code, operand);
            case BpfCode.JUMP -> jump(index, code, ifTrue, ifFalse, operand, count);
            case BpfCode.RETURN ->
                    switch (BpfCode.width(code)) {
                        case 0 -> "ret #0x%x".formatted(operand);
                        case BpfCode.INDEX_SOURCE -> "ret x";
                        case BpfCode.ACCUMULATOR -> "ret a";
                        default -> unknown(code);
                    };
            case BpfCode.MOVE -> (code & 0x80) == 0 ? "tax" : "txa";
            default -> unknown(code);
        };
    }

    private static String unknown(int code) {
        return "code 0x%x, which is none of classic BPF".formatted(code);
    }

    private static String width(int code) {
        return switch (BpfCode.width(code)) {
            case BpfCode.HALF_WORD -> "h";
            case BpfCode.BYTE -> "b";
            default -> "";
        };
    }

    private static String source(int code, long operand) {
        return switch (BpfCode.mode(code)) {
            case BpfCode.IMMEDIATE -> "#0x%x".formatted(operand);
            case BpfCode.ABSOLUTE -> BpfOffset.absolute(operand);
            case BpfCode.INDIRECT -> BpfOffset.indirect(operand);
            case BpfCode.MEMORY -> "M[%d]".formatted(operand);
            case BpfCode.LENGTH -> "#len";
            default -> "?" + unknown(code);
        };
    }

    private static String arithmetic(int code, long operand) {
        int operation = BpfCode.operation(code) >> 4;
        if (operation >= ARITHMETIC.length) {
            return unknown(code);
        }
        String name = ARITHMETIC[operation];
        if (name.equals("neg")) {
            return name;
        }
        return (code & BpfCode.INDEX_SOURCE) != 0
                ? name + " x"
                : "%s #0x%x".formatted(name, operand);
    }

    private static String jump(
            int index, int code, int ifTrue, int ifFalse, long operand, int count) {
        if (BpfCode.operation(code) == BpfCode.JUMP_ALWAYS) {
            return "ja " + target(index + 1 + operand, count);
        }
        String name =
                switch (BpfCode.operation(code)) {
                    case BpfCode.JUMP_EQUAL -> "jeq";
                    case BpfCode.JUMP_GREATER -> "jgt";
                    case BpfCode.JUMP_GREATER_OR_EQUAL -> "jge";
                    case BpfCode.JUMP_ANY_BIT -> "jset";
                    default -> "";
                };
        if (name.isEmpty()) {
            return unknown(code);
        }
        String compared = (code & BpfCode.INDEX_SOURCE) != 0 ? "x" : "#0x%x".formatted(operand);
        return "%s %s, %s, %s"
                .formatted(
                        name,
                        compared,
                        target(index + 1L + ifTrue, count),
                        target(index + 1L + ifFalse, count));
    }

    private static String target(long target, int count) {
        return target < count ? Long.toString(target) : target + " (beyond the end)";
    }
}
