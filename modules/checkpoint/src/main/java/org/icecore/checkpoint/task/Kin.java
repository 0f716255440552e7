package org.icecore.checkpoint.task;

/// What the process tree says of a task.
///
/// @param parent 0 for one that has no parent in the container
/// @param group process group
/// @param session session
public record Kin(Pid parent, int group, int session) {}
