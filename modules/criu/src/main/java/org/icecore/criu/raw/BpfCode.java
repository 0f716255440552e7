package org.icecore.criu.raw;

/// Parts of the code of a classic BPF instruction. Source: `linux/bpf_common.h`.
final class BpfCode {

    static final int LOAD = 0;
    static final int LOAD_INDEX = 1;
    static final int STORE = 2;
    static final int STORE_INDEX = 3;
    static final int ARITHMETIC = 4;
    static final int JUMP = 5;
    static final int RETURN = 6;
    static final int MOVE = 7;

    static final int IMMEDIATE = 0x00;
    static final int ABSOLUTE = 0x20;
    static final int INDIRECT = 0x40;
    static final int MEMORY = 0x60;
    static final int LENGTH = 0x80;
    static final int HEADER_LENGTH = 0xa0;

    static final int HALF_WORD = 0x08;
    static final int BYTE = 0x10;

    static final int INDEX_SOURCE = 0x08;
    static final int ACCUMULATOR = 0x10;

    static final int JUMP_ALWAYS = 0x00;
    static final int JUMP_EQUAL = 0x10;
    static final int JUMP_GREATER = 0x20;
    static final int JUMP_GREATER_OR_EQUAL = 0x30;
    static final int JUMP_ANY_BIT = 0x40;

    /// The last operation of arithmetic, and the one that takes no operand.
    private static final int EXCLUSIVE_OR = 0xa0;

    private static final int NEGATE = 0x80;
    private static final int INDEX_TO_ACCUMULATOR = 0x80;

    private BpfCode() {}

    /// Whether the kernel takes an instruction of that code; `chk_code_allowed` of `net/core/filter.c`. It takes the bits that
    /// mean nothing for an instruction as zero alone.
    static boolean taken(int code) {
        if (code > 0xff) {
            return false;
        }
        return switch (kind(code)) {
            case LOAD ->
                    switch (mode(code)) {
                        case ABSOLUTE, INDIRECT -> width(code) != (HALF_WORD | BYTE);
                        case IMMEDIATE, MEMORY, LENGTH -> width(code) == 0;
                        default -> false;
                    };
            case LOAD_INDEX ->
                    switch (mode(code)) {
                        case IMMEDIATE, MEMORY, LENGTH -> width(code) == 0;
                        case HEADER_LENGTH -> width(code) == BYTE;
                        default -> false;
                    };
            case STORE, STORE_INDEX -> code == kind(code);
            case ARITHMETIC ->
                    operation(code) == NEGATE
                            ? (code & INDEX_SOURCE) == 0
                            : operation(code) <= EXCLUSIVE_OR;
            case JUMP ->
                    operation(code) == JUMP_ALWAYS
                            ? (code & INDEX_SOURCE) == 0
                            : operation(code) <= JUMP_ANY_BIT;
            case RETURN -> code == RETURN || code == (RETURN | ACCUMULATOR);
            case MOVE -> code == MOVE || code == (MOVE | INDEX_TO_ACCUMULATOR);
            default -> false;
        };
    }

    static int kind(int code) {
        return code & 0x07;
    }

    static int width(int code) {
        return code & 0x18;
    }

    static int mode(int code) {
        return code & 0xe0;
    }

    static int operation(int code) {
        return code & 0xf0;
    }
}
