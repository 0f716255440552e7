package org.icecore.checkpoint.join;

import java.util.Optional;
import org.icecore.checkpoint.memory.Origin;

/// Where the bytes of one mapping are to be looked for, in this order: the task's own pages, the shared segment, and
/// what stands for all others.
///
/// @param ownPages whether the task's own pagemap speaks of this mapping
/// @param segment the shared memory that is mapped
/// @param rest origin of what neither holds
/// @param dumped whether a dump stores pages of it, so that one that is not stored tells something of its content
record Backing(boolean ownPages, Optional<PageStore> segment, Origin rest, boolean dumped) {}
