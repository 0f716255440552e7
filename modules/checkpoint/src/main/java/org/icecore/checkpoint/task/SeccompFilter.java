package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.evidence.Digest;
import org.icecore.evidence.Location;

/// A program that decides which system calls threads may make; `seccomp_filter` of `seccomp.img`.
///
/// @param index by which threads refer to it, from 0
/// @param previous the next filter of the chain: all of a chain apply
/// @param flags SECCOMP_FILTER_FLAG_* bits
/// @param instructions disassembled, one a line
/// @param program digest of the program's bytes
/// @param defect what is wrong with the program's bytes
/// @param at where it lies
public record SeccompFilter(
        int index,
        OptionalInt previous,
        int flags,
        List<String> instructions,
        Digest program,
        Optional<String> defect,
        Location at) {

    public SeccompFilter {
        instructions = List.copyOf(instructions);
    }
}
