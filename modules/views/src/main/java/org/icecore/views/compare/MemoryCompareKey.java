package org.icecore.views.compare;

import org.icecore.checkpoint.task.Pid;

/// The key of the editor that shows the memory of one pid in both checkpoints of the chosen pair.
public record MemoryCompareKey(Pid pid) {}
