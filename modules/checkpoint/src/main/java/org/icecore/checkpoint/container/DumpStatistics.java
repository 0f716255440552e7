package org.icecore.checkpoint.container;

import java.util.OptionalLong;

/// What CRIU counted while it dumped; `stats-dump`.
///
/// @param freezingMicros time to freeze all tasks, microseconds
/// @param frozenMicros time the tasks stood still, microseconds
/// @param memoryDumpMicros time to find and splice memory, microseconds
/// @param memoryWriteMicros time to write memory, microseconds
/// @param pagesScanned pages looked at
/// @param pagesSkippedParent pages left to the parent dump
/// @param pagesWritten pages stored
/// @param pagesLazy pages left to be fetched later; CRIU counts them from 3.5 on
/// @param sharedPagesScanned pages of shared memory looked at; CRIU counts those of shared memory from 3.13 on
/// @param sharedPagesWritten pages of shared memory stored
/// @param pathSearchMicros time to find the paths of watched files, microseconds
/// @param pagePipes pipes that memory was taken over through
/// @param pagePipeBuffers buffers in these pipes
public record DumpStatistics(
        long freezingMicros,
        long frozenMicros,
        long memoryDumpMicros,
        long memoryWriteMicros,
        long pagesScanned,
        long pagesSkippedParent,
        long pagesWritten,
        OptionalLong pagesLazy,
        OptionalLong sharedPagesScanned,
        OptionalLong sharedPagesSkippedParent,
        OptionalLong sharedPagesWritten,
        OptionalLong pathSearchMicros,
        OptionalLong pagePipes,
        OptionalLong pagePipeBuffers) {}
