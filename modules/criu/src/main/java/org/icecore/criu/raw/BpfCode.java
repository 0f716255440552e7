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

    private BpfCode() {}

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
