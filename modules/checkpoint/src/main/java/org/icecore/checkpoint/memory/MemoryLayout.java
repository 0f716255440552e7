package org.icecore.checkpoint.memory;

import java.util.List;

/// The marks of `mm_entry`: where the parts of the address space begin and end.
///
/// @param auxiliaryVector `AT_*` keys and values in turn, as the kernel gave them to the task
public record MemoryLayout(
        long codeStart,
        long codeEnd,
        long dataStart,
        long dataEnd,
        long heapStart,
        long heapEnd,
        long stackStart,
        long argumentsStart,
        long argumentsEnd,
        long environmentStart,
        long environmentEnd,
        List<Long> auxiliaryVector) {

    public MemoryLayout {
        auxiliaryVector = List.copyOf(auxiliaryVector);
    }
}
