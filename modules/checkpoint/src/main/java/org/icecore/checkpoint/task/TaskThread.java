package org.icecore.checkpoint.task;

import org.icecore.checkpoint.Observed;

/// A thread of a task; the first of a task is its leader, whose tid is the pid.
public record TaskThread(Pid tid, Observed<ThreadCore> core) {}
