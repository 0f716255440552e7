package org.icecore.criu.raw;

import org.icecore.evidence.ByteRange;

/// One instruction of a program of classic BPF.
///
/// @param index its number in the program, from zero
/// @param code what to do
/// @param ifTrue instructions to skip if a comparison holds
/// @param ifFalse instructions to skip if not
/// @param operand the constant, unsigned
/// @param text in the notation of the kernel's documentation, jump targets as absolute numbers: `jeq #0x3b, 5, 9`
/// @param meaning what a seccomp filter means by it: `execve`, `errno 1 EPERM`; empty where nothing is known
/// @param range its 8 bytes in the program
public record BpfInstruction(
        int index,
        int code,
        int ifTrue,
        int ifFalse,
        long operand,
        String text,
        String meaning,
        ByteRange range) {

    /// Text and meaning in one line.
    public String line() {
        return meaning.isEmpty() ? text : text + "  ; " + meaning;
    }
}
